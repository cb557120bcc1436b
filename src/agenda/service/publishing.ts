import { createHash } from 'node:crypto';
import { getCommunity, getMember, listPeople } from '../../community/store.js';
import type { Community } from '../../community/types.js';
import type { CommunityId, MemberId, SeriesId } from '../../kernel/ids.js';
import type { CalendarEvent } from '../icalendar/document.js';
import { calendarObject, comingTo, type Dressing, shownFrom } from '../rules/calendar.js';
import { answeredYes, ownAnswers, type Shown, seriesPage, versionOf } from '../store/calendar.js';
import { changesOf } from '../store/series.js';
import { type Answer, EACH, type Feed, ONCE, type Series } from '../types.js';
import type { createFeeds } from './feeds.js';
import type { Parts } from './parts.js';
import { answersNow } from './voices.js';

/** So many meetings in memory at a time. */
const PAGE = 250;

/** What a feed shows at an instant. */
export interface Publication {
  readonly feed: Feed;
  /** The community it was opened in. */
  readonly community: Community;
  /** Another whenever anything that it shows has changed. */
  readonly version: string;
  readonly lastModified: Date;
  /** The events, some at a time; `describe` says what is under the title of each. */
  events(
    describe: (series: Series, community: Community) => Dressing['describe'],
  ): AsyncGenerator<CalendarEvent[]>;
}

/** Whether calendars say who comes: the community's choice, and not its default. */
const showsAttendees = ({ settings }: Community): boolean =>
  (settings.agenda as { attendees?: unknown } | undefined)?.attendees === true;

interface Place {
  readonly community: Community;
  readonly members: readonly MemberId[];
  readonly shown: Shown;
}

export function createPublishing(parts: Parts, feeds: ReturnType<typeof createFeeds>) {
  const { prisma } = parts;

  const shown = (feed: Feed, members: readonly MemberId[], now: Date): Shown => ({
    from: shownFrom(now),
    theme: feed.kind === 'theme' ? feed.theme : null,
    room: feed.kind === 'room' ? feed.room : null,
    comingTo: feed.kind === 'coming' ? members : null,
  });

  async function attendeesOf(
    series: readonly Series[],
    community: CommunityId,
  ): Promise<ReadonlyMap<SeriesId, CalendarEvent['attendees']>> {
    const open = series.filter(({ discreet }) => !discreet);
    const names = new Map((await listPeople(prisma, community)).map(({ id, name }) => [id, name]));
    const asked = open.map(({ id }) => ({ series: id, recurrences: [ONCE, EACH] }));
    const answers = await answersNow(prisma, community, asked);
    return new Map(
      open.map(({ id }) => [
        id,
        (answers.get(id) ?? []).map(({ member, presence }) => ({
          ...{ id: member, name: names.get(member) ?? '?', presence },
        })),
      ]),
    );
  }

  async function* eventsOf(
    feed: Feed,
    place: Place,
    alarms: boolean,
    describe: Parameters<Publication['events']>[0],
  ): AsyncGenerator<CalendarEvent[]> {
    const { community, members, shown } = place;
    const only = shown.comingTo && (await answeredYes(prisma, community.id, members));
    for (let after: SeriesId | null = null; ; ) {
      const page: Series[] = await seriesPage(prisma, community.id, shown, {
        after,
        limit: PAGE,
        only,
      });
      const ids = page.map(({ id }) => id);
      const changes = await changesOf(prisma, community.id, ids);
      const own = shown.comingTo
        ? await ownAnswers(prisma, community.id, members, ids)
        : new Map<SeriesId, Answer[]>();
      const attendees =
        showsAttendees(community) && !feed.public ? await attendeesOf(page, community.id) : null;
      yield page.flatMap((series) => {
        const object = calendarObject(series, changes.get(series.id) ?? [], {
          ...{ describe: describe(series, community), alarms },
          attendees: attendees?.get(series.id) ?? [],
        });
        if (shown.comingTo) return comingTo(object, own.get(series.id) ?? []);
        return [object.master, ...object.overrides];
      });
      after = ids.at(-1) ?? null;
      if (ids.length < PAGE) return;
    }
  }

  return {
    /** What the address shows; `null` for what is no address, or no longer one. */
    async publication(secret: string, now: Date): Promise<Publication | null> {
      const feed = await feeds.feedBehind(secret, now);
      if (!feed) return null;
      const places: Place[] = [];
      for (const { community, members } of await feeds.placesOf(feed)) {
        places.push({
          ...{ community: await getCommunity(prisma, community), members },
          shown: shown(feed, members, now),
        });
      }
      const owner = await getMember(prisma, feed.community, feed.member);
      const alarms = !feed.public && (owner?.reminders ?? false);
      const versions = await Promise.all(
        places.map((place) => {
          const everybody = showsAttendees(place.community) ? [] : null;
          return versionOf(
            prisma,
            place.community.id,
            place.shown,
            place.shown.comingTo ?? everybody,
          );
        }),
      );
      const said = places.map(({ community }) => [community.name, showsAttendees(community)]);
      const whole = JSON.stringify([versions, said, alarms, feed, shownFrom(now)], (key, value) =>
        key === 'readAt' ? undefined : value,
      );
      const latest = Math.max(
        feed.createdAt.getTime(),
        ...versions.map((one) => one.latest.getTime()),
      );
      return {
        feed,
        community:
          places.find(({ community }) => community.id === feed.community)?.community ??
          (await getCommunity(prisma, feed.community)),
        version: createHash('sha256').update(whole).digest('base64url').slice(0, 27),
        lastModified: new Date(latest),
        async *events(describe) {
          for (const place of places) yield* eventsOf(feed, place, alarms, describe);
        },
      };
    },
  };
}
