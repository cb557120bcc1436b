import { accountsOf, getMember } from '../../community/store.js';
import type { Member } from '../../community/types.js';
import type { Tx } from '../../database/transaction.js';
import type { Work } from '../../journal/service.js';
import { type CommunityId, type FloorId, newId, type SittingId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { askedWhen, lastGesture, speaking, waiting } from '../rules/floor.js';
import {
  closeFloor,
  deleteWaiting,
  findFloor,
  insertFloor,
  insertTurn,
  lockFloor,
  openFloor,
  timeTurn,
  turnsOf,
} from '../store/floors.js';
import { lockSeries } from '../store/series.js';
import { openSitting, rolesOf } from '../store/sittings.js';
import {
  type Floor,
  LIMITS,
  type Recurrence,
  type RoleHeld,
  type Turn,
  type Which,
} from '../types.js';
import { FLOOR_LEFT } from './clockwork.js';
import type { ByMember, Parts } from './parts.js';
import { voicesIn } from './sittings.js';
import { seriesNow } from './voices.js';

/** Opened beside any meeting, a queue older than this is another day's. */
const STALE_MS = 12 * 3_600_000;
/** Meetings overrun: a queue that somebody used since then is not taken away from them. */
const USED_MS = 30 * 60_000;

/** The queue with all its turns, each person in their one voice. */
export interface FloorNow {
  readonly floor: Floor;
  readonly turns: readonly Turn[];
  /** Who has which role in its meeting. */
  readonly roles: readonly RoleHeld[];
}

export function createSpeaking({ prisma, journal }: Parts) {
  async function floorNow(tx: Tx, floor: Floor): Promise<FloorNow> {
    const voice = await voicesIn(tx, floor);
    const own = <T extends { readonly member: Turn['member'] }>(one: T): T => ({
      ...one,
      member: voice(one.member),
    });
    const roles = floor.sitting ? await rolesOf(tx, floor.community, floor.sitting) : [];
    return {
      floor,
      turns: (await turnsOf(tx, floor)).map(own<Turn>),
      roles: roles.map(own<RoleHeld>),
    };
  }

  /** Holds an open queue, and lets `change` decide and save. */
  const inFloor = (
    cause: ByMember,
    id: FloorId,
    change: (held: Work & FloorNow & { readonly member: Member }) => Promise<Result<unknown>>,
  ): Promise<Result<FloorNow>> =>
    journal.write(cause, async (work) => {
      const { tx } = work;
      await lockFloor(tx, cause.community, id);
      const floor = await findFloor(tx, cause.community, id);
      const member = await getMember(tx, cause.community, cause.member);
      if (!floor) return refuse('unknown-floor');
      if (!member) return refuse('not-a-member');
      if (floor.closedAt) return refuse('floor-closed');
      const done = await change({ ...work, ...(await floorNow(tx, floor)), member });
      if (!done.ok) return done;
      await work.record('agenda.floor', floor.id);
      const after = (await findFloor(tx, cause.community, id)) ?? floor;
      return ok(await floorNow(tx, after));
    });

  async function place(
    tx: Tx,
    { community, now }: ByMember,
    meeting: { readonly which: Which; readonly recurrence: Recurrence } | null,
  ): Promise<SittingId | null> {
    if (!meeting) return null;
    await lockSeries(tx, community, meeting.which);
    const series = await seriesNow(tx, community, meeting.which);
    return series && openSitting(tx, series, meeting.recurrence, now);
  }

  return {
    /** The queue of a meeting, or of the room beside any: the one that is open, else a new one. */
    openFloor: (
      cause: ByMember,
      meeting: { readonly which: Which; readonly recurrence: Recurrence } | null,
      shares: boolean,
    ): Promise<Result<FloorNow>> =>
      journal.write(cause, async ({ tx, record }) => {
        const { community, now } = cause;
        const sitting = await place(tx, cause, meeting);
        const open = await openFloor(tx, community, sitting);
        const stale = open && !sitting && now.getTime() - open.openedAt.getTime() > STALE_MS;
        if (open && !stale) return ok(await floorNow(tx, open));
        if (open) await closeFloor(tx, open, now);
        const id = newId<'floor'>(now);
        const floor: Floor = { id, community, sitting, shares, openedAt: now, closedAt: null };
        await insertFloor(tx, floor);
        await record('agenda.floor', id);
        return ok(await floorNow(tx, floor));
      }),

    askFloor: (cause: ByMember, id: FloorId): Promise<Result<FloorNow>> =>
      inFloor(cause, id, async ({ tx, floor, turns, member }) => {
        const queue = waiting(turns, cause.now);
        if (queue.some((one) => one.member === member.id)) return refuse('floor-asked');
        if (speaking(turns)?.member === member.id) return refuse('floor-yours');
        if (queue.length >= LIMITS.turns) return refuse('floor-full', { max: LIMITS.turns });
        return ok(await insertTurn(tx, floor, member.id, askedWhen(turns, cause.now)));
      }),

    /** Does not ask any more. */
    leaveFloor: (cause: ByMember, id: FloorId): Promise<Result<FloorNow>> =>
      inFloor(cause, id, async ({ tx, floor, member }) => {
        const accounts = await accountsOf(tx, floor.community, member.id);
        return (await deleteWaiting(tx, floor, accounts)) > 0
          ? ok(undefined)
          : refuse('floor-not-asked');
      }),

    /** Who speaks has spoken; the next one speaks. Who speaks may always give it up. */
    nextFloor: (cause: ByMember, id: FloorId): Promise<Result<FloorNow>> =>
      inFloor(cause, id, async ({ tx, floor, turns, roles, member }) => {
        const { now } = cause;
        const current = speaking(turns);
        if (current?.member !== member.id && !policy.mayGiveFloor(member, roles)) {
          return refuse('floor-facilitator');
        }
        const [next] = waiting(turns, now);
        if (!current && !next) return refuse('floor-empty');
        const { community } = floor;
        if (current) await timeTurn(tx, community, current.id, { endedAt: now });
        // Asked under two accounts, linked since: they speak once.
        const same = turns.filter((one) => one.startedAt === null && one.member === next?.member);
        if (next) await timeTurn(tx, community, next.id, { startedAt: now });
        if (next && same.length > 1) {
          await deleteWaiting(tx, floor, await accountsOf(tx, community, next.member));
        }
        return ok(undefined);
      }),

    closeFloor: (cause: ByMember, id: FloorId): Promise<Result<FloorNow>> =>
      inFloor(cause, id, async ({ tx, floor, turns, roles, member }) => {
        if (!policy.mayGiveFloor(member, roles)) return refuse('floor-facilitator');
        const current = speaking(turns);
        if (current) await timeTurn(tx, floor.community, current.id, { endedAt: cause.now });
        return ok(await closeFloor(tx, floor, cause.now));
      }),

    async floor(community: CommunityId, id: FloorId): Promise<FloorNow | null> {
      const floor = await findFloor(prisma, community, id);
      return floor && floorNow(prisma, floor);
    },
  };
}

/** After its meeting, a queue that nobody uses any more is closed. */
export const createFloorClock = ({ journal, clock }: Parts) => ({
  async left(subject: string, community: CommunityId): Promise<void> {
    const now = clock.now();
    const cause = { community, member: null, event: null, now };
    await journal.write(cause, async ({ tx, alarm, record }) => {
      const id = subject as FloorId;
      await lockFloor(tx, community, id);
      const floor = await findFloor(tx, community, id);
      if (!floor || floor.closedAt) return ok(undefined);
      const turns = await turnsOf(tx, floor);
      const current = speaking(turns);
      const until = new Date(lastGesture(floor, turns).getTime() + USED_MS);
      if ((current || waiting(turns, now).length > 0) && until > now) {
        await alarm(FLOOR_LEFT, id, until);
        return ok(undefined);
      }
      if (current) await timeTurn(tx, community, current.id, { endedAt: now });
      await closeFloor(tx, floor, now);
      await record('agenda.floor', id);
      return ok(undefined);
    });
  },
});
