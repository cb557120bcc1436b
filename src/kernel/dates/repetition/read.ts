import { Temporal } from 'temporal-polyfill';
import { ok, type Result, refuse } from '../../result.js';
import { FREQUENCIES, type Rule, type RuleWeekday, type Until, WEEKDAYS } from './rule.js';
import { faultOf } from './sense.js';

/** Longer than any rule with a meaning: all the hours, minutes and days of a month fit. */
const LONGEST_TEXT = 1000;
const MOST_INTERVAL = 100_000;
const MOST_DIGITS = 15;

const KNOWN = [
  ...['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYMONTH', 'BYWEEKNO', 'BYYEARDAY'],
  ...['BYMONTHDAY', 'BYDAY', 'BYHOUR', 'BYMINUTE', 'BYSECOND', 'BYSETPOS'],
] as const;
type Name = (typeof KNOWN)[number];

const isKnown = (name: string): name is Name => (KNOWN as readonly string[]).includes(name);

/** A part of the rule that cannot be read; turned into a refusal by `parseRule`. */
class Unreadable extends Error {
  constructor(readonly part: string) {
    super(part);
  }
}

/**
 * Reads the value of an RRULE, with or without its name. Refuses `rule-unreadable` and
 * `rule-unsupported` (with the `part`), `rule-too-fast`, `rule-too-long` and `rule-never`.
 */
export function parseRule(text: string): Result<Rule> {
  if (text.length > LONGEST_TEXT) return refuse('rule-unreadable', { part: 'RRULE' });
  const parts = new Map<Name, string>();
  const body = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '');
  for (const part of body.split(';')) {
    const [name = '', value, ...rest] = part.split('=');
    if (value === undefined || value === '' || rest.length > 0 || parts.has(name as Name))
      return refuse('rule-unreadable', { part: name.slice(0, 20) });
    if (!isKnown(name)) return refuse('rule-unsupported', { part: name.slice(0, 20) });
    parts.set(name, value);
  }
  try {
    if (parts.get('FREQ') === 'SECONDLY') return refuse('rule-too-fast');
    const rule = ruleOf(parts);
    const fault = faultOf(rule);
    return fault ? refuse(fault.code, fault.params) : ok(rule);
  } catch (error) {
    if (error instanceof Unreadable) return refuse('rule-unreadable', { part: error.part });
    throw error;
  }
}

function ruleOf(parts: ReadonlyMap<Name, string>): Rule {
  const frequency = FREQUENCIES.find((one) => one === parts.get('FREQ'));
  if (!frequency) throw new Unreadable('FREQ');
  if (parts.has('COUNT') && parts.has('UNTIL')) throw new Unreadable('UNTIL');
  const whole = (name: Name, most: number): number | null => {
    const value = parts.get(name);
    return value === undefined ? null : numberOf(name, value, 1, most);
  };
  /** Numbers that may be counted from the end have a negative side and no zero. */
  const list = (name: Name, least: number, most: number): number[] => {
    const numbers = (parts.get(name)?.split(',') ?? []).map((one) =>
      numberOf(name, one, least, most),
    );
    if (least < 0 && numbers.includes(0)) throw new Unreadable(name);
    return [...new Set(numbers)].sort((a, b) => a - b);
  };
  const until = parts.get('UNTIL');
  return {
    frequency,
    interval: whole('INTERVAL', MOST_INTERVAL) ?? 1,
    count: whole('COUNT', Number.MAX_SAFE_INTEGER),
    until: until === undefined ? null : untilOf(until),
    months: list('BYMONTH', 1, 12),
    weeks: list('BYWEEKNO', -53, 53),
    yearDays: list('BYYEARDAY', -366, 366),
    monthDays: list('BYMONTHDAY', -31, 31),
    weekdays: (parts.get('BYDAY')?.split(',') ?? []).map(weekdayOf),
    hours: list('BYHOUR', 0, 23),
    minutes: list('BYMINUTE', 0, 59),
    // 60 is a leap second, which no clock of ours shows.
    seconds: list('BYSECOND', 0, 59),
    positions: list('BYSETPOS', -366, 366),
    weekStart: weekdayNumber(parts.get('WKST') ?? 'MO', 'WKST'),
  };
}

function numberOf(name: Name, text: string, least: number, most: number): number {
  const number = /^[+-]?\d+$/.test(text) && text.length <= MOST_DIGITS ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) throw new Unreadable(name);
  return number;
}

function weekdayNumber(text: string, name: Name): number {
  const place = (WEEKDAYS as readonly string[]).indexOf(text);
  if (place < 0) throw new Unreadable(name);
  return place + 1;
}

function weekdayOf(text: string): RuleWeekday {
  const nth = text.slice(0, -2);
  const weekday = weekdayNumber(text.slice(-2), 'BYDAY');
  if (nth === '') return { weekday, nth: null };
  const number = numberOf('BYDAY', nth, -53, 53);
  if (number === 0) throw new Unreadable('BYDAY');
  return { weekday, nth: number };
}

const UNTIL = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/;

function untilOf(text: string): Until {
  const [, year, month, day, hour, minute, second, utc] = UNTIL.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  try {
    if (hour === undefined) return { type: 'day', day: Temporal.PlainDate.from(date).toString() };
    const local = Temporal.PlainDateTime.from(`${date}T${hour}:${minute}:${second}`);
    if (utc !== 'Z') return { type: 'local', local: local.toString() };
    return { type: 'instant', at: new Date(local.toZonedDateTime('UTC').epochMilliseconds) };
  } catch {
    throw new Unreadable('UNTIL');
  }
}
