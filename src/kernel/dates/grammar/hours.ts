import type { Locale } from '../../locale.js';
import { count, letters } from './numbers.js';
import { digits, either, map, oneOf, optional, type Rule, seq, word } from './rule.js';

/**
 * Minutes since the start of the day, from 0 to 1440 (its end); several when the phrase does not
 * say which ("at 8").
 */
export type Minutes = readonly number[];

/** A part of the day, in minutes since its start; `usual` stands for an hour not given. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly usual: number;
}

export const HALF_DAY = 720;
export const DAY = 1440;

const MORNING: Part = { from: 0, to: 719, usual: 540 };
const AFTERNOON: Part = { from: 720, to: 1079, usual: 900 };
const EVENING: Part = { from: 1020, to: DAY, usual: 1200 };

export const part: Rule<Part> = oneOf({
  matin: MORNING,
  matinee: MORNING,
  'apres midi': AFTERNOON,
  aprem: AFTERNOON,
  soir: EVENING,
  soiree: EVENING,
  morning: MORNING,
  afternoon: AFTERNOON,
  evening: EVENING,
  night: EVENING,
});

/** Today's parts, said in one breath. */
export const partOfToday: Rule<Part> = either(
  map(seq(word('ce', 'cet', 'cette', 'this'), part), ([, value]) => value),
  oneOf({ tonight: EVENING }),
);

/** « Le 3 au soir », "tomorrow in the evening". */
export const inPart: Rule<Part> = map(
  seq(word('au', 'dans l', 'dans la', 'in the'), part),
  ([, value]) => value,
);

/** « 8 h du soir », "8 in the evening", "8 at night". */
export const ofPart: Rule<Part> = map(
  seq(word('du', 'de l', 'in the', 'at'), part),
  ([, value]) => value,
);

/** The hours that agree with the part of the day they are said in: 8 in the evening is 20:00. */
export function within(minutes: Minutes, { from, to }: Part): Minutes | undefined {
  const kept = minutes.flatMap((m) => {
    const fits = [m, m + HALF_DAY].find((each) => each >= from && each <= to);
    return fits === undefined ? [] : [fits];
  });
  return kept.length > 0 ? [...new Set(kept)] : undefined;
}

const upTo =
  (max: number) =>
  (n: number): number | undefined =>
    n <= max ? n : undefined;

export const minute = map(digits(2), upTo(59));
const spokenMinute = map(letters, upTo(59));
const minuteUnit = optional(word('min', 'mn', 'minutes'));
const hourUnit = word('h', 'heure', 'heures', 'hrs');

/** « Midi trente », « huit heures moins le quart »: minutes from the hour. */
const fraction = oneOf({
  'et demie': 30,
  'et demi': 30,
  'et quart': 15,
  trente: 30,
  'moins le quart': -15,
});

export const at24 = (hours: number, minutes: number): Minutes | undefined => {
  const total = hours * 60 + minutes;
  return total >= 0 && total <= DAY ? [total] : undefined;
};

/** Both halves of the day; twelve is noon or the end of the day, never its start. */
export const at12 = (hours: number, minutes: number): Minutes | undefined => {
  if (hours < 1 || hours > 12) return undefined;
  const total = (hours % 12) * 60 + minutes;
  const first = total > 0 ? total : total + HALF_DAY;
  return [first, first + HALF_DAY];
};

/** « 18 h », « 18 h 30 », « dix-huit heures trente », « huit heures moins le quart ». */
export const french = (lastHour: number): Rule<Minutes> => {
  const hours = map(seq(either(digits(1, 2), letters), hourUnit), ([n]) =>
    n <= lastHour ? n : undefined,
  );
  const rest = either(
    fraction,
    map(seq(either(minute, spokenMinute), minuteUnit), ([n]) => n),
  );
  return map(seq(hours, optional(rest)), ([n, more]) => at24(n, more ?? 0));
};

/** "6 pm", "6:30 p.m."; 12 am is the start of the day to some, its end to others: asked. */
export const halfDay: Rule<Minutes> = map(
  seq(
    count,
    optional(map(seq(word(':', '.'), minute), ([, m]) => m)),
    oneOf({ am: 0, 'a m': 0, pm: HALF_DAY, 'p m': HALF_DAY }),
  ),
  ([hour, minutes, half]) => {
    if (hour > 12) return undefined;
    if (hour === 12 && half === 0 && minutes === null) return [0, DAY];
    return [(hour % 12) * 60 + (minutes ?? 0) + half];
  },
);

/** English hours that do not say which half of the day. */
const vague: Rule<Minutes> = either(
  map(seq(count, word('o clock')), ([hour]) => at12(hour, 0)),
  map(seq(word('at', 'by'), count), ([, hour]) => (hour > 12 ? at24(hour, 0) : at12(hour, 0))),
  map(
    seq(oneOf({ 'half past': 30, 'quarter past': 15, 'a quarter past': 15 }), count),
    ([minutes, hour]) => at12(hour, minutes),
  ),
  map(seq(word('quarter to', 'a quarter to'), count), ([, hour]) => at12(hour, -15)),
);

const named: Rule<Minutes> = map(
  seq(oneOf({ midi: HALF_DAY, noon: HALF_DAY, minuit: DAY, midnight: DAY }), optional(fraction)),
  ([minutes, rest]) =>
    rest === null ? [minutes] : minutes === HALF_DAY ? [minutes + rest] : undefined,
);

/** Six to some, midnight to others: asked. */
const endOfDay: Rule<Minutes> = oneOf<Minutes>(
  Object.fromEntries(
    ['fin de journee', 'en fin de journee', 'la fin de la journee', 'end of day', 'eod'].map(
      (phrase) => [phrase, [1080, DAY]],
    ),
  ),
);

/**
 * "18:00"; in English rooms an hour under ten without its zero ("8:30") does not say which half
 * of the day.
 */
const clock = (locale: Locale): Rule<Minutes> => {
  const minutes = map(seq(word(':'), minute), ([, m]) => m);
  return either(
    map(seq(digits(2), minutes), ([hour, m]) => at24(hour, m)),
    map(seq(digits(1), minutes), ([hour, m]) =>
      locale === 'en' && hour > 0 ? at12(hour, m) : at24(hour, m),
    ),
  );
};

/**
 * Every way to say an hour of a day, its part of the day included when it is said after it.
 * `lastHour` is 23 where « 24 h » could be a length of time.
 */
export const hour = (locale: Locale, lastHour: 23 | 24): Rule<Minutes> => {
  const plain = either(french(lastHour), clock(locale), halfDay, vague, named, endOfDay);
  return either(
    plain,
    map(seq(plain, ofPart), ([minutes, which]) => within(minutes, which)),
    map(seq(count, ofPart), ([n, which]) => within(at12(n, 0) ?? [], which)),
  );
};
