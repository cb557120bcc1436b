import type { Rule } from '../../kernel/dates/repetition/rule.js';
import { completed } from './days.js';
import { type Budget, PERIODS, type Periods } from './periods.js';
import { DAY_SECONDS, dateOf, dayNumber, LAST_WALL, type Wall } from './wall.js';

/** Both ends are part of it. */
export interface Span {
  readonly from: Wall;
  readonly to: Wall;
}

/** From the beginning to the end of the year 9999. */
export const EVER: Span = { from: Number.NEGATIVE_INFINITY, to: LAST_WALL };

/**
 * The wall times a rule falls on, in order, inside a span. Periods outside of it are not looked
 * at: only a rule with a COUNT has to be walked from its start. COUNT, UNTIL and exceptions are
 * for the caller. Ends when the budget is spent, whatever the rule is.
 */
export function* walk(rule: Rule, start: Wall, span: Span, budget: Budget): Generator<Wall> {
  const whole = completed(rule, Math.floor(start / DAY_SECONDS));
  const periods = PERIODS[rule.frequency](whole);
  const times = timesOf(rule, start);
  const origin = periods.numberAt(start);
  const least = Math.max(start, span.from);
  const last = Math.min(span.to, LAST_WALL);
  let step = Math.max(0, Math.floor((periods.numberAt(least) - origin) / rule.interval));
  while (budget.left > 0) {
    const number = origin + step * rule.interval;
    if (periods.startOf(number) > last) return;
    const days = periods.daysIn(number, budget);
    const next = days.length === 0 ? barrenUntil(whole, periods.startOf(number)) : null;
    if (next !== null) {
      step = Math.max(step + 1, Math.ceil((periods.numberAt(next) - origin) / rule.interval));
      continue;
    }
    budget.left -= days.length * times.length;
    for (const wall of chosen(rule, wallsOf(whole, periods, number, days, times)))
      if (wall >= least && wall <= last) yield wall;
    step += 1;
  }
}

/** Where to look next when a day, hour or minute does not fit: tomorrow, or another month. */
function barrenUntil(rule: Rule, wall: Wall): Wall | null {
  if (!['DAILY', 'HOURLY', 'MINUTELY'].includes(rule.frequency)) return null;
  const day = Math.floor(wall / DAY_SECONDS);
  const { year, month } = dateOf(day);
  const elsewhere = rule.months.length > 0 && !rule.months.includes(month);
  return (elsewhere ? dayNumber(year, month + 1, 1) : day + 1) * DAY_SECONDS;
}

/** The times of a day (or of an hour, or of a minute), in seconds from its beginning. */
function timesOf({ frequency, hours, minutes, seconds }: Rule, start: Wall): number[] {
  const inDay = ((start % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
  const or = (said: readonly number[], own: number) => (said.length > 0 ? said : [own]);
  const ownHours = frequency === 'HOURLY' || frequency === 'MINUTELY' ? [0] : hours;
  const ownMinutes = frequency === 'MINUTELY' ? [0] : minutes;
  return or(ownHours, Math.floor(inDay / 3600)).flatMap((hour) =>
    or(ownMinutes, Math.floor((inDay % 3600) / 60)).flatMap((minute) =>
      or(seconds, inDay % 60).map((second) => hour * 3600 + minute * 60 + second),
    ),
  );
}

function wallsOf(
  { frequency, hours, minutes }: Rule,
  periods: Periods,
  number: number,
  days: readonly number[],
  times: readonly number[],
): Wall[] {
  if (frequency !== 'HOURLY' && frequency !== 'MINUTELY')
    return days.flatMap((day) => times.map((time) => day * DAY_SECONDS + time));
  const start = periods.startOf(number);
  const { hour, minute } = { hour: (start / 3600) % 24, minute: (start / 60) % 60 };
  if (hours.length > 0 && !hours.includes(Math.floor((hour + 24) % 24))) return [];
  const limited = frequency === 'MINUTELY' && minutes.length > 0;
  if (limited && !minutes.includes(Math.floor((minute + 60) % 60))) return [];
  return times.map((time) => start + time);
}

/** BYSETPOS: some of a period’s occurrences, by their place in it. */
function chosen({ positions }: Rule, walls: readonly Wall[]): readonly Wall[] {
  if (positions.length === 0) return walls;
  return walls.filter((_, i) => positions.includes(i + 1) || positions.includes(i - walls.length));
}
