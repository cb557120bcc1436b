import { getCommunity, getMember, lockCommunity, updateCommunity } from '../../community/store.js';
import type { Community } from '../../community/types.js';
import type { Prisma } from '../../database/generated/client.js';
import type { CommunityId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import * as store from '../store/mirrors.js';
import { changedSince } from '../store/series.js';
import type { EventNetwork, EventPlace } from '../types.js';
import { MIRROR, showsEvents } from './clockwork.js';
import type { ByMember, Parts } from './parts.js';
import { createShowing, type Shown } from './showing.js';

const SECOND_MS = 1_000;
/** What comes near is shown in its turn, and rooms that were linked since have it too. */
const LOOK_EVERY_MS = 3_600 * SECOND_MS;
const AWAY_MS = 300 * SECOND_MS;
const FIRST_WAIT_MS = 60 * SECOND_MS;

export function createMirroring(parts: Parts) {
  const { prisma, journal, clock, log } = parts;
  const showing = createShowing(parts);

  const networkOn = (platform: string): EventNetwork | null =>
    parts.eventNetworks().get(platform) ?? null;

  /** The places where the rooms of a community are. */
  async function placesWanted({ id }: Community, now: Date): Promise<EventPlace[]> {
    const rooms = await store.roomsOn(prisma, id, [...parts.eventNetworks().keys()]);
    const found = new Map<string, EventPlace>();
    for (const { platform, platformId } of rooms) {
      const place = await networkOn(platform)?.placeOf(platformId);
      if (place == null || found.has(`${platform} ${place}`)) continue;
      const open = await store.openPlace(prisma, id, { platform, place }, now);
      found.set(`${platform} ${place}`, open);
    }
    return [...found.values()];
  }

  const waitAfter = (place: EventPlace, shown: Shown): number => {
    if (shown === 'busy') return 5 * SECOND_MS;
    if (shown === 'more') return SECOND_MS;
    if (shown === 'failed')
      return Math.min(LOOK_EVERY_MS, FIRST_WAIT_MS * 2 ** Math.min(place.failures, 6));
    return LOOK_EVERY_MS;
  };

  /** Brings every place in step; gives how long until the next look, `null` for never again. */
  async function look(community: Community, now: Date): Promise<number | null> {
    const on = showsEvents(community);
    const wanted = on ? await placesWanted(community, now) : [];
    const kept = new Set(wanted.map(({ id }) => id));
    const left = (await store.listPlaces(prisma, community.id)).filter(({ id }) => !kept.has(id));
    const waits: number[] = [];
    for (const place of [...wanted, ...left]) {
      const network = networkOn(place.platform);
      if (!network) continue;
      const shown = kept.has(place.id)
        ? await showing.show(place, network, community, now)
        : await showing.leave(place, network, on, now);
      waits.push(waitAfter(place, shown));
    }
    const soonest = Math.min(LOOK_EVERY_MS, ...waits);
    return on || soonest < LOOK_EVERY_MS ? soonest : null;
  }

  /** A network that cannot be asked where rooms are is asked again later. */
  async function lookOrWait(community: Community, now: Date): Promise<number | null> {
    try {
      return await look(community, now);
    } catch (error) {
      log.warn({ error }, 'networks could not be told of meetings');
      return AWAY_MS;
    }
  }

  return {
    /** Whether networks that have events of their own show the meetings of this community. */
    showEvents: (cause: ByMember, shown: boolean): Promise<Result<void>> =>
      journal.write(cause, async ({ tx, alarm, record }) => {
        const { community, now } = cause;
        await lockCommunity(tx, community);
        const member = await getMember(tx, community, cause.member);
        if (!member || !policy.mayFollow(member)) return refuse('facilitators-only');
        const rooms = await store.roomsOn(tx, community, [...parts.eventNetworks().keys()]);
        if (shown && rooms.length === 0) return refuse('no-event-network');
        const { settings } = await getCommunity(tx, community);
        const agenda = { ...(settings.agenda as Prisma.InputJsonObject), networkEvents: shown };
        await updateCommunity(tx, community, {
          settings: { ...(settings as Prisma.InputJsonObject), agenda },
        });
        await record('community.changed', community, { settings: { agenda } } as never);
        await alarm(MIRROR, community, now);
        return ok(undefined);
      }),

    /** Where somebody who runs a place lets ECC make events there; `null` when nobody knows. */
    grantUrl: (platform: string, place: string): string | null =>
      networkOn(platform)?.grantUrl(place) ?? null,

    /** The alarm: networks are told what changed, by one worker at a time. */
    async mirror(_subject: string, id: CommunityId): Promise<void> {
      const now = clock.now();
      const wait = await lookOrWait(await getCommunity(prisma, id), now);
      const cause = { community: id, member: null, event: null, now };
      await journal.write(cause, async ({ tx, alarm }) => {
        const after = (ms: number): Date => new Date(now.getTime() + ms);
        await alarm(MIRROR, id, wait === null ? null : after(wait));
        // Changed meanwhile, by somebody whose own alarm this has just moved.
        if (wait !== null && (await changedSince(tx, id, now)))
          await alarm(MIRROR, id, after(SECOND_MS));
        return ok(undefined);
      });
    },
  };
}
