import { voiceOf } from '../../community/rules/voices.js';
import { listVoices, lockCommunity, nextNumber } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { Work } from '../../journal/service.js';
import type { Cause } from '../../journal/types.js';
import { newId, type RoomId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { canonicalAddress } from '../rules/address.js';
import { addressKey } from '../rules/address-key.js';
import {
  addAddresses,
  insertResource,
  resourcesUnder,
  updateResource,
} from '../store/resources.js';
import { addTags, deleteShares, insertShare, sharesOf } from '../store/said.js';
import type { Preview, Resource, Which } from '../types.js';
import { knownNow } from './known.js';
import { type ByMember, changingStanding, type Parts } from './parts.js';
import { asWritten } from './themes.js';

/** When its page is to be read. */
export const PAGE = 'veille.page';

/** What somebody brings. */
export interface Brought {
  /** http or https, as people wrote it. */
  readonly address: string;
  readonly theme: string | null;
  readonly why: string;
  readonly tags: readonly string[];
  readonly room: RoomId | null;
  /** A lasting address of the message it comes from. */
  readonly link: string | null;
}

export interface Shared {
  readonly resource: Resource;
  /** `again`: they had already brought it, there and for that. */
  readonly how: 'new' | 'joined' | 'again';
}

const NOTHING: Preview = {
  ...{ title: '', summary: '', image: null, author: '' },
  ...{ publishedAt: null, language: null, text: '' },
};

/** By which an address is known to be that of the same page. */
export const keysOf = (address: string): string[] => {
  const key = addressKey(address);
  return key === null ? [] : [key];
};

/** The one that stands for this address; those that two communities had are one from now on. */
export async function standingUnder(
  tx: Tx,
  { community, now }: Pick<Cause, 'community' | 'now'>,
  keys: readonly string[],
): Promise<Resource | null> {
  const roots = (await resourcesUnder(tx, community, keys)).filter((one) => !one.mergedInto);
  const [first, ...others] = roots;
  if (!first) {
    const [merged] = await resourcesUnder(tx, community, keys);
    return merged ? ((await knownNow(tx, community, { id: merged.id }))?.into ?? null) : null;
  }
  for (const other of others) await updateResource(tx, other, { mergedInto: first.id }, now);
  return first;
}

/** Makes what is not known yet; inside a transaction that holds the community. */
export async function plant(
  { tx, alarm }: Pick<Work, 'tx' | 'alarm'>,
  { community, now }: Pick<Cause, 'community' | 'now'>,
  made: {
    readonly address: string;
    readonly theme: string;
    /** What a feed says of it: its page is then left alone until somebody brings it. */
    readonly said?: Partial<Preview>;
  },
): Promise<Resource> {
  const resource: Resource = {
    ...{ ...NOTHING, ...made.said, id: newId<'resource'>(now), community },
    number: await nextNumber(tx, community, 'resources'),
    ...{ state: 'standing', page: made.said ? 'read' : 'waiting', fault: null, reason: '' },
    ...{
      address: canonicalAddress(made.address) ?? made.address,
      theme: made.theme,
      mergedInto: null,
      promotedBy: null,
    },
    ...{ createdAt: now, updatedAt: now },
  };
  await insertResource(tx, resource);
  await addAddresses(tx, resource, keysOf(made.address), now);
  if (!made.said) await alarm(PAGE, resource.id, now);
  return resource;
}

export function createSharing(parts: Parts) {
  const { journal } = parts;
  return {
    /** Brings a page: new here, or one more voice and one more place for what is known. */
    share: (cause: ByMember, brought: Brought): Promise<Result<Shared>> =>
      journal.write<Shared>(cause, async (work) => {
        const { tx, record } = work;
        const { community, member, now } = cause;
        await lockCommunity(tx, community);
        const theme = brought.theme && (await asWritten(tx, community, brought.theme));
        const found = await standingUnder(tx, cause, keysOf(brought.address));
        const resource =
          found ?? (await plant(work, cause, { address: brought.address, theme: theme ?? '' }));
        const { number } = resource;
        const shares = found ? await sharesOf(tx, community, [found.id]) : [];
        if (resource.state === 'retracted') {
          // Whoever brought it took it back; a curator's reason is for curators to lift.
          if (resource.reason !== '') return refuse('resource-retracted', { number });
          await updateResource(tx, resource, { state: 'standing' }, now);
        }
        const voices = await listVoices(tx, community);
        const own = shares.filter((one) => one.member && voiceOf(voices, one.member) === member);
        const { why, room, link } = brought;
        const same = own.some(
          (one) => one.room === room && one.link === link && (why === '' || one.why === why),
        );
        if (same) return ok({ resource, how: 'again' });
        await insertShare(tx, community, {
          ...{ id: newId(now), resource: resource.id, member, follow: null, at: now },
          ...{ why, room, link },
        });
        // Only a feed had brought it: nobody had read its page yet.
        if (found && !shares.some((one) => one.member) && resource.text === '') {
          await updateResource(tx, resource, { page: 'waiting' }, now);
          await work.alarm(PAGE, resource.id, now);
        }
        if (found && theme && resource.theme === '') {
          await updateResource(tx, resource, { theme }, now);
        }
        await addTags(tx, resource, brought.tags, cause);
        await record('veille.shared', resource.id, { number });
        return ok({ resource, how: found ? 'joined' : 'new' });
      }),

    /** Takes back what one brought. What nobody brings any more is not looked at any more. */
    unshare: (cause: ByMember, which: Which): Promise<Result<Resource>> =>
      changingStanding(parts, cause, which, async ({ tx, record, known }) => {
        const { resource, shares } = known;
        const own = shares.filter(({ member }) => member === cause.member);
        if (own.length === 0) return refuse('not-shared-by-you', { number: resource.number });
        await deleteShares(
          tx,
          cause.community,
          own.map(({ id }) => id),
        );
        if (own.length === shares.length) {
          await updateResource(tx, resource, { state: 'retracted', reason: '' }, cause.now);
        }
        await record('veille.changed', resource.id, {});
        return ok(resource);
      }),

    /** Its page is tried again. */
    reread: (cause: ByMember, which: Which): Promise<Result<Resource>> =>
      changingStanding(parts, cause, which, async ({ tx, alarm, record, known: { resource } }) => {
        await updateResource(tx, resource, { page: 'waiting', fault: null }, cause.now);
        await alarm(PAGE, resource.id, cause.now);
        await record('veille.changed', resource.id, {});
        return ok(resource);
      }),
  };
}
