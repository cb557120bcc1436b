import { accountsOf } from '../../community/store.js';
import { newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { fold } from '../../kernel/text.js';
import * as policy from '../policy.js';
import {
  addTags,
  deleteMarks,
  deleteRemark,
  deleteTags,
  insertRemark,
  putMark,
} from '../store/said.js';
import { LIMITS, type MarkKind, type Remark, type Resource, type Which } from '../types.js';
import { type ByMember, changingStanding, type Held, type Parts } from './parts.js';

const family = ({ known: { resource, shares } }: Held) => [
  ...new Set([resource.id, ...shares.map((share) => share.resource)]),
];

/** What members say of what they look at together. */
export function createValuing(parts: Parts) {
  return {
    mark: (cause: ByMember, which: Which, kind: MarkKind): Promise<Result<Resource>> =>
      changingStanding(parts, cause, which, async ({ tx, record, known: { resource } }) => {
        await putMark(tx, resource, { member: cause.member, kind, at: cause.now });
        await record('veille.changed', resource.id, {});
        return ok(resource);
      }),

    unmark: (cause: ByMember, which: Which, kind: MarkKind): Promise<Result<Resource>> =>
      changingStanding(parts, cause, which, async (held) => {
        const { tx, record, known } = held;
        const members = await accountsOf(tx, cause.community, cause.member);
        const of = { resources: family(held), members, kind };
        if (!(await deleteMarks(tx, cause.community, of))) {
          return refuse('not-marked', { number: known.resource.number });
        }
        await record('veille.changed', known.resource.id, {});
        return ok(known.resource);
      }),

    remark: (
      cause: ByMember,
      which: Which,
      said: Pick<Remark, 'kind' | 'text'>,
    ): Promise<Result<{ readonly resource: Resource; readonly remark: Remark }>> =>
      changingStanding(parts, cause, which, async ({ tx, record, known: { resource } }) => {
        const { member, now } = cause;
        const remark: Remark = { ...said, id: newId(now), member, at: now };
        await insertRemark(tx, resource, remark);
        await record(said.kind === 'question' ? 'veille.asked' : 'veille.changed', resource.id, {
          remark: remark.id,
        });
        return ok({ resource, remark });
      }),

    /** Takes back one's last comment or question there. */
    unremark: (cause: ByMember, which: Which): Promise<Result<Resource>> =>
      changingStanding(parts, cause, which, async ({ tx, record, known }) => {
        const { resource, remarks } = known;
        const last = remarks.filter(({ member }) => member === cause.member).at(-1);
        if (!last) return refuse('no-remark-yet', { number: resource.number });
        await deleteRemark(tx, cause.community, last.id);
        await record('veille.changed', resource.id, {});
        return ok(resource);
      }),

    tag: (cause: ByMember, which: Which, tags: readonly string[]): Promise<Result<Resource>> =>
      changingStanding(parts, cause, which, async ({ tx, record, known }) => {
        const { resource, tags: before } = known;
        const known_ = new Set(before.map(fold));
        const fresh = tags.filter((tag) => !known_.has(fold(tag)));
        const count = before.length + fresh.length;
        if (count > LIMITS.tags) return refuse('too-many', { max: LIMITS.tags, count }, 'tags');
        await addTags(tx, resource, fresh, cause);
        await record('veille.changed', resource.id, {});
        return ok(resource);
      }),

    untag: (cause: ByMember, which: Which, tags: readonly string[]): Promise<Result<Resource>> =>
      changingStanding(parts, cause, which, async (held) => {
        const { tx, record, known, member } = held;
        const { resource } = known;
        if (!policy.mayClassify(member, known)) {
          return refuse('sharers-and-curators-only', { number: resource.number });
        }
        const wanted = new Set(tags.map(fold));
        const found = known.tags.filter((tag) => wanted.has(fold(tag)));
        const of = { resources: family(held), tags: found };
        if (!(await deleteTags(tx, cause.community, of))) {
          return refuse('no-such-tag', { number: resource.number }, 'tags');
        }
        await record('veille.changed', resource.id, {});
        return ok(resource);
      }),
  };
}
