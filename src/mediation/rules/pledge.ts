import { BOUNDS, COUNTRIES, type Country, DEFAULT_PLEDGE, type Pledge } from '../types.js';

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function within(value: unknown, name: 'answerHours' | 'keepDays'): number {
  const { min, max } = BOUNDS[name];
  const whole = typeof value === 'number' && Number.isInteger(value);
  return whole && value >= min && value <= max ? value : DEFAULT_PLEDGE[name];
}

/** What a community promises, read from its settings, whatever they hold. */
export function pledgeOf(settings: unknown): Pledge {
  const { answerHours, keepDays, contact } = record(settings);
  return {
    answerHours: within(answerHours, 'answerHours'),
    keepDays: within(keepDays, 'keepDays'),
    contact: typeof contact === 'string' ? contact : DEFAULT_PLEDGE.contact,
  };
}

/** The country a community said it lives in; `null` when it did not. */
export const countrySaid = (settings: unknown): Country | null =>
  COUNTRIES.find((one) => one === record(settings).country) ?? null;
