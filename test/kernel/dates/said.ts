import { Temporal } from 'temporal-polyfill';
import { type Said, understandMoment } from '../../../src/kernel/dates/understand.js';

const wall = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');

/** Saturday 21 November 2026, 11:00 in Paris. */
const SATURDAY = new Date('2026-11-21T10:00:00Z');

export const said = (text: string, more: Partial<Said> = {}): Said => ({
  text,
  now: SATURDAY,
  zone: 'Europe/Paris',
  locale: 'fr',
  defaultHour: 18,
  ...more,
});

/** The answer as the tables of phrases write it. */
export function read(text: string, more: Partial<Said> = {}): string {
  const asked = said(text, more);
  const answer = understandMoment(asked);
  switch (answer.type) {
    case 'understood':
      return wall(answer.at, asked.zone) + (answer.dateOnly ? ' day' : '');
    case 'ambiguous':
      return answer.candidates.map((at) => wall(at, asked.zone)).join(' | ');
    case 'impossible':
      return answer.reason === 'no-such-hour'
        ? `no-such-hour ${wall(answer.after, asked.zone)}`
        : answer.reason;
    default:
      return answer.type;
  }
}
