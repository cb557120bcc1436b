import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandWhen } from '../../../src/kernel/dates/understand-when.js';
import { read, said } from './when/case.js';
import { ELSEWHERE } from './when/elsewhere.js';
import { ENGLISH } from './when/english.js';
import { FRENCH_MONTHS } from './when/french-months.js';
import { FRENCH_ONCE } from './when/french-once.js';
import { FRENCH_REPEATED } from './when/french-repeated.js';
import { UNKNOWN } from './when/unknown.js';

const FRENCH = [...FRENCH_ONCE, ...FRENCH_REPEATED, ...FRENCH_MONTHS];

describe('when a meeting is held', () => {
  it.each(FRENCH)('fr: %s', (phrase, expected) => {
    expect(read(phrase)).toBe(expected);
  });
  it.each(ENGLISH)('en: %s', (phrase, expected) => {
    expect(read(phrase, { locale: 'en' })).toBe(expected);
  });
  it.each(UNKNOWN)('unknown: %s', (phrase) => {
    expect(read(phrase)).toBe('unknown');
    expect(read(phrase, { locale: 'en' })).toBe('unknown');
  });
  for (const { now, cases, ...where } of ELSEWHERE)
    it.each(cases)(`${now} in ${where.zone}: %s`, (phrase, expected) => {
      expect(read(phrase, { now: new Date(now), ...where })).toBe(expected);
    });

  it('tells apart by their instants the two turns of an hour that comes twice', () => {
    const now = new Date('2026-10-24T10:00:00Z');
    const both = understandWhen(said('demain 2h30', { now }));
    expect(both.type === 'ambiguous' && both.candidates.map(({ at }) => at.toISOString())).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
    const second = understandWhen(said('demain 2h30, heure d’hiver', { now }));
    expect(second).toMatchObject({ type: 'understood', at: new Date('2026-10-25T01:30:00Z') });
  });

  it('gives whole days the instant their first one starts in the zone', () => {
    expect(understandWhen(said('du 3 au 5 juillet'))).toMatchObject({
      type: 'understood',
      at: new Date('2027-07-02T22:00:00Z'),
    });
  });
});

/** Words of the phrases shuffled: closer to the grammar than letters at random. */
const words = [...new Set([...FRENCH, ...ENGLISH].flatMap(([phrase]) => phrase.split(/\s+/)))];
const salad = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 20 })
  .map((all) => all.join(' '));

const RULE =
  /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;INTERVAL=[1-9]\d*)?(;BYMONTH=\d+(,\d+)*)?(;BYMONTHDAY=-?\d+(,-?\d+)*)?(;BYDAY=(-?\d)?[A-Z]{2}(,(-?\d)?[A-Z]{2})*)?(;UNTIL=\d{8}(T\d{6}Z)?|;COUNT=\d+)?$/;

const weekdayOf = (start: string): string =>
  ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(start.slice(0, 10)).getUTCDay()] ?? '';

describe('whatever is typed of a meeting', () => {
  it('never throws, and every answer keeps its promises', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), salad),
        fc.constantFrom('fr' as const, 'en' as const),
        fc.date({
          min: new Date('2020-01-01T00:00:00Z'),
          max: new Date('2040-01-01T00:00:00Z'),
          noInvalidDate: true,
        }),
        fc.constantFrom('Europe/Paris', 'America/Toronto', 'Pacific/Apia', 'UTC'),
        (text, locale, now, zone) => {
          const answer = understandWhen(said(text, { locale, now, zone }));
          if (answer.type === 'ambiguous') {
            expect(answer.candidates.length).toBeGreaterThan(1);
            expect(answer.candidates.length).toBeLessThan(5);
            expect(new Set(answer.candidates.map((each) => JSON.stringify(each))).size).toBe(
              answer.candidates.length,
            );
          }
          const all =
            answer.type === 'ambiguous'
              ? answer.candidates
              : answer.type === 'understood'
                ? [answer]
                : [];
          for (const when of all) {
            expect(when.start).toMatch(
              when.allDay ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}-\d\d-\d\dT\d\d:\d\d$/,
            );
            if (!when.allDay) expect(when.at.getTime()).toBeGreaterThan(now.getTime());
            if (when.rule !== null) expect(when.rule).toMatch(RULE);
            if (when.rule?.startsWith('FREQ=WEEKLY'))
              expect(when.rule.split(/[;=,]/)).toContain(weekdayOf(when.start));
            if (when.durationMinutes !== null) expect(when.durationMinutes).toBeGreaterThan(0);
            if (when.rule === null) expect(when.except).toEqual([]);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it.each([
    ['a long text', 'mardi '.repeat(1700)],
    ['a long number', '1'.repeat(10_000)],
    ['a long list', 'mardi et '.repeat(20)],
    ['many hours', '18h '.repeat(45)],
    ['many repetitions', 'tous les mardis '.repeat(12)],
    ['many signs', '- '.repeat(99)],
    ['many numbers', '1 et '.repeat(39)],
  ])('reads nothing in %s', (_, text) => {
    expect(read(text)).toBe('unknown');
  });

  it('reads a phrase the same in any case, spacing and composition', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRENCH), ([phrase, expected]) => {
        expect(read(phrase.toUpperCase())).toBe(expected);
        expect(read(phrase.normalize('NFD'))).toBe(expected);
        expect(read(phrase.replaceAll(' ', '\u202F'))).toBe(expected);
        expect(read(phrase.replaceAll('’', "'"))).toBe(expected);
        expect(read(` ${phrase.replaceAll(' ', '  ')} !`)).toBe(expected);
      }),
    );
  });

  it('reads no phrase with a word too many', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FRENCH, ...ENGLISH),
        // Not « sauf », which can make another whole phrase of what follows it.
        fc.constantFrom('peut-être', 'ou', 'maybe', '?', 'environ', 'xyz', '-', '#'),
        ([phrase], extra) => {
          expect(read(`${phrase} ${extra}`)).toBe('unknown');
          expect(read(`${extra} ${phrase}`)).toBe('unknown');
        },
      ),
    );
  });
});
