import type { Frequency, Rule } from '../../kernel/dates/repetition/rule.js';
import { firstOfYear, isCounted, passes, weekOf } from './days.js';
import { DAY_SECONDS, type DayNumber, dateOf, dayNumber, type Wall } from './wall.js';

/** What a walk may still look at before it gives up: days and times, whatever they come to. */
export interface Budget {
  left: number;
}

/** A calendar period of a rule, by its number: years, months, weeks, days, hours or minutes. */
export interface Periods {
  /** The number of the period that a wall time is in. */
  readonly numberAt: (wall: Wall) => number;
  readonly startOf: (number: number) => Wall;
  /** The days of the period that fit; for an hour or a minute, the day it is in, if it fits. */
  readonly daysIn: (number: number, budget: Budget) => DayNumber[];
}

function spanDays(rule: Rule, first: DayNumber, end: DayNumber, budget: Budget): DayNumber[] {
  const days: DayNumber[] = [];
  for (let day = first; day < end; day++) if (passes(rule, day)) days.push(day);
  budget.left -= end - first;
  return days;
}

/** Counted weekdays are counted in the month, or in the year when no month is said. */
function monthDays(rule: Rule, index: number, budget: Budget): DayNumber[] {
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  budget.left -= 1;
  if (rule.months.length > 0 && !rule.months.includes(month)) return [];
  const [first, end] = [dayNumber(year, month, 1), dayNumber(year, month + 1, 1)];
  const counted = rule.weekdays.some(({ nth }) => nth !== null);
  if (rule.monthDays.length > 0 && !counted) {
    const said = rule.monthDays.map((one) => (one > 0 ? first + one - 1 : end + one));
    budget.left -= said.length;
    return [...new Set(said)]
      .filter((day) => day >= first && day < end && passes(rule, day))
      .sort((a, b) => a - b);
  }
  const days = spanDays(rule, first, end, budget);
  return counted ? days.filter((day) => isCounted(rule, day, first, end)) : days;
}

function yearDays(rule: Rule, year: number, budget: Budget): DayNumber[] {
  const counted = rule.weekdays.some(({ nth }) => nth !== null);
  if (rule.months.length > 0 || (rule.monthDays.length > 0 && !counted))
    return Array.from({ length: 12 }, (_, month) =>
      monthDays(rule, year * 12 + month, budget),
    ).flat();
  const [first, end] = [firstOfYear(year), firstOfYear(year + 1)];
  const days = spanDays(rule, first, end, budget);
  return counted ? days.filter((day) => isCounted(rule, day, first, end)) : days;
}

const dayOf = (wall: Wall): DayNumber => Math.floor(wall / DAY_SECONDS);

const fixed = (rule: Rule, seconds: number): Periods => ({
  numberAt: (wall) => Math.floor(wall / seconds),
  startOf: (number) => number * seconds,
  daysIn: (number, budget) => {
    budget.left -= 1;
    const day = dayOf(number * seconds);
    return passes(rule, day) ? [day] : [];
  },
});

export const PERIODS: Readonly<Record<Frequency, (rule: Rule) => Periods>> = {
  YEARLY: (rule) => ({
    numberAt: (wall) => dateOf(dayOf(wall)).year,
    startOf: (year) => firstOfYear(year) * DAY_SECONDS,
    daysIn: (year, budget) => yearDays(rule, year, budget),
  }),
  MONTHLY: (rule) => ({
    numberAt: (wall) => {
      const { year, month } = dateOf(dayOf(wall));
      return year * 12 + month - 1;
    },
    startOf: (index) => dayNumber(Math.floor(index / 12), (index % 12) + 1, 1) * DAY_SECONDS,
    daysIn: (index, budget) => monthDays(rule, index, budget),
  }),
  WEEKLY: (rule) => {
    // Weeks are numbered from one that begins on the rule’s own first day of the week.
    const origin = weekOf(0, rule.weekStart);
    return {
      numberAt: (wall) => Math.floor((dayOf(wall) - origin) / 7),
      startOf: (number) => (origin + 7 * number) * DAY_SECONDS,
      daysIn: (number, budget) =>
        spanDays(rule, origin + 7 * number, origin + 7 * number + 7, budget),
    };
  },
  DAILY: (rule) => fixed(rule, DAY_SECONDS),
  HOURLY: (rule) => fixed(rule, 3600),
  MINUTELY: (rule) => fixed(rule, 60),
};
