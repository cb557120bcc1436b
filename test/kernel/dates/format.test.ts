import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatList,
  formatMoment,
  formatNumber,
  formatTime,
} from '../../../src/kernel/dates/format.js';
import { understandMoment } from '../../../src/kernel/dates/understand.js';
import { said } from './said.js';

const NOW = new Date('2026-11-21T10:00:00Z');
const fr = { zone: 'Europe/Paris', locale: 'fr' as const };
const en = { zone: 'Europe/Paris', locale: 'en' as const };

describe('moments', () => {
  it.each([
    ['2026-11-25T17:00Z', 'mercredi 25 novembre à 18\u00A0h', 'Wednesday 25 November at 18:00'],
    ['2026-12-01T19:30Z', 'mardi 1er décembre à 20\u00A0h\u00A030', 'Tuesday 1 December at 20:30'],
    ['2026-11-30T23:00Z', 'mardi 1er décembre à 0\u00A0h', 'Tuesday 1 December at 00:00'],
    ['2026-11-27T11:00Z', 'vendredi 27 novembre à 12\u00A0h', 'Friday 27 November at 12:00'],
    ['2026-11-27T08:05Z', 'vendredi 27 novembre à 9\u00A0h\u00A005', 'Friday 27 November at 09:05'],
    // Ten months ahead and two behind go without the year; no further
    ['2027-09-21T16:00Z', 'mardi 21 septembre à 18\u00A0h', 'Tuesday 21 September at 18:00'],
    [
      '2027-09-22T16:00Z',
      'mercredi 22 septembre 2027 à 18\u00A0h',
      'Wednesday, 22 September 2027 at 18:00',
    ],
    ['2026-09-21T16:00Z', 'lundi 21 septembre à 18\u00A0h', 'Monday 21 September at 18:00'],
    [
      '2026-09-20T16:00Z',
      'dimanche 20 septembre 2026 à 18\u00A0h',
      'Sunday, 20 September 2026 at 18:00',
    ],
  ])('%s', (at, french, english) => {
    expect(formatMoment(new Date(at), { ...fr, now: NOW })).toBe(french);
    expect(formatMoment(new Date(at), { ...en, now: NOW })).toBe(english);
  });

  it('always says the year when it is not told when now is', () => {
    expect(formatDay(new Date('2026-12-01T12:00Z'), fr)).toBe('mardi 1er décembre 2026');
    expect(formatDay(new Date('2026-12-11T12:00Z'), en)).toBe('Friday, 11 December 2026');
  });

  it('says which turn of an hour that comes twice', () => {
    const hour = (at: string, zone: string) => [
      formatTime(new Date(at), { ...fr, zone }),
      formatTime(new Date(at), { ...en, zone }),
    ];
    expect(hour('2026-10-25T00:30Z', 'Europe/Paris')).toEqual([
      '2\u00A0h\u00A030, heure d’été',
      '02:30, summer time',
    ]);
    expect(hour('2026-10-25T01:30Z', 'Europe/Paris')).toEqual([
      '2\u00A0h\u00A030, heure d’hiver',
      '02:30, winter time',
    ]);
    // South of the equator too.
    expect(hour('2027-04-03T15:30Z', 'Australia/Sydney')[1]).toBe('02:30, summer time');
    // Moscow left its time for good on 26 October 2014: no season to name.
    expect(hour('2014-10-25T21:30Z', 'Europe/Moscow')).toEqual([
      '1\u00A0h\u00A030, avant le changement d’heure',
      '01:30, before the clocks change',
    ]);
    expect(hour('2026-10-25T02:30Z', 'Europe/Paris')).toEqual(['3\u00A0h\u00A030', '03:30']);
  });

  it('says the hour of the zone', () => {
    const at = new Date('2026-11-25T17:00Z');
    expect(formatTime(at, { ...fr, zone: 'Pacific/Apia' })).toBe('6\u00A0h');
    expect(formatDay(at, { ...fr, zone: 'Pacific/Apia', now: NOW })).toBe('jeudi 26 novembre');
    expect(formatTime(at, { ...en, zone: 'America/Montreal' })).toBe('12:00');
  });

  it.each(['Europe/Paris', 'America/Montreal', 'Indian/Reunion', 'UTC', 'Pacific/Apia'])(
    'reads back what it wrote, to the minute (%s)',
    (zone) => {
      const within = (years: number) =>
        fc.date({
          min: NOW,
          max: new Date(+NOW + years * 365.25 * 86_400_000),
          noInvalidDate: true,
        });
      fc.assert(
        fc.property(
          fc.oneof(within(1), within(500)),
          fc.constantFrom('fr' as const, 'en' as const),
          fc.boolean(),
          (date, locale, withNow) => {
            const minute = Math.ceil(+date / 60_000) * 60_000 + 60_000;
            const text = formatMoment(new Date(minute), {
              zone,
              locale,
              ...(withNow ? { now: NOW } : {}),
            });
            const answer = understandMoment(said(text, { zone, locale, now: NOW }));
            expect(answer, text).toEqual({
              type: 'understood',
              at: new Date(minute),
              dateOnly: false,
            });
          },
        ),
        { numRuns: 300 },
      );
    },
  );

  it('never writes two days the same', () => {
    const days = Array.from({ length: 1200 }, (_, i) => new Date(+NOW + (i - 600) * 86_400_000));
    for (const reader of [fr, en])
      expect(new Set(days.map((day) => formatDay(day, { ...reader, now: NOW }))).size).toBe(1200);
  });
});

describe('numbers and lists', () => {
  it('follow the language', () => {
    expect(formatNumber(1234.5, 'fr')).toBe('1\u202F234,5');
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
    expect(formatNumber(10n ** 20n, 'fr')).toBe(
      '100\u202F000\u202F000\u202F000\u202F000\u202F000\u202F000',
    );
    expect(formatList(['Ana', 'Léo', 'Nadia'], 'fr')).toBe('Ana, Léo et Nadia');
    expect(formatList(['Ana', 'Léo'], 'en')).toBe('Ana and Léo');
    expect(formatList([], 'fr')).toBe('');
  });
});
