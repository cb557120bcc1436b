import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DigestSchedule, nextDigestAt } from '../../../src/veille/rules/digest-schedule.js';

const daily = (hour: number, zone = 'Europe/Paris'): DigestSchedule => ({
  ...{ frequency: 'daily', weekday: 1, hour, zone },
});
const monday = (hour: number, zone = 'Europe/Paris'): DigestSchedule => ({
  ...{ frequency: 'weekly', weekday: 1, hour, zone },
});

it.each([
  ['later today', daily(8), '2026-03-05T06:59:59Z', '2026-03-05T07:00:00Z'],
  ['tomorrow, strictly', daily(8), '2026-03-05T07:00:00Z', '2026-03-06T07:00:00Z'],
  ['the same hour in summer', daily(8), '2026-03-28T12:00:00Z', '2026-03-29T06:00:00Z'],
  ['the same hour in winter', daily(8), '2026-10-24T12:00:00Z', '2026-10-25T07:00:00Z'],
  ['an hour that is skipped', daily(2), '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
  ['the hour after it', daily(3), '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
  ['an hour that comes twice', daily(2), '2026-10-24T12:00:00Z', '2026-10-25T00:00:00Z'],
  ['not the second time', daily(2), '2026-10-25T00:00:00Z', '2026-10-26T01:00:00Z'],
  ['between both', daily(2), '2026-10-25T00:30:00Z', '2026-10-26T01:00:00Z'],
  [
    'the day of the zone',
    daily(0, 'Pacific/Auckland'),
    '2026-03-05T10:00:00Z',
    '2026-03-05T11:00:00Z',
  ],
  ['half an hour off', daily(8, 'Asia/Kolkata'), '2026-03-05T00:00:00Z', '2026-03-05T02:30:00Z'],
  [
    'a midnight that is skipped',
    daily(0, 'Africa/Cairo'),
    '2026-04-23T12:00:00Z',
    '2026-04-23T22:00:00Z',
  ],
  [
    'a day that never was',
    daily(8, 'Pacific/Apia'),
    '2011-12-29T19:00:00Z',
    '2011-12-30T18:00:00Z',
  ],
  ['this Monday', monday(8), '2026-03-05T12:00:00Z', '2026-03-09T07:00:00Z'],
  ['on Monday before the hour', monday(8), '2026-03-09T06:00:00Z', '2026-03-09T07:00:00Z'],
  ['on Monday after the hour', monday(8), '2026-03-09T07:00:00Z', '2026-03-16T07:00:00Z'],
])('%s', (_, schedule, after, next) => {
  expect(nextDigestAt(schedule, new Date(after))).toEqual(new Date(next));
});

it('is later, soon, at the hour, and the same from any moment before it', () => {
  const schedule = fc.record({
    frequency: fc.constantFrom('daily' as const, 'weekly' as const),
    hour: fc.integer({ min: 4, max: 23 }),
    weekday: fc.integer({ min: 1, max: 7 }),
    zone: fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'UTC'),
  });
  const after = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2035-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(
      schedule,
      after,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (one, now, part) => {
        const next = nextDigestAt(one, now);
        const hours = (next.getTime() - now.getTime()) / 3_600_000;
        expect(hours).toBeGreaterThan(0);
        expect(hours).toBeLessThanOrEqual(one.frequency === 'daily' ? 25 : 7 * 24 + 1);
        const wall = new Intl.DateTimeFormat('en-GB', {
          ...{ hour: '2-digit', minute: '2-digit', weekday: 'long', timeZone: one.zone },
        }).format(next);
        expect(wall).toContain(`${String(one.hour).padStart(2, '0')}:00`);
        const between = new Date(now.getTime() + (next.getTime() - now.getTime()) * part);
        expect(nextDigestAt(one, between)).toEqual(next);
      },
    ),
  );
});
