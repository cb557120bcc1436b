import { Temporal } from 'temporal-polyfill';
import { tokenise } from './grammar/tokens.js';
import { meeting } from './grammar/when/phrase.js';
import { merged } from './when/plan.js';
import { type Reading, readingOf } from './when/reading.js';
import { resolveWhen, type Setting, type WhenOutcome } from './when/resolve.js';
import { resolveSpan } from './when/spans.js';
import type { When, WhenSaid, WhenUnderstanding } from './when/types.js';

export type { When, WhenSaid } from './when/types.js';

const GRAMMARS = { fr: meeting('fr'), en: meeting('en') };
const MOST_CANDIDATES = 4;

/**
 * Reads when a meeting is held, said in ordinary French or English whatever the locale: its day
 * and hour, its length, how it repeats, in any order. Wholly understood or not at all.
 */
export function understandWhen({
  text,
  now,
  zone,
  locale,
  defaultHour,
}: WhenSaid): WhenUnderstanding {
  const tokens = tokenise(text);
  if (!tokens) return { type: 'unknown' };
  const setting: Setting = {
    now: Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone),
    defaultHour: defaultHour ?? null,
  };
  const readings = GRAMMARS[locale](tokens).flatMap((row) => readingOf(row) ?? []);
  return settle(preferred(readings).flatMap((reading) => resolveOne(reading, setting)));
}

/** « tous les mois, le premier mardi »: what says which days leaves nothing to be drawn from one. */
function preferred(readings: readonly Reading[]): readonly Reading[] {
  const whole = readings.some(
    ({ every, repeats }) => every && repeats && merged(every, repeats) !== null,
  );
  return whole ? readings.filter(({ every, repeats }) => !every || repeats) : readings;
}

function resolveOne(reading: Reading, setting: Setting): readonly WhenOutcome[] {
  if (reading.elapsed !== null) return resolveElapsed(reading.elapsed, reading.minutes, setting);
  return reading.days ? resolveSpan(reading, setting) : resolveWhen(reading, setting);
}

function resolveElapsed(
  minutes: number,
  durationMinutes: number | null,
  { now }: Setting,
): readonly WhenOutcome[] {
  const at = now.add({ minutes }).round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  const start = at.toPlainDateTime().toString({ smallestUnit: 'minute' });
  if (minutes <= 0) return [{ type: 'refused', refusal: { reason: 'past', start } }];
  const when: When = {
    start,
    at: new Date(at.epochMilliseconds),
    allDay: false,
    dateOnly: false,
    durationMinutes,
    rule: null,
    except: [],
  };
  return [{ type: 'found', mended: false, when }];
}

/** What holds is preferred to what is mended, then to a refusal. */
function settle(outcomes: readonly WhenOutcome[]): WhenUnderstanding {
  const refusals = outcomes.flatMap((outcome) =>
    outcome.type === 'refused' ? [outcome.refusal] : [],
  );
  // « tous les 15 jours » counted to the day would hold: not what most mean by it.
  const missing = refusals.find(({ reason }) => reason === 'day-missing');
  if (missing) return { type: 'impossible', ...missing };
  const found = outcomes.filter((outcome) => outcome.type === 'found');
  const sound = found.filter(({ mended }) => !mended);
  const kept = sound.length > 0 ? sound : found;
  const candidates = [...new Map(kept.map(({ when }) => [JSON.stringify(when), when])).values()];
  const [first] = candidates;
  if (first && candidates.length === 1) return { type: 'understood', ...first };
  if (first) return { type: 'ambiguous', candidates: candidates.slice(0, MOST_CANDIDATES) };
  const refusal = refusals.find(({ reason }) => reason !== 'no-such-day') ?? refusals[0];
  return refusal ? { type: 'impossible', ...refusal } : { type: 'unknown' };
}
