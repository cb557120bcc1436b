import { accountsOf, getMember, lockCommunity, nextNumber } from '../../community/store.js';
import type { CommunityId, MemberId, ResourceId, RoomId } from '../../kernel/ids.js';
import { newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { type Candidate, makeDigest } from '../rules/digest.js';
import { nextDigestAt } from '../rules/digest-schedule.js';
import * as store from '../store/digests.js';
import { listResources } from '../store/resources.js';
import type { DigestEdition, DigestSubscription, Known } from '../types.js';
import { knownNow, knownOf } from './known.js';
import type { ByMember, Parts } from './parts.js';

/** When a digest is to be made. */
export const DIGEST = 'veille.digest';

/** Short: one screen of a phone or two. */
const MOST = 8;
const MOST_EACH = 4;
const MOST_CANDIDATES = 2_000;

export interface Wish {
  /** `null`: for the person who asks. */
  readonly room: RoomId | null;
  readonly frequency: 'daily' | 'weekly';
  readonly weekday: number;
  readonly hour: number;
  readonly zone: string;
}

export interface DigestNow {
  readonly edition: DigestEdition;
  readonly subscription: DigestSubscription;
  /** Those that still stand, by id. */
  readonly known: ReadonlyMap<ResourceId, Known>;
}

export function createDigests({ prisma, journal, clock }: Parts) {
  return {
    /** A digest from now on, for a room or for oneself; asked again, it changes. */
    subscribe: (cause: ByMember, wish: Wish): Promise<Result<DigestSubscription>> =>
      journal.write(cause, async ({ tx, alarm, record }) => {
        const { community, member: id, now } = cause;
        await lockCommunity(tx, community);
        const member = await getMember(tx, community, id);
        if (!member || (wish.room && !policy.mayGiveRoomDigest(member))) {
          return refuse('room-digest-facilitators');
        }
        const { room, ...schedule } = wish;
        const members = await accountsOf(tx, community, member.id);
        const known = await store.subscriptionTo(tx, community, room ? { room } : { members });
        const subscription: DigestSubscription = {
          id: known?.id ?? newId(now),
          number: known?.number ?? (await nextNumber(tx, community, 'digest_subscriptions')),
          ...{ community, to: room ? { room } : { member: member.id }, createdAt: now },
          ...{ ...schedule, active: true, nextAt: nextDigestAt(schedule, now) },
          lookedTo: known?.active ? known.lookedTo : now,
        };
        await store.saveSubscription(tx, subscription);
        await alarm(DIGEST, subscription.id, subscription.nextAt);
        await record('veille.digest-asked', subscription.id, {});
        return ok(subscription);
      }),

    /** No digest any more: this one, or one’s own. */
    unsubscribe: (cause: ByMember, number: number | null): Promise<Result<DigestSubscription>> =>
      journal.write(cause, async ({ tx, alarm, record }) => {
        const { community, member: id } = cause;
        const member = await getMember(tx, community, id);
        if (!member) return refuse('not-a-member');
        const members = await accountsOf(tx, community, member.id);
        const found =
          number === null
            ? await store.subscriptionTo(tx, community, { members })
            : await store.findSubscription(tx, community, { number });
        if (!found?.active) return refuse('no-digest');
        const own = 'member' in found.to && members.includes(found.to.member);
        const theirs = 'room' in found.to && policy.mayGiveRoomDigest(member);
        if (!own && !theirs) return refuse('room-digest-facilitators');
        await store.saveSubscription(tx, { ...found, active: false });
        await alarm(DIGEST, found.id, null);
        await record('veille.digest-asked', found.id, {});
        return ok(found);
      }),

    /** In the next digest there, again. */
    later: (cause: ByMember, number: number, resource: number): Promise<Result<Known>> =>
      journal.write(cause, async ({ tx }) => {
        const found = await store.findSubscription(tx, cause.community, { number });
        const known = await knownNow(tx, cause.community, { number: resource });
        if (!found?.active) return refuse('no-digest');
        if (!known) return refuse('unknown-resource', { number: resource });
        await store.postpone(tx, found, known.resource.id, cause.now);
        return ok(known);
      }),

    async digestMade(community: CommunityId, id: string): Promise<DigestNow | null> {
      const edition = await store.findDigest(prisma, community, id);
      if (!edition) return null;
      const subscription = await store.findSubscription(prisma, community, {
        id: edition.subscription,
      });
      if (!subscription) return null;
      const ids = edition.sections.flatMap(({ resources }) => resources);
      const found = await knownOf(prisma, community, await listResources(prisma, community, ids));
      const standing = found.filter(
        ({ resource: { state }, into }) => state === 'standing' && !into,
      );
      const known = new Map(standing.map((one) => [one.resource.id, one]));
      return { edition, subscription, known };
    },

    /** The alarm’s work: one digest, however long it was waited for; none when nothing is new. */
    async ring(id: string, community: CommunityId): Promise<void> {
      const now = clock.now();
      await journal.write(
        { community, member: null, event: null, now },
        async ({ tx, alarm, record }) => {
          await lockCommunity(tx, community);
          const subscription = await store.findSubscription(tx, community, { id });
          if (!subscription?.active || subscription.nextAt > now) return ok(undefined);
          const { lookedTo: after } = subscription;
          const postponed = await store.postponedIn(tx, subscription);
          const shown = await store.shownIn(tx, subscription);
          for (const one of postponed.keys()) shown.delete(one);
          const ids = await store.broughtSince(tx, community, {
            ...{ after, also: [...postponed.keys()], limit: MOST_CANDIDATES },
          });
          const resources = (await listResources(tx, community, ids)).filter(
            ({ state, mergedInto }) => state === 'standing' && mergedInto === null,
          );
          const candidates = (await knownOf(tx, community, resources)).map((known) =>
            toCandidate(known, postponed.get(known.resource.id)),
          );
          const edges = { after, until: now, shown, most: MOST, mostEach: MOST_EACH };
          const { sections, leftOut } = makeDigest(candidates, edges);
          const nextAt = nextDigestAt(subscription, now);
          await store.saveSubscription(tx, { ...subscription, lookedTo: now, nextAt });
          const placed = sections.flatMap(({ resources: those }) => those);
          await store.clearPostponed(tx, subscription, placed);
          await alarm(DIGEST, id, nextAt);
          if (sections.length === 0) return ok(undefined);
          const edition: DigestEdition = {
            ...{ id: newId(now), community, subscription: id, leftOut, at: now },
            sections: sections as unknown as DigestEdition['sections'],
          };
          await store.insertDigest(tx, edition);
          await record('veille.digest', edition.id, {});
          return ok(undefined);
        },
      );
    },
  };
}

function toCandidate({ resource, shares, marks, remarks }: Known, putOff?: Date): Candidate {
  const count = (kind: string): number => marks.filter((mark) => mark.kind === kind).length;
  const brought = shares.map(({ at }) => at.getTime());
  const at = putOff ?? new Date(Math.max(resource.createdAt.getTime(), ...brought));
  const sharedBy = new Set(shares.flatMap(({ member }): MemberId[] => (member ? [member] : [])));
  return {
    ...{ id: resource.id, theme: resource.theme || null, at, sharedBy: [...sharedBy] },
    feed: shares.find(({ follow }) => follow)?.follow ?? null,
    votes: count('useful') - count('not_for_us'),
    comments: remarks.length,
    reads: count('read'),
    promoted: resource.promotedBy !== null,
    again: putOff !== undefined,
  };
}
