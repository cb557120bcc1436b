import {
  understandWhen,
  type When,
  type WhenSaid,
} from '../../../../src/kernel/dates/understand-when.js';

/**
 * A phrase and what it must come to: the start, `day` when no hour was said or `whole` when whole
 * days were, the length, the rule, and the dates left out after a hyphen; several joined by ` | `
 * when it must be asked (best first), or why it cannot be.
 */
export type Case = readonly [phrase: string, expected: string];

/** Saturday 21 November 2026, 11:00 in Paris. */
const SATURDAY = '2026-11-21T10:00:00Z';

export const said = (text: string, more: Partial<WhenSaid> = {}): WhenSaid => ({
  text,
  now: new Date(SATURDAY),
  zone: 'Europe/Paris',
  locale: 'fr',
  ...more,
});

function line({ start, allDay, dateOnly, durationMinutes, rule, except }: When): string {
  const length = durationMinutes === null || (allDay && dateOnly) ? '' : `${durationMinutes}min`;
  const kind = dateOnly ? 'day' : allDay ? 'whole' : '';
  const out = except.length > 0 ? `-${except.join(',')}` : '';
  return [start, kind, length, rule ?? '', out].filter(Boolean).join(' ');
}

/** The answer as the tables write it. */
export function read(text: string, more: Partial<WhenSaid> = {}): string {
  const answer = understandWhen(said(text, more));
  switch (answer.type) {
    case 'understood':
      return line(answer);
    case 'ambiguous':
      return answer.candidates.map(line).join(' | ');
    case 'impossible': {
      const { type: _, reason, ...more } = answer;
      return [reason, ...Object.values(more)].join(' ');
    }
    case 'unknown':
      return 'unknown';
  }
}
