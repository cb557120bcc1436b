import { ok, type Result, refuse } from '../../kernel/result.js';
import type { CalendarEvent, CalendarObject } from '../icalendar/document.js';
import { type Change, type Details, LIMITS, type Schedule, type Series } from '../types.js';
import { checkSchedule } from './pattern.js';

/** What another calendar says of a meeting; the rest is ours. */
export interface Said extends Details, Schedule {
  readonly theme: string;
  readonly state: Series['state'];
}

/** A meeting that another calendar tells of. */
export interface Imported {
  readonly uid: string;
  readonly sequence: number;
  /** When it last changed there. */
  readonly stamp: Date;
  readonly said: Said;
  readonly changes: readonly Omit<Change, 'updatedAt'>[];
}

/** Nobody takes a thousand exceptions; a program gone wrong does. */
const MOST_DATES = 1_000;

/** Longer than what people may write here, it is cut, and says so by its end. */
const atMost = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`;

const detailsOf = ({ title, description, place, link }: CalendarEvent, untitled: string) => ({
  title: atMost(title, LIMITS.title) || untitled,
  description: atMost(description, LIMITS.description),
  place: atMost(place, LIMITS.place),
  link: /^https?:\/\/\S+$/i.test(link) && link.length <= LIMITS.link ? link : '',
});

/**
 * What a calendar object becomes here. Refuses what `checkSchedule` does, and `event-long` and
 * `rule-too-long` for what no meeting is.
 */
export function imported(
  { master, overrides }: CalendarObject,
  untitled: string,
): Result<Imported> {
  const { uid, sequence, start, zone, minutes, rule, except, extra } = master;
  if (minutes > LIMITS.minutes) return refuse('event-long');
  if (Math.max(except.length, extra.length, overrides.length) > MOST_DATES || uid.length > 500) {
    return refuse('rule-too-long');
  }
  const schedule: Schedule = {
    ...{ start, zone, minutes, rule, except: [...new Set(except)], extra: [...new Set(extra)] },
  };
  const checked = checkSchedule(schedule);
  if (!checked.ok) return checked;
  const details = detailsOf(master, untitled);
  const state = master.cancelled ? 'cancelled' : 'planned';
  const repeats = rule !== null || extra.length > 0;
  return ok({
    ...{ uid, sequence },
    stamp: latest([master, ...overrides]),
    said: {
      ...{ ...details, ...schedule, state },
      theme: atMost(master.categories[0] ?? '', LIMITS.theme),
    },
    changes: repeats
      ? overrides.flatMap((one) =>
          one.minutes > LIMITS.minutes ? [] : [changeOf(one, master, details)],
        )
      : [],
  });
}

/** One date changed is the meeting changed. */
const latest = (events: readonly CalendarEvent[]): Date =>
  new Date(Math.max(...events.map(({ stamp }) => stamp.getTime())));

function changeOf(
  override: CalendarEvent,
  master: CalendarEvent,
  whole: Details,
): Omit<Change, 'updatedAt'> {
  const own = detailsOf(override, whole.title);
  const differs = (key: keyof Details): string | null =>
    own[key] === whole[key] ? null : own[key];
  const recurrence = override.recurrence ?? '';
  return {
    ...{ recurrence, cancelled: override.cancelled, reason: '' },
    start: override.start === recurrence ? null : override.start,
    minutes: override.minutes === master.minutes ? null : override.minutes,
    ...{ title: differs('title'), description: differs('description') },
    ...{ place: differs('place'), link: differs('link') },
  };
}

const SCHEDULE = ['start', 'zone', 'minutes', 'rule', 'except', 'extra'] as const;
const SAID = ['title', 'description', 'place', 'link', 'theme', 'state', ...SCHEDULE] as const;

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What calendars see of a change. */
const bare = ({
  updatedAt: _,
  reason: __,
  ...change
}: Change | (Imported['changes'][number] & { updatedAt?: Date })) => change;

/** Nothing of it is new. */
export const isSame = (series: Said, changes: readonly Change[], one: Imported): boolean =>
  SAID.every((key) => alike(series[key], one.said[key])) &&
  alike(sorted(changes.map(bare)), sorted(one.changes.map(bare)));

const sorted = <T extends { readonly recurrence: string }>(changes: readonly T[]) =>
  changes
    .map((change) => Object.entries(change).sort(([a], [b]) => (a < b ? -1 : 1)))
    .map((entries) => JSON.stringify(entries))
    .sort();

/** What those who come must be told of. */
export interface Difference {
  readonly kind: 'changed' | 'cancelled';
  readonly scope: 'one' | 'all';
  /** For `one`. */
  readonly recurrence: string;
  readonly moved: boolean;
}

/** The differences between what was known of a meeting and what is said of it now. */
export function differences(
  before: Said,
  changes: readonly Change[],
  after: Imported,
): readonly Difference[] {
  const whole = (kind: Difference['kind'], moved: boolean): readonly Difference[] => [
    { kind, scope: 'all', recurrence: '', moved },
  ];
  const { said } = after;
  if (said.state === 'cancelled')
    return before.state === 'cancelled' ? [] : whole('cancelled', false);
  const moved = SCHEDULE.some((key) => !alike(before[key], said[key]));
  if (moved || before.state === 'cancelled') return whole('changed', true);
  const known = new Map(changes.map((change) => [change.recurrence, change]));
  const each = after.changes.flatMap((change): Difference[] => {
    const { recurrence } = change;
    const was = known.get(recurrence);
    if (was && alike(sorted([bare(was)]), sorted([bare(change)]))) return [];
    if (change.cancelled && !was?.cancelled) {
      return [{ kind: 'cancelled', scope: 'one', recurrence, moved: false }];
    }
    return [
      { kind: 'changed', scope: 'one', recurrence, moved: change.start !== (was?.start ?? null) },
    ];
  });
  if (each.length > 0) return each;
  return isSame(before, changes, after) ? [] : whole('changed', false);
}
