import { describe, expect, it } from 'vitest';
import { understandLength } from '../../../src/kernel/dates/understand-length.js';

/** Minutes, with `days` for whole ones; several when it must be asked. */
function read(text: string): string {
  const answer = understandLength({ text });
  const line = ({ minutes, wholeDays }: { minutes: number; wholeDays: boolean }) =>
    wholeDays ? `${minutes / 1440} days` : `${minutes}`;
  if (answer.type === 'ambiguous') return answer.candidates.map(line).join(' | ');
  return answer.type === 'understood' ? line(answer) : 'unknown';
}

describe('a length of time', () => {
  it.each([
    ['1h30', '90'],
    ['1 h 30', '90'],
    ['1h', '60'],
    ['1h30min', '90'],
    ['1 h 05', '65'],
    ['2h15', '135'],
    ['1:30', '90'],
    ['1,5 h', '90'],
    ['1.5 hours', '90'],
    ['90 min', '90'],
    ['90 minutes', '90'],
    ['vingt minutes', '20'],
    ['une heure', '60'],
    ['une heure et demie', '90'],
    ['deux heures et quart', '135'],
    ['une demi-heure', '30'],
    ['trois quarts d’heure', '45'],
    ['un quart d’heure', '15'],
    ['durée 45 minutes', '45'],
    ['pendant 2 heures', '120'],
    ['48h', '2880'],
    ['half an hour', '30'],
    ['an hour', '60'],
    ['an hour and a half', '90'],
    ['two and a half hours', '150'],
    ['2 hours and 15 minutes', '135'],
    ['2 jours', '2 days'],
    ['une journée', '1 days'],
    ['a day', '1 days'],
    ['une semaine', '7 days'],
    ['two weeks', '14 days'],
    ['quinze jours', '14 days'],
    ['15 jours', '15 days | 14 days'],
    ['', 'unknown'],
    ['0 min', 'unknown'],
    ['0h', 'unknown'],
    ['1h75', 'unknown'],
    ['1:75', 'unknown'],
    ['-2 h', 'unknown'],
    ['1000 h', 'unknown'],
    ['un mois', 'unknown'],
    ['midi', 'unknown'],
    ['longtemps', 'unknown'],
    ['1h30 ou 2h', 'unknown'],
    ['1h 2h', 'unknown'],
    [`${'1'.repeat(10_000)} min`, 'unknown'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
