import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../../locale.js';
import { type DateParts, nextWeekday, occurrences, type PlainDate } from '../../calendar.js';
import { dayNumber, fullDate } from '../day-dates.js';
import { nearDays } from '../day-weeks.js';
import { hour, type Minutes } from '../hours.js';
import { either, map, optional, type Rule, seq, word } from '../rule.js';
import type { Clause, DaySpan, DaySpanReading } from './clause.js';
import { anyWeekday, monthWord } from './lists.js';
import { weekdayRange } from './weekly.js';

/** One end of a span, as said: a date whose weekday may be said too, a weekday, or a near day. */
interface End {
  readonly weekday: number | null;
  readonly date: DateParts | null;
  readonly near: ((today: PlainDate) => PlainDate) | null;
}

const noSuchDay: DaySpanReading = { type: 'no-such-day' };

function firstDay({ date, weekday, near }: End, today: PlainDate): PlainDate | null {
  if (near) return near(today);
  if (date) return occurrences(date, today)?.[0] ?? null;
  return weekday === null ? null : nextWeekday(today, weekday);
}

const agrees = (day: PlainDate, { date, weekday }: End): boolean =>
  date === null || weekday === null || day.dayOfWeek === weekday;

/** The first day takes from the last what it leaves out: « du 3 au 5 juillet ». */
function between(from: End, to: End): DaySpan {
  const month = from.date && from.date.month === undefined ? to.date?.month : undefined;
  const year = from.date && from.date.year === undefined ? to.date?.year : undefined;
  const start: End = from.date
    ? {
        ...from,
        date: {
          ...from.date,
          ...(month === undefined ? {} : { month }),
          ...(year === undefined ? {} : { year: yearOfStart(from.date, to.date, year) }),
        },
      }
    : from;
  const shared = month !== undefined && to.date?.day !== undefined && from.date !== null;
  return (today) => {
    if (shared && from.date && to.date && to.date.day <= from.date.day)
      return { type: 'end-before-start' };
    const first = firstDay(start, today);
    if (!first) return noSuchDay;
    // A span that has begun is not next year's.
    const yearly = to.date && start.date && !start.date.year && !to.date.year;
    const running = yearly ? firstDay(to, today) : null;
    if (running && Temporal.PlainDate.compare(running, first) < 0)
      return { type: 'running', last: running };
    const last = firstDay(to, to.date?.year === undefined ? first : today);
    if (!last) return noSuchDay;
    if (!agrees(first, start) || !agrees(last, to)) return noSuchDay;
    if (Temporal.PlainDate.compare(last, first) <= 0) return { type: 'end-before-start' };
    return { type: 'days', first, last };
  };
}

/** « du 30 décembre au 2 janvier 2027 » begins in 2026. */
const yearOfStart = (from: DateParts, to: DateParts | null, year: number): number =>
  from.month !== undefined && to?.month !== undefined && from.month > to.month ? year - 1 : year;

const the = optional(word('le', 'the'));

const LONGEST_DAYS = 400;

export const shortEnough = (first: PlainDate, last: PlainDate): boolean =>
  first.until(last).days <= LONGEST_DAYS;

const ends = (locale: Locale): { readonly loose: Rule<End>; readonly whole: Rule<End> } => {
  const weekday = optional(map(seq(anyWeekday, optional(word(','))), ([day]) => day));
  const dated: Rule<End> = map(seq(weekday, the, fullDate(locale)), ([day, , date]) => ({
    weekday: day,
    date,
    near: null,
  }));
  const numbered: Rule<End> = map(seq(weekday, the, dayNumber), ([day, , n]) => ({
    weekday: day,
    date: { day: n },
    near: null,
  }));
  const near: Rule<End> = map(nearDays, (day) => ({
    weekday: null,
    date: null,
    near: (today: PlainDate) => {
      const reading = day(today, 'day');
      return (reading.pick === 'none' ? undefined : reading.days[0]) ?? today;
    },
  }));
  const named: Rule<End> = map(anyWeekday, (day) => ({ weekday: day, date: null, near: null }));
  return { loose: either(dated, numbered, near, named), whole: either(dated, near, named) };
};

const onlyMinute = (minutes: Minutes | null): number | null | undefined =>
  minutes === null ? null : minutes.length === 1 ? minutes[0] : undefined;

export function daySpans(locale: Locale): Rule<DaySpan> {
  const { loose, whole } = ends(locale);
  const to = word('au', 'a', 'to', 'through', '-', '–');
  // « mardi jusqu’au 30 juin » is more likely a repetition half said.
  const until = word('jusqu au', 'jusqu a', 'until', 'till');
  const lead = optional(word('du', 'de', 'from', 'le', 'd'));
  return either<DaySpan>(
    map(seq(word('du', 'from'), loose, until, whole), ([, from, , last]) => between(from, last)),
    map(seq(lead, loose, to, whole), ([, from, , last]) =>
      from.date === null && last.date === null && from.near === null && last.near === null
        ? undefined
        : between(from, last),
    ),
    // "July 3-5", "from july 3 to 5"
    map(
      seq(lead, monthWord, optional(word('the')), dayNumber, to, dayNumber),
      ([, month, , a, , b]) =>
        between(
          { weekday: null, date: { day: a, month }, near: null },
          { weekday: null, date: { day: b, month }, near: null },
        ),
    ),
    // « les 3 et 4 juillet »: two days that touch; others are no span.
    map(
      seq(
        word('les', 'le', 'the', 'on the'),
        dayNumber,
        word('et', 'et le', 'and', 'and the'),
        fullDate(locale),
      ),
      ([, day, , date]) =>
        date.day === day + 1
          ? between(
              { weekday: null, date: { day }, near: null },
              { weekday: null, date, near: null },
            )
          : undefined,
    ),
    map(weekdayRange, ([first, last]) =>
      between(
        { weekday: first, date: null, near: null },
        { weekday: last, date: null, near: null },
      ),
    ),
  );
}

/** Whole days, or with the hours of both ends: « du 3 juillet 18 h au 5 juillet 12 h ». */
export function daySpanClauses(locale: Locale): Rule<Clause> {
  const { loose, whole } = ends(locale);
  const at = map(
    seq(optional(word(',')), optional(word('a', 'at')), hour(locale, 24)),
    ([, , minutes]) => minutes,
  );
  return either<Clause>(
    map(daySpans(locale), (days) => ({
      kind: 'days',
      days,
      firstMinutes: null,
      lastMinutes: null,
    })),
    map(
      seq(
        optional(word('du', 'de', 'from', 'le', 'd')),
        loose,
        at,
        word('au', 'a', 'to', 'until', 'till', '-', '–', 'jusqu au', 'jusqu a'),
        whole,
        at,
      ),
      ([, from, starts, , to, lasts]) => {
        const firstMinutes = onlyMinute(starts);
        const lastMinutes = onlyMinute(lasts);
        return firstMinutes === undefined || lastMinutes === undefined
          ? undefined
          : { kind: 'days', days: between(from, to), firstMinutes, lastMinutes };
      },
    ),
  );
}
