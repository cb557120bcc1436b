import { getCommunity } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MediationId, MemberId } from '../../kernel/ids.js';
import type { Locale } from '../../kernel/locale.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { accept, ask, close, draftUntil, last, mediatorOf, pause } from '../rules/course.js';
import { type Counted, quarterOf } from '../rules/figures.js';
import { pledgeOf } from '../rules/pledge.js';
import { pseudonym } from '../rules/pseudonyms.js';
import { countOne } from '../store/pool.js';
import { insertRequest, newSecretId } from '../store/requests.js';
import type { Pledge, Request, Story } from '../types.js';
import { openAll, sealRequest } from './keeping.js';
import {
  type ByMember,
  candidatesNow,
  changing,
  erase,
  type Held,
  keep,
  type Parts,
  TICK,
  tell,
  tellGuests,
} from './parts.js';

/** Of one person, at a time: who needs more needs somebody to talk to, not a form. */
const MOST = 5;

const pledgeNow = async (tx: Tx, community: CommunityId): Promise<Pledge> =>
  pledgeOf((await getCommunity(tx, community)).settings.mediation);

export const count = (held: Pick<Held, 'tx' | 'now'>, of: CommunityId, kind: Counted) =>
  countOne(held.tx, of, { quarter: quarterOf(held.now), kind });

/** The next one is asked, or nobody, and the requester is told which. */
export async function goOn(
  parts: Parts,
  held: Held,
  outcome: 'declined' | 'silent' | 'recused',
): Promise<Request> {
  const { now } = held;
  const paused = pause(held.request, outcome, now);
  const [next] = paused.story.onward ? await candidatesNow(parts, held.tx, paused) : [];
  const request = next ? ask(paused, next.member, now) : paused;
  await keep(parts, held, request);
  if (next) await tell(held, request, next.member);
  await tell(held, request, request.requester);
  return request;
}

export function createAsking(parts: Parts) {
  const { journal, keys } = parts;

  return {
    /** Written down for its author alone, until they send it. */
    draft: (
      cause: ByMember,
      said: { readonly story: Story; readonly locale: Locale },
    ): Promise<Result<Request>> =>
      journal.write(cause, async ({ tx, alarm }) => {
        const { community, now, member } = cause;
        const { requests } = await openAll(tx, keys, community);
        const mine = requests.filter(({ requester }) => requester === member);
        if (mine.filter(({ state }) => state !== 'closed').length >= MOST) {
          return refuse('mediation-too-many', { most: MOST });
        }
        const pledge = await pledgeNow(tx, community);
        const id = newSecretId(now);
        const own = keys.make(id);
        const request: Request = {
          ...{ id, community, requester: member, named: false, state: 'draft', pledge, ...said },
          ...{
            pseudonym: pseudonym(said.locale, Math.random()),
            asked: [],
            guests: [],
            terms: null,
            movedAt: now,
          },
          eraseAt: draftUntil(now, pledge.keepDays),
        };
        await insertRequest(tx, community, sealRequest(own, request), now);
        await alarm(TICK, id, request.eraseAt);
        return ok(request);
      }),

    edit: (cause: ByMember, id: MediationId, story: Story): Promise<Result<Request>> =>
      changing(parts, cause, id, 'edit', async (held) => {
        const request = { ...held.request, story, movedAt: cause.now };
        await keep(parts, held, request);
        return ok(request);
      }),

    /** To one mediator, or to the one that comes first. */
    send: (cause: ByMember, id: MediationId, to: MemberId | null): Promise<Result<Request>> =>
      changing(parts, cause, id, 'send', async (held) => {
        const able = await candidatesNow(parts, held.tx, held.request);
        const chosen = to ? able.find(({ member }) => member === to) : able[0];
        if (!chosen && to) return refuse('mediator-unavailable');
        if (!chosen)
          return refuse('no-mediator', { contact: held.request.pledge.contact || 'none' });
        const first = held.request.state === 'draft';
        const request = ask(held.request, chosen.member, cause.now);
        await keep(parts, held, request);
        if (first) await count(held, request.community, 'asked');
        await tell(held, request, chosen.member);
        return ok(request);
      }),

    accept: (cause: ByMember, id: MediationId): Promise<Result<Request>> =>
      changing(parts, cause, id, 'accept', async (held) => {
        const request = accept(held.request, cause.now);
        await keep(parts, held, request);
        const again = request.asked.some(
          ({ outcome }) => outcome === 'recused' || outcome === 'replaced',
        );
        if (!again) await count(held, request.community, 'met');
        await tell(held, request, request.requester);
        return ok(request);
      }),

    decline: (cause: ByMember, id: MediationId): Promise<Result<void>> =>
      changing(parts, cause, id, 'decline', async (held) => {
        await goOn(parts, held, 'declined');
        return ok(undefined);
      }),

    /** A mediator steps back; the requester says what comes next. */
    recuse: (cause: ByMember, id: MediationId): Promise<Result<void>> =>
      changing(parts, cause, id, 'recuse', async (held) => {
        const request = pause(held.request, 'recused', cause.now);
        await keep(parts, held, request);
        // What they may not read any more.
        await held.endRooms(id, 'erased');
        await tell(held, request, request.requester);
        await tellGuests(held);
        return ok(undefined);
      }),

    close: (cause: ByMember, id: MediationId): Promise<Result<Request>> =>
      changing(parts, cause, id, 'close', async (held) => {
        const other = mediatorOf(held.request) ?? waitedFor(held.request);
        const request = close(held.request, cause.now);
        await keep(parts, held, request);
        await held.endRooms(id, 'closed');
        if (other) await tell(held, request, other);
        await tellGuests(held);
        return ok(request);
      }),

    /** At once, and for good. */
    erase: (cause: ByMember, id: MediationId): Promise<Result<void>> =>
      changing(parts, cause, id, 'erase', async (held) => {
        await erase(held);
        return ok(undefined);
      }),
  };
}

const waitedFor = (request: Request): MemberId | null =>
  request.state === 'asking' ? (last(request)?.mediator ?? null) : null;
