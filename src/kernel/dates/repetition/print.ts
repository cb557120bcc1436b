import type { Rule, RuleWeekday, Until } from './rule.js';
import { WEEKDAYS } from './rule.js';

const joined = (numbers: readonly number[]): string =>
  [...new Set(numbers)].sort((a, b) => a - b).join(',');

const weekdayText = ({ weekday, nth }: RuleWeekday): string =>
  `${nth ?? ''}${WEEKDAYS[weekday - 1]}`;

const byWeekday = (a: RuleWeekday, b: RuleWeekday): number =>
  (a.nth ?? 0) - (b.nth ?? 0) || a.weekday - b.weekday;

const compact = (text: string): string => text.replaceAll(/[-:]|\.\d+/g, '');

function untilText(until: Until): string {
  if (until.type === 'day') return compact(until.day);
  if (until.type === 'instant') return compact(until.at.toISOString());
  return compact(until.local.length === 16 ? `${until.local}:00` : until.local);
}

/** A week that begins elsewhere than on Monday changes only what counts weeks. */
const weekStartMatters = (rule: Rule): boolean =>
  (rule.frequency === 'WEEKLY' && (rule.interval > 1 || rule.positions.length > 0)) ||
  rule.weeks.length > 0;

/** The value of an RRULE, always written the same way: the same parts give the same text. */
export function printRule(rule: Rule): string {
  const parts: readonly (readonly [name: string, value: string])[] = [
    ['FREQ', rule.frequency],
    ['INTERVAL', rule.interval === 1 ? '' : String(rule.interval)],
    ['COUNT', rule.count === null ? '' : String(rule.count)],
    ['UNTIL', rule.until ? untilText(rule.until) : ''],
    ['BYMONTH', joined(rule.months)],
    ['BYWEEKNO', joined(rule.weeks)],
    ['BYYEARDAY', joined(rule.yearDays)],
    ['BYMONTHDAY', joined(rule.monthDays)],
    ['BYDAY', [...new Set(rule.weekdays.toSorted(byWeekday).map(weekdayText))].join(',')],
    ['BYHOUR', joined(rule.hours)],
    ['BYMINUTE', joined(rule.minutes)],
    ['BYSECOND', joined(rule.seconds)],
    ['BYSETPOS', joined(rule.positions)],
    [
      'WKST',
      rule.weekStart !== 1 && weekStartMatters(rule) ? (WEEKDAYS[rule.weekStart - 1] ?? '') : '',
    ],
  ];
  return parts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

/** Whether two rules say the same, in whatever order; not whether they fall on the same days. */
export const sameRule = (a: Rule, b: Rule): boolean => printRule(a) === printRule(b);
