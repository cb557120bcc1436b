import { type Day, noSuchDay, sure } from '../grammar/days.js';
import type { Part } from '../grammar/hours.js';
import type { Turn } from '../grammar/turns.js';
import type { Clause, HourSpan } from '../grammar/when/clause.js';
import { inside, joined } from '../grammar/when/times.js';

export type Of<K extends Clause['kind']> = Extract<Clause, { kind: K }>;

/** A row of clauses, each under its own name. */
export interface Reading {
  readonly day: Of<'day'> | null;
  readonly days: Of<'days'> | null;
  readonly elapsed: number | null;
  readonly part: Part | null;
  /** `null` when no hour was said. */
  readonly hours: readonly HourSpan[] | 'all-day' | 'end-before-start' | null;
  readonly turn: Turn | null;
  readonly minutes: number | null;
  readonly lasts: Of<'lasts'>['length'] | null;
  readonly every: Of<'every'> | null;
  readonly repeats: Of<'repeats'> | null;
  readonly except: Of<'except'>['exceptions'];
  readonly from: Day | null;
  readonly until: Day | null;
  readonly times: number | null;
  readonly season: Of<'season'> | null;
}

/** `null` when the clauses do not go together: no such reading. */
export function readingOf(row: readonly Clause[]): Reading | null {
  const one = <K extends Clause['kind']>(kind: K): Of<K> | null =>
    (row.find((clause) => clause.kind === kind) as Of<K> | undefined) ?? null;
  const [every, repeats, from, time, end] = [
    one('every'),
    one('repeats'),
    one('from'),
    one('time'),
    one('end'),
  ];
  const limits = [one('except'), from, one('until'), one('times'), one('season')];
  const bounded = limits.some((limit) => limit !== null) || (repeats && one('days') !== null);
  const repeated = every !== null || repeats !== null;
  if (bounded && !repeated) return null;
  if (one('until') && one('times')) return null;
  if (one('season') && (one('until') || one('times') || from)) return null;
  if (repeats?.mode === 'once' && (bounded || every)) return null;
  if (repeats?.mode === 'partial' && !every) return null;
  // What begins on a day said apart needs no other day; `exact` stands for it when there is none.
  const asDay = every && !repeats && from?.exact && !one('day') ? from : null;
  if (from && !asDay && one('day')) return null;
  const day: Of<'day'> | null = asDay
    ? { kind: 'day', day: asDay.day, part: null, said: 'other' }
    : one('day');

  const apart = [day, one('days'), one('elapsed')].filter((clause) => clause !== null);
  if (apart.length > 1 || (!repeated && apart.length === 0 && !time)) return null;
  if (one('elapsed') && (repeated || time || end)) return null;
  const held = boundsOf(one('days'));
  if (held && repeated && (!held.whole || from || one('until') || one('times') || one('season')))
    return null;
  if (held && (end || one('lasts'))) return null;
  // « du 3 au 5 juillet tous les ans » is no bound: several days that repeat, which none holds.
  if (held && every && !repeats && every.frequency !== 'DAILY') return null;
  if (one('length') && one('lasts') && !repeated) return null;

  if (one('turn') && !Array.isArray(time?.spans)) return null;
  const hours = hoursOf(time, end);
  if (hours === undefined) return null;
  const parts = [day?.part, every?.part, repeats?.part].filter((part) => part != null);
  const [part = null] = parts;
  if (parts.length > 1) return null;
  if (part && hours === 'all-day') return null;
  const within = part && Array.isArray(hours) ? inside(hours, part) : hours;
  if (Array.isArray(within) && within.length === 0) return null;
  const minutes = one('length')?.minutes ?? null;
  if (minutes !== null && (hours === 'all-day' || hasEnd(hours))) return null;
  return {
    day,
    days: repeated ? null : one('days'),
    elapsed: one('elapsed')?.minutes ?? null,
    part,
    hours: within,
    turn: one('turn')?.turn ?? null,
    minutes,
    lasts: one('lasts')?.length ?? null,
    every,
    repeats,
    except: one('except')?.exceptions ?? [],
    from: repeated && held ? held.from : asDay ? null : (from?.day ?? null),
    until: repeated && held ? held.until : (one('until')?.day ?? null),
    times: one('times')?.times ?? repeats?.count ?? null,
    season: one('season'),
  };
}

/** « tous les mardis du 5 janvier au 30 juin »: the span bounds what repeats. */
function boundsOf(days: Of<'days'> | null) {
  if (!days) return null;
  const edge =
    (which: 'first' | 'last'): Day =>
    (today) => {
      const span = days.days(today);
      if (span.type === 'days') return sure(span[which]);
      return span.type === 'running' ? sure(which === 'last' ? span.last : today) : noSuchDay;
    };
  return { whole: days.firstMinutes === null, from: edge('first'), until: edge('last') };
}

const hasEnd = (hours: Reading['hours']): boolean =>
  Array.isArray(hours) && hours.some(({ end }: HourSpan) => end !== null);

/** `undefined` when an end is said without its start, or twice. */
function hoursOf(time: Of<'time'> | null, end: Of<'end'> | null): Reading['hours'] | undefined {
  if (!end) return time?.spans ?? null;
  if (!time || !Array.isArray(time.spans)) return undefined;
  return joined(time.spans as readonly HourSpan[], end.minutes) ?? undefined;
}
