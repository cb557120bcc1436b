import { expect, it } from 'vitest';
import { understandPastDay } from '../../../src/kernel/dates/past.js';

/** A Saturday. */
const now = new Date('2026-11-21T10:00:00Z');

const read = (text: string, locale: 'fr' | 'en' = 'fr', zone = 'Europe/Paris') => {
  const found = understandPastDay({ text, now, zone, locale });
  if (found.type === 'ambiguous') return found.candidates.join(' / ');
  return found.type === 'understood' ? found.day : found.type;
};

it.each([
  ['aujourd’hui', '2026-11-21'],
  ['hier', '2026-11-20'],
  ['Avant-hier', '2026-11-19'],
  ['mardi', '2026-11-17'],
  ['mardi dernier', '2026-11-17'],
  ['il y a trois jours', '2026-11-18'],
  ['12 octobre', '2026-10-12'],
  ['24 décembre', '2025-12-24'],
  ['24/12', '2025-12-24'],
  ['le 25', '2026-10-25'],
  ['2026-10-12', '2026-10-12'],
  ['demain', '2026-11-22'],
  ['12 octobre 2027', '2027-10-12'],
  ['quand il pleuvait', 'unknown'],
])('%s', (text, day) => {
  expect(read(text)).toBe(day);
});

it('in English, and where the day is another one already', () => {
  expect(read('the day before yesterday', 'en')).toBe('2026-11-19');
  expect(read('monday', 'en')).toBe('2026-11-16');
  expect(read('today', 'en', 'Pacific/Kiritimati')).toBe('2026-11-22');
});
