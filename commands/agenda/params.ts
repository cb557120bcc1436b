import { type Occurrence, ONCE, type Recurrence } from '../../src/agenda/types.js';
import { formatDay, formatMoment } from '../../src/kernel/dates/format.js';
import { understandMoment } from '../../src/kernel/dates/understand.js';
import { ok, refuse } from '../../src/kernel/result.js';
import { type Param, param } from '../registry/param.js';

/** A series by its number and, when a button names it, one of its occurrences. */
export interface EventRef {
  readonly number: number;
  /** `null`: none was named. */
  readonly recurrence: Recurrence | null;
}

/** What stands for a meeting that does not repeat: its recurrence is empty. */
const ONLY = '.';

/** How a button names one occurrence. */
export const refTyped = ({
  number,
  recurrence,
}: Pick<Occurrence, 'number' | 'recurrence'>): string =>
  `${number}@${recurrence === ONCE ? ONLY : recurrence}`;

/** `12`, `A-12`, `a12`, and what {@link refTyped} makes; `null` for anything else. */
export function readRef(typed: string): EventRef | null {
  const [, digits, named] =
    /^\s*(?:a\s*-?\s*)?(\d{1,7})(?:@(\.|\*|\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?))?\s*$/i.exec(typed) ??
    [];
  if (!digits) return null;
  return { number: Number(digits), recurrence: named === ONLY ? ONCE : (named ?? null) };
}

const DAY_MS = 86_400_000;
/** What is offered while typing: what comes in the next three months. */
const OFFERED_MS = 92 * DAY_MS;
const MOST_OFFERED = 25;

/** A meeting by its short number: `12`, `A-12`. Offers those to come, the nearest first. */
export const eventRef = (): Param<EventRef> =>
  param<EventRef>({
    closed: true,
    options: async ({ services, community, locale, now }) => {
      const { zone } = community;
      const to = new Date(now.getTime() + OFFERED_MS);
      const { meetings } = await services.agenda.meetings(community.id, {
        ...{ from: now, to, limit: MOST_OFFERED * 4 },
      });
      const first = meetings.filter(
        ({ series }, index) => meetings.findIndex((one) => one.series.id === series.id) === index,
      );
      return first.slice(0, MOST_OFFERED).map(({ occurrence: { number, title, start } }) => ({
        value: `A-${number}`,
        label: `A-${number} · ${title} · ${formatMoment(start, { zone, locale, now })}`,
      }));
    },
    parse: async (typed) => {
      const ref = readRef(typed);
      return ref ? ok(ref) : refuse('not-an-event', { typed });
    },
  });

/** A day somebody names, to tell one occurrence from the others. */
export interface Day {
  /** Noon of it. */
  readonly noon: Date;
  readonly typed: string;
}

/** One date of a series that repeats. */
export const day = (): Param<Day> =>
  param<Day>({
    takes: 'words',
    parse: async (typed, { community: { zone }, now, locale }) => {
      const read = understandMoment({ text: typed, now, zone, locale, defaultHour: 12 });
      if (read.type === 'understood') return ok({ noon: read.at, typed });
      if (read.type === 'impossible' && read.reason === 'past') return ok({ noon: read.at, typed });
      if (read.type !== 'ambiguous') return refuse('moment-unknown', { typed });
      const list = read.candidates.map((at) => formatDay(at, { zone, locale, now })).join(' / ');
      return refuse('moment-ambiguous', { typed, list });
    },
  });
