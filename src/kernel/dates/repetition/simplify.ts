import type { Rule } from './rule.js';

/** The local start of what repeats, in parts. */
export interface StartParts {
  readonly weekday: number;
  readonly day: number;
  readonly month: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const isOnly = (list: readonly number[], value: number): boolean =>
  list.length === 0 || (list.length === 1 && list[0] === value);

/** The same occurrences from the frequency that people would name, silences filled in. */
export function simplified(rule: Rule, start: StartParts): Rule {
  return filled(renamed(withoutOwnTime(rule, start)), start);
}

/** Hours and minutes that only repeat what the start says. */
function withoutOwnTime(rule: Rule, { hour, minute, second }: StartParts): Rule {
  if (rule.frequency === 'HOURLY' || rule.frequency === 'MINUTELY') return rule;
  return {
    ...rule,
    hours: isOnly(rule.hours, hour) && isOnly(rule.minutes, minute) ? [] : rule.hours,
    minutes: isOnly(rule.minutes, minute) ? [] : rule.minutes,
    seconds: isOnly(rule.seconds, second) ? [] : rule.seconds,
  };
}

function renamed(rule: Rule): Rule {
  const { frequency, interval, weekdays, positions, months } = rule;
  const dates = rule.monthDays.length + rule.yearDays.length + rule.weeks.length;
  const [only] = weekdays;
  if (frequency === 'MONTHLY' && positions.length > 0 && dates === 0 && weekdays.length === 1)
    if (only?.nth === null && rule.hours.length === 0 && rule.minutes.length === 0)
      return {
        ...{ ...rule, positions: [] },
        weekdays: positions.map((nth) => ({ weekday: only.weekday, nth })),
      };
  if (interval > 1 || positions.length > 0 || !DAYS.includes(frequency)) return rule;
  const isPlain = weekdays.length > 0 && weekdays.every(({ nth }) => nth === null);
  if (isPlain && dates === 0) return { ...rule, frequency: 'WEEKLY' };
  const inMonths = rule.yearDays.length + rule.weeks.length === 0;
  if (frequency === 'DAILY' && rule.monthDays.length > 0) return { ...rule, frequency: 'MONTHLY' };
  const isMonthly = months.length > 1 || (months.length === 0 && rule.monthDays.length > 0);
  const isCounted = weekdays.some(({ nth }) => nth !== null) && months.length === 0;
  if (frequency === 'YEARLY' && inMonths && isMonthly && !isCounted)
    return { ...rule, frequency: 'MONTHLY' };
  return rule;
}

const DAYS: readonly string[] = ['DAILY', 'MONTHLY', 'YEARLY'];

function filled(rule: Rule, start: StartParts): Rule {
  const { frequency, weekdays, monthDays, yearDays, weeks, months } = rule;
  if (weekdays.length + monthDays.length + yearDays.length + weeks.length > 0) return rule;
  if (frequency === 'WEEKLY') return { ...rule, weekdays: [{ weekday: start.weekday, nth: null }] };
  if (frequency === 'MONTHLY') return { ...rule, monthDays: [start.day] };
  if (frequency !== 'YEARLY') return rule;
  return { ...rule, monthDays: [start.day], months: months.length > 0 ? months : [start.month] };
}
