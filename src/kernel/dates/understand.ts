import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../locale.js';
import { moment } from './grammar/moment.js';
import { wholeReadings } from './grammar/rule.js';
import { tokenise } from './grammar/tokens.js';
import { type Outcome, resolve } from './resolve.js';

/**
 * What a phrase says of a moment. `understood` is the one reading there is, after now, on a whole
 * minute; `dateOnly` when no hour was said. `ambiguous` gives two or three, best first, to be
 * asked. `no-such-hour` is an hour skipped when clocks go forward, with the first hour after it.
 */
export type Understanding =
  | { readonly type: 'understood'; readonly at: Date; readonly dateOnly: boolean }
  | { readonly type: 'ambiguous'; readonly candidates: readonly Date[] }
  | { readonly type: 'impossible'; readonly reason: 'past'; readonly at: Date }
  | { readonly type: 'impossible'; readonly reason: 'no-such-day' }
  | { readonly type: 'impossible'; readonly reason: 'no-such-hour'; readonly after: Date }
  | { readonly type: 'unknown' };

export interface Said {
  readonly text: string;
  readonly now: Date;
  /** An IANA zone: see `isZone`. */
  readonly zone: string;
  /** Decides only what either language leaves open: 3/4, 8:30. */
  readonly locale: Locale;
  /** From 0 to 23: for a day said without its hour. */
  readonly defaultHour: number;
}

const GRAMMARS = { fr: moment('fr'), en: moment('en') };
const MOST_CANDIDATES = 3;

/**
 * Reads a moment said in ordinary French or English, whatever the locale. Wholly understood or
 * not at all: no half of a sentence is ever read.
 */
export function understandMoment({ text, now, zone, locale, defaultHour }: Said): Understanding {
  const tokens = tokenise(text);
  if (!tokens) return { type: 'unknown' };
  const setting = {
    now: Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone),
    defaultHour,
  };
  const outcomes = wholeReadings(GRAMMARS[locale], tokens).map((phrase) =>
    resolve(phrase, setting),
  );
  return settle(outcomes);
}

/** One answer from every reading: what holds is preferred to what is mended, then to a refusal. */
function settle(outcomes: readonly Outcome[]): Understanding {
  const found = outcomes.filter((outcome) => outcome.type === 'found');
  const sound = found.filter(({ mended }) => !mended);
  const kept = sound.length > 0 ? sound : found;
  const times = [
    ...new Set(kept.flatMap(({ moments }) => moments.map((at) => at.epochMilliseconds))),
  ];
  const [first] = times;
  if (first !== undefined)
    return times.length === 1
      ? { type: 'understood', at: new Date(first), dateOnly: kept.every((each) => each.dateOnly) }
      : {
          type: 'ambiguous',
          candidates: times.slice(0, MOST_CANDIDATES).map((time) => new Date(time)),
        };
  const refused =
    outcomes.find(({ type }) => type !== 'no-such-day' && type !== 'none') ?? outcomes[0];
  switch (refused?.type) {
    case 'past':
      return { type: 'impossible', reason: 'past', at: toDate(refused.at) };
    case 'no-such-hour':
      return { type: 'impossible', reason: 'no-such-hour', after: toDate(refused.after) };
    case 'no-such-day':
      return { type: 'impossible', reason: 'no-such-day' };
    default:
      return { type: 'unknown' };
  }
}

const toDate = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds);
