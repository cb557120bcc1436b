import type { Prisma, PrismaClient } from '../database/generated/client.js';
import { isUniqueViolation } from '../database/transaction.js';
import type { Journal, Work } from '../journal/service.js';
import type { Cause } from '../journal/types.js';
import type { Clock } from '../kernel/clock.js';
import { type CommunityId, type MemberId, newId, type RoomId } from '../kernel/ids.js';
import type { Locale } from '../kernel/locale.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { mayChangeSettings, mayNameFacilitators } from './policy.js';
import { displayName, holdsRole, leavesNoFacilitator, preferencesOf } from './rules/people.js';
import { createLeaving } from './service/leaving.js';
import { createLinks, type Joining } from './service/links.js';
import { createNetworkRoles } from './service/network-roles.js';
import * as accounts from './store/accounts.js';
import { decideByHand } from './store/network-roles.js';
import { createRoom, findRoom, listRooms, markGone, moveRoom, welcomeBack } from './store/rooms.js';
import * as store from './store.js';
import type { Community, Member, Presence, Role, Room, Sighting } from './types.js';

const SEEN_WITHIN_MS = 5_000;

export type CommunityService = ReturnType<typeof createCommunityService>;

/** Presence, people, settings; and, from `service/links`, several rooms and accounts as one. */

/** What a facilitator may change at once; what is not given stays. */
export interface CommunityChange {
  readonly name?: string;
  readonly zone?: string;
  readonly locale?: Locale;
  /** Preferences of one function, replaced as a whole under its name. */
  readonly settings?: { readonly [fn: string]: Prisma.InputJsonValue };
}

export function createCommunityService(parts: {
  readonly prisma: PrismaClient;
  readonly journal: Journal;
  readonly clock: Clock;
  /** IANA zone of a community that has not said otherwise. */
  readonly zone: string;
  readonly joining: readonly Joining[];
}) {
  const { prisma, journal, clock } = parts;
  const networkRoles = createNetworkRoles({ prisma, journal });

  async function found(sighting: Sighting & { place: NonNullable<Sighting['place']> }) {
    const now = clock.now();
    const community: Community = {
      id: newId(now),
      name: displayName(sighting.place.name, 'ECC'),
      zone: parts.zone,
      locale: sighting.locale,
      settings: {},
    };
    const cause = { community: community.id, member: null, event: null, now };
    await journal.write(cause, async (work) => {
      const { tx, record } = work;
      await store.createCommunity(tx, community, now);
      const { platform, place } = sighting;
      const room = {
        id: newId<'room'>(now),
        platform,
        platformId: place.roomId,
        name: community.name,
      };
      await createRoom(tx, community.id, room, now);
      const member = await enrol(work, community.id, sighting, 'facilitator', room.id);
      await record('community.founded', community.id, { member });
      return ok(undefined);
    });
  }

  async function enrol(
    { tx, record }: Work,
    community: CommunityId,
    sighting: Sighting,
    role: Role,
    room: Parameters<typeof accounts.createAccount>[2]['lastRoomId'],
  ): Promise<MemberId> {
    const now = clock.now();
    const name = displayName(sighting.userName, '?');
    const member: Member = {
      id: newId(now),
      name,
      role,
      locale: null,
      zone: null,
      reminders: true,
    };
    await store.createMember(tx, community, member, now);
    const { platform, userId } = sighting;
    const account = { id: newId<'account'>(now), memberId: member.id, platform, name };
    await accounts.createAccount(
      tx,
      community,
      { ...account, platformUserId: userId, lastRoomId: room },
      now,
    );
    await record('member.joined', member.id, { name });
    return member.id;
  }

  async function look(sighting: Sighting, from: CommunityId | null): Promise<Presence | null> {
    const { platform, userId, place } = sighting;
    const room = place && (await findRoom(prisma, platform, place.roomId));
    if (room?.room.goneAt) await welcomeBack(prisma, room.community, room.room.id);
    const community =
      room?.community ??
      from ??
      (place ? null : await accounts.lastCommunity(prisma, platform, userId));
    if (!community) return null;
    const account = await accounts.findAccount(prisma, community, platform, userId);
    if (!account) return null;
    if (room && isNews(account, room.room.id)) {
      const seen = { lastRoomId: room.room.id, seenAt: clock.now() };
      await accounts.touchAccount(prisma, community, account.id, seen);
    }
    return {
      community: await store.getCommunity(prisma, community),
      member: account.member,
      account: account.id,
      room: room?.room ?? null,
    };
  }

  /** Kept to a few seconds: a vote need not write who is there each time. */
  const isNews = (account: { lastRoom: RoomId | null; seenAt: Date | null }, room: RoomId) =>
    account.lastRoom !== room ||
    clock.now().getTime() - (account.seenAt?.getTime() ?? 0) > SEEN_WITHIN_MS;

  async function welcome(sighting: Sighting): Promise<void> {
    const { platform, place } = sighting;
    if (!place) return;
    const room = await findRoom(prisma, platform, place.roomId);
    if (!room) return found({ ...sighting, place });
    const cause = { community: room.community, member: null, event: null, now: clock.now() };
    await journal.write(cause, async (unit) => {
      const { stewards, mediators } = preferencesOf(
        await store.getCommunity(unit.tx, room.community),
      );
      const held = (await store.listMembers(unit.tx, room.community)).some(
        (one) => one.role === 'facilitator',
      );
      // Where the network says it each time, it is heard like any other time.
      const first = sighting.authority === null;
      const role = !held || (first && sighting.steward && stewards) ? 'facilitator' : 'member';
      const member = await enrol(unit, room.community, sighting, role, room.room.id);
      if (first && holdsRole(sighting.roles, mediators))
        await unit.record('member.mediates', member);
      return ok(undefined);
    });
  }

  /** With the roles that their network says now. */
  async function heard(presence: Presence, sighting: Sighting, from: CommunityId | null) {
    const changed = await networkRoles.hear(presence, sighting, clock.now());
    return changed ? look(sighting, from) : presence;
  }

  return {
    ...createLinks({ prisma, journal, joining: parts.joining }),
    ...createLeaving({ prisma, journal }),

    /**
     * Who somebody is, where they are. In a room they become a member by being there; the first
     * person of a new room founds its community. In a direct conversation they are where `from`
     * says, or where they last came: `null` for who is not a member there, or nowhere.
     */
    async sight(sighting: Sighting, from: CommunityId | null = null): Promise<Presence | null> {
      const known = await look(sighting, from);
      if (!sighting.place) return known;
      if (known) return heard(known, sighting, from);
      try {
        await welcome(sighting);
      } catch (error) {
        // Somebody else founded the room, or the same person spoke twice, in the same instant.
        if (!isUniqueViolation(error)) throw error;
        await welcome(sighting).catch((again) => {
          if (!isUniqueViolation(again)) throw again;
        });
      }
      const arrived = await look(sighting, from);
      return arrived && heard(arrived, sighting, from);
    },

    community: (id: CommunityId): Promise<Community> => store.getCommunity(prisma, id),
    member: (community: CommunityId, id: MemberId) => store.getMember(prisma, community, id),
    members: (community: CommunityId): Promise<Member[]> => store.listMembers(prisma, community),
    /** Who somebody is here, by their account on a platform; `null` for who is not a member. */
    async memberBy(
      community: CommunityId,
      platform: string,
      userId: string,
    ): Promise<Member | null> {
      const member = (await accounts.findAccount(prisma, community, platform, userId))?.member;
      return member?.left === null ? member : null;
    },

    /** The room's community, by the platform's id of the room; `null` before anybody came. */
    async roomOf(platform: string, platformId: string): Promise<CommunityId | null> {
      return (await findRoom(prisma, platform, platformId))?.community ?? null;
    },

    /** The network says that these rooms are no more for us: what waits there is kept. */
    roomsGone: (platform: string, platformIds: readonly string[]): Promise<void> =>
      markGone(prisma, { platform, platformIds }, clock.now()),

    /** A room as it is set, by the platform's id of it; `null` before anybody came. */
    async roomAt(platform: string, platformId: string): Promise<Room | null> {
      return (await findRoom(prisma, platform, platformId))?.room ?? null;
    },

    /** The platform replaced a room by another: its community goes on there. */
    moveRoom: (platform: string, from: string, to: string): Promise<void> =>
      moveRoom(prisma, platform, from, to),

    /** The community's rooms on every network, the oldest first. */
    rooms: (community: CommunityId): Promise<Room[]> => listRooms(prisma, community),

    /** Who speaks from this platform in the room's community, in order of arrival. */
    async accountsIn(platform: string, platformId: string) {
      const room = await findRoom(prisma, platform, platformId);
      return room ? accounts.listAccounts(prisma, room.community, platform) : [];
    },

    /** The communities somebody speaks in from this platform, the oldest first. */
    communitiesOf: (platform: string, platformUserId: string): Promise<CommunityId[]> =>
      accounts.communitiesOf(prisma, platform, platformUserId),

    /** Their own preferences: anybody for themselves. */
    setMember: (
      cause: Cause & { member: MemberId },
      change: { locale?: Locale | null; zone?: string | null; reminders?: boolean },
    ): Promise<Result<void>> =>
      journal.write(cause, async ({ tx }) => {
        await store.updateMember(tx, cause.community, cause.member, change);
        return ok(undefined);
      }),

    setCommunity: (
      cause: Cause & { member: MemberId },
      change: CommunityChange,
    ): Promise<Result<Community>> =>
      journal.write(cause, async ({ tx, record }) => {
        await store.lockCommunity(tx, cause.community);
        const member = await store.getMember(tx, cause.community, cause.member);
        if (!member || !mayChangeSettings(member)) return refuse('facilitators-only');
        const { settings, ...plain } = change;
        const before = await store.getCommunity(tx, cause.community);
        await store.updateCommunity(tx, cause.community, {
          ...plain,
          ...(settings && {
            settings: { ...(before.settings as Prisma.InputJsonObject), ...settings },
          }),
        });
        await record('community.changed', cause.community, {
          ...plain,
          settings: settings ?? {},
        } as never);
        return ok(await store.getCommunity(tx, cause.community));
      }),

    /** Names or unnames a facilitator; there is always one left. */
    setRole: (
      cause: Cause & { member: MemberId },
      change: { readonly member: MemberId; readonly role: Role },
    ): Promise<Result<Member>> =>
      journal.write(cause, async ({ tx, record }) => {
        await store.lockCommunity(tx, cause.community);
        const { community } = cause;
        const members = await store.listMembers(tx, community);
        const by = members.find(({ id }) => id === cause.member);
        const who = members.find(({ id }) => id === change.member);
        if (!by || !mayNameFacilitators(by)) return refuse('facilitators-only');
        if (!who) return refuse('unknown-member', { name: '' });
        const roles = members.map(({ role }) => role);
        if (leavesNoFacilitator(roles, { from: who.role, to: change.role })) {
          return refuse('last-facilitator');
        }
        // Under all their accounts: one of them would give the role back.
        for (const one of await store.accountsOf(tx, community, who.id)) {
          await store.updateMember(tx, community, one, { role: change.role });
        }
        await decideByHand(tx, community, who.id, 'facilitator');
        await record('member.role', who.id, { role: change.role });
        return ok({ ...who, role: change.role });
      }),
  };
}
