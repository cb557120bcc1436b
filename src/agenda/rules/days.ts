import type { Rule } from '../../kernel/dates/repetition/rule.js';
import { type DayNumber, dateOf, dayNumber, weekdayOf } from './wall.js';

/** A rule whose silences are filled from its start (RFC 5545 §3.3.10, last paragraphs). */
export function completed(rule: Rule, start: DayNumber): Rule {
  const { month, day } = dateOf(start);
  const { frequency, months, weeks, yearDays, monthDays, weekdays } = rule;
  const own = [{ weekday: weekdayOf(start), nth: null }];
  if (weekdays.length > 0 || monthDays.length > 0 || yearDays.length > 0) return rule;
  if (weeks.length > 0 || frequency === 'WEEKLY') return { ...rule, weekdays: own };
  if (frequency === 'MONTHLY') return { ...rule, monthDays: [day] };
  if (frequency !== 'YEARLY') return rule;
  return { ...rule, monthDays: [day], months: months.length > 0 ? months : [month] };
}

export const firstOfYear = (year: number): DayNumber => dayNumber(year, 1, 1);

const isNth = (numbers: readonly number[], fromStart: number, length: number): boolean =>
  numbers.length === 0 || numbers.includes(fromStart) || numbers.includes(fromStart - length - 1);

/** Whether a day passes every part that speaks of days, but for counted weekdays. */
export function passes(rule: Rule, day: DayNumber): boolean {
  const { weekdays, months, monthDays, yearDays, weeks, weekStart } = rule;
  if (weekdays.length > 0 && !weekdays.some((one) => one.weekday === weekdayOf(day))) return false;
  if (months.length + monthDays.length + yearDays.length + weeks.length === 0) return true;
  const { year, month, day: monthDay } = dateOf(day);
  if (months.length > 0 && !months.includes(month)) return false;
  if (monthDays.length > 0) {
    const length = dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
    if (!isNth(monthDays, monthDay, length)) return false;
  }
  if (yearDays.length > 0) {
    const first = firstOfYear(year);
    if (!isNth(yearDays, day - first + 1, firstOfYear(year + 1) - first)) return false;
  }
  return weeks.length === 0 || isInWeeks(weeks, day, year, weekStart);
}

/** The week that holds 4 January is the first (ISO 8601), whatever day weeks begin on. */
const firstWeekOf = (year: number, weekStart: number): DayNumber =>
  weekOf(dayNumber(year, 1, 4), weekStart);

export const weekOf = (day: DayNumber, weekStart: number): DayNumber =>
  day - ((weekdayOf(day) - weekStart + 7) % 7);

function isInWeeks(weeks: readonly number[], day: DayNumber, year: number, weekStart: number) {
  const itsYear =
    [year + 1, year, year - 1].find((one) => firstWeekOf(one, weekStart) <= day) ?? year;
  const first = firstWeekOf(itsYear, weekStart);
  const length = (firstWeekOf(itsYear + 1, weekStart) - first) / 7;
  return isNth(weeks, Math.floor((day - first) / 7) + 1, length);
}

/** Whether a weekday is the one counted inside `first`..`end` (excluded); uncounted, any is. */
export function isCounted(rule: Rule, day: DayNumber, first: DayNumber, end: DayNumber): boolean {
  const weekday = weekdayOf(day);
  return rule.weekdays.some((one) => {
    if (one.weekday !== weekday) return false;
    if (one.nth === null) return true;
    return one.nth > 0
      ? Math.floor((day - first) / 7) + 1 === one.nth
      : Math.floor((end - 1 - day) / 7) + 1 === -one.nth;
  });
}
