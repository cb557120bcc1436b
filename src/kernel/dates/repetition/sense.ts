import type { Params } from '../../result.js';
import type { Rule } from './rule.js';

/** One every quarter of an hour: faster is not an agenda. */
const MOST_A_DAY = 96;
/** Nearly two centuries of weeks: a rule that goes on longer has no use for an end. */
const MOST_COUNT = 10_000;

export interface RuleFault {
  readonly code: 'rule-unsupported' | 'rule-too-fast' | 'rule-too-long' | 'rule-never';
  readonly params: Params;
}

/** Why a rule that reads well is refused; `null` when it is not. */
export function faultOf(rule: Rule): RuleFault | null {
  const part = forbidden(rule);
  if (part) return { code: 'rule-unsupported', params: { part } };
  if (mostADay(rule) > MOST_A_DAY) return { code: 'rule-too-fast', params: { most: MOST_A_DAY } };
  if (rule.count !== null && rule.count > MOST_COUNT)
    return { code: 'rule-too-long', params: { most: MOST_COUNT } };
  return isNever(rule) ? { code: 'rule-never', params: {} } : null;
}

/** What RFC 5545 §3.3.10 forbids to stand together, and positions inside an hour. */
function forbidden({ frequency, ...rule }: Rule): string | null {
  const isIn = (...all: readonly string[]) => all.includes(frequency);
  if (rule.weeks.length > 0 && !isIn('YEARLY')) return 'BYWEEKNO';
  if (rule.yearDays.length > 0 && isIn('DAILY', 'WEEKLY', 'MONTHLY')) return 'BYYEARDAY';
  if (rule.monthDays.length > 0 && isIn('WEEKLY')) return 'BYMONTHDAY';
  const counted = rule.weekdays.some(({ nth }) => nth !== null);
  if (counted && (!isIn('MONTHLY', 'YEARLY') || rule.weeks.length > 0)) return 'BYDAY';
  return rule.positions.length > 0 && isIn('HOURLY', 'MINUTELY') ? 'BYSETPOS' : null;
}

function mostADay({ frequency, interval, hours, minutes, seconds }: Rule): number {
  const perMinute = seconds.length || 1;
  const minutesSaid = minutes.length || 60;
  if (frequency === 'MINUTELY') {
    const inHours = (hours.length || 24) * minutesSaid;
    return Math.min(inHours, Math.ceil(1440 / interval)) * perMinute;
  }
  const perHour = (minutes.length || 1) * perMinute;
  if (frequency !== 'HOURLY') return (hours.length || 1) * perHour;
  return Math.min(hours.length || 24, Math.ceil(24 / interval)) * perHour;
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 30 February, 31 April: no year has them. Other rules that never fall are found by walking. */
function isNever({ months, monthDays }: Rule): boolean {
  if (months.length === 0 || monthDays.length === 0) return false;
  const longest = Math.max(...months.map((month) => LONGEST_MONTHS[month - 1] ?? 0));
  return monthDays.every((day) => Math.abs(day) > longest);
}
