import fc from 'fast-check';
import type { Repetition } from '../../../src/agenda/rules/recurrence.js';
import { parseRule } from '../../../src/kernel/dates/repetition/read.js';
import type { Result } from '../../../src/kernel/result.js';

export const repeated = (rule: string | null, more: Partial<Repetition> = {}): Repetition => ({
  ...{ start: '2026-12-01T20:00', zone: 'Europe/Paris', rule },
  ...{ except: [], extra: [], allDay: false },
  ...more,
});

export const given = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusals.map(({ code }) => code).join());
  return result.value;
};

export const codeOf = (result: Result<unknown>): string | undefined =>
  result.ok ? undefined : result.refusals[0].code;

export const ZONES = [
  ...['Europe/Paris', 'America/Montreal', 'Indian/Reunion', 'Pacific/Apia'],
  ...['America/Sao_Paulo', 'Australia/Lord_Howe', 'UTC'],
];

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const list = (values: readonly (string | number)[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most }).map(String);
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const months = fc.option(list(numbers(1, 12), 5), { nil: '' });
const hours = fc.option(list(numbers(0, 23), 3), { nil: '' });
const weekdays = fc.option(list(WEEKDAYS, 4), { nil: '' });
const monthDays = fc.option(list([1, 2, 15, 28, 29, 31, -1, -2], 3), { nil: '' });
const nths = fc.option(list(['1TU', '-1FR', '3MO', '5SU', '2WE'], 3), { nil: '' });

const parts = fc.oneof(
  fc.record({ FREQ: fc.constant('DAILY'), BYMONTH: months, BYDAY: weekdays, BYHOUR: hours }),
  fc.record({
    ...{ FREQ: fc.constant('WEEKLY'), BYDAY: weekdays, BYHOUR: hours },
    WKST: fc.constantFrom('MO', 'SU'),
  }),
  fc.record({ FREQ: fc.constant('MONTHLY'), BYMONTHDAY: monthDays, BYMONTH: months }),
  fc.record({ FREQ: fc.constant('MONTHLY'), BYDAY: nths, BYHOUR: hours }),
  fc.record({ FREQ: fc.constant('YEARLY'), BYMONTH: months, BYDAY: nths }),
  fc.record({ FREQ: fc.constant('HOURLY'), BYDAY: weekdays, BYHOUR: hours }),
);

const ends = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
  fc.constantFrom(';UNTIL=20270630', ';UNTIL=20280110T120000Z', ';UNTIL=20270328T013000Z'),
);

/** Rules that can be said, ended or not, whatever they come to; not 31 April. */
export const someRule = fc
  .tuple(parts, fc.integer({ min: 1, max: 4 }), ends)
  .map(([said, interval, end]) => {
    const kept = Object.entries(said).filter(([, value]) => value !== '');
    return `${kept.map(([name, value]) => `${name}=${value}`).join(';')};INTERVAL=${interval}${end}`;
  })
  .filter((rule) => parseRule(rule).ok);

const two = (n: number): string => String(n).padStart(2, '0');
/** Local starts on both sides of the clock changes, at hours that some nights lack. */
export const someStart = fc
  .tuple(
    fc.integer({ min: 0, max: 500 }),
    fc.integer({ min: 0, max: 23 }),
    fc.constantFrom(0, 15, 30),
  )
  .map(([day, hour, minute]) => {
    const date = new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10);
    return `${date}T${two(hour)}:${two(minute)}`;
  });
