import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandMoment } from '../../../src/kernel/dates/understand.js';
import { ELSEWHERE } from './phrases/elsewhere.js';
import { ENGLISH } from './phrases/english.js';
import { FRENCH } from './phrases/french.js';
import { UNKNOWN } from './phrases/unknown.js';
import { read, said } from './said.js';

describe('phrases', () => {
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
  for (const { now, zone, locale, cases } of ELSEWHERE)
    it.each(cases)(`${now} in ${zone}: %s`, (phrase, expected) => {
      expect(read(phrase, { now: new Date(now), zone, locale })).toBe(expected);
    });

  it('uses the hour it is given for a day without one', () => {
    expect(read('demain', { defaultHour: 0 })).toBe('2026-11-22 00:00 day');
    expect(read('demain', { defaultHour: 23 })).toBe('2026-11-22 23:00 day');
    expect(read('demain soir', { defaultHour: 9 })).toBe('2026-11-22 20:00 day');
    expect(read('demain matin', { defaultHour: 8 })).toBe('2026-11-22 08:00 day');
  });

  it('takes the turn it is told of an hour that comes twice', () => {
    const now = new Date('2026-10-24T10:00:00Z');
    const at = (text: string) => understandMoment(said(text, { now }));
    expect(at('demain 2h30, heure d’été')).toMatchObject({ at: new Date('2026-10-25T00:30:00Z') });
    expect(at('demain 2h30, heure d’hiver')).toMatchObject({
      at: new Date('2026-10-25T01:30:00Z'),
    });
  });

  it('gives the two instants of an hour that comes twice', () => {
    const answer = understandMoment(said('demain 2h30', { now: new Date('2026-10-24T10:00:00Z') }));
    expect(answer).toEqual({
      type: 'ambiguous',
      candidates: [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')],
    });
  });

  it('says which moment is past', () => {
    expect(understandMoment(said('le 3/12/2020 à 18h'))).toEqual({
      type: 'impossible',
      reason: 'past',
      at: new Date('2020-12-03T17:00:00Z'),
    });
  });

  it('ends a length of time on a whole minute, never early', () => {
    const now = new Date('2026-11-21T10:00:37.250Z');
    expect(understandMoment(said('dans 10 min', { now }))).toEqual({
      type: 'understood',
      at: new Date('2026-11-21T10:11:00Z'),
      dateOnly: false,
    });
  });
});

/** Words of the grammar shuffled: closer to it than letters at random. */
const salad = fc
  .array(
    fc.constantFrom(...new Set([...FRENCH, ...ENGLISH].flatMap(([phrase]) => phrase.split(/\s+/)))),
    { minLength: 1, maxLength: 12 },
  )
  .map((words) => words.join(' '));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  salad,
  fc.constantFrom('a'.repeat(100_000), '1'.repeat(100_000), 'vingt '.repeat(33), '\0', '\uD800'),
);

describe('whatever is typed', () => {
  it('never throws, and every answer keeps its promises', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('fr' as const, 'en' as const),
        fc.date({
          min: new Date('2020-01-01T00:00:00Z'),
          max: new Date('2040-01-01T00:00:00Z'),
          noInvalidDate: true,
        }),
        fc.constantFrom('Europe/Paris', 'America/Toronto', 'Pacific/Apia', 'UTC'),
        (text, locale, now, zone) => {
          const answer = understandMoment(said(text, { locale, now, zone }));
          if (answer.type === 'understood') expect(answer.at.getTime()).toBeGreaterThan(+now);
          if (answer.type === 'ambiguous') {
            const times = answer.candidates.map(Number);
            expect(times.length).toBeGreaterThan(1);
            expect(times.length).toBeLessThan(4);
            expect(new Set(times).size).toBe(times.length);
            expect(Math.min(...times)).toBeGreaterThan(+now);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads nothing in a text longer than any moment', () => {
    expect(read(`demain${' '.repeat(200)}18h`)).toBe('unknown');
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
        fc.constantFrom('peut-être', 'ou', 'maybe', 'sauf', '?', 'environ', 'xyz', '-', '#'),
        ([phrase], extra) => {
          expect(read(`${phrase} ${extra}`)).toBe('unknown');
          expect(read(`${extra} ${phrase}`)).toBe('unknown');
        },
      ),
    );
  });
});
