import type { Locale } from '../../../locale.js';
import {
  at12,
  at24,
  DAY,
  french,
  HALF_DAY,
  halfDay,
  hour,
  type Minutes,
  minute,
  ofPart,
  type Part,
} from '../hours.js';
import { count } from '../numbers.js';
import { digits, either, map, oneOf, optional, type Rule, seq, word } from '../rule.js';
import type { Clause, HourSpan } from './clause.js';

/** As far as a meeting goes past midnight: beyond it, its end is taken for a slip. */
const LONGEST_NIGHT = HALF_DAY;

const to = word('a', '-', '–', '—', '→', 'to', 'till', 'until', 'jusqu a', 'au');
const midnight = oneOf<Minutes>({ minuit: [DAY], midnight: [DAY] });
const lead = optional(word('de', 'd', 'from', 'des', 'a', 'at'));

/** The end that makes the shortest meeting of each start. */
function spans(starts: Minutes, ends: Minutes): readonly HourSpan[] | 'end-before-start' {
  const all = starts.flatMap((start) => {
    const lengths = ends.flatMap((end) => {
      const length = end - start;
      if (length > 0) return [length];
      const overnight = ((length % DAY) + DAY) % DAY;
      return overnight > 0 && overnight <= LONGEST_NIGHT ? [overnight] : [];
    });
    return lengths.length > 0 ? [{ start, end: start + Math.min(...lengths) }] : [];
  });
  // Two halves of the day for both ends: what keeps within one of them is what is meant.
  const short = all.filter(({ start, end }) => end - start <= HALF_DAY);
  const kept = short.length > 0 ? short : all;
  return kept.length > 0 ? kept : 'end-before-start';
}

const time = (value: readonly HourSpan[] | 'all-day' | 'end-before-start'): Clause => ({
  kind: 'time',
  spans: value,
});

const minutesToo = optional(map(seq(word(':', '.', 'h'), minute), ([, m]) => m));

/** "6 to 8pm": in the same half of the day when that is not backwards, « 18-20 h ». */
const halfSaid: Rule<Clause> = either(
  map(seq(lead, count, minutesToo, to, halfDay), ([, n, m, , ends]) => {
    const [end] = ends;
    const starts = (at12(n, m ?? 0) ?? []).map((each) => each % DAY);
    if (end === undefined || starts.length === 0 || ends.length > 1) return undefined;
    const near = starts.find((each) => each < end && each >= HALF_DAY === end >= HALF_DAY);
    return time(spans(near === undefined ? starts : [near], [end]));
  }),
  map(seq(lead, digits(1, 2), to, french(24)), ([, n, , ends]) => {
    const start = at24(n, 0);
    return start && time(spans(start, ends));
  }),
);

/** "From 9 to 5". */
const vague: Rule<Clause> = map(
  seq(word('from'), count, word('to', 'till', 'until', '-'), count),
  ([, a, , b]) => {
    const starts = a > 12 ? at24(a, 0) : at12(a, 0);
    const ends = b > 12 ? at24(b, 0) : at12(b, 0);
    return starts && ends && time(spans(starts, ends));
  },
);

/** Both ends in one part of the day: « de 2 h à 4 h de l’après-midi ». */
export function inside(spansSaid: readonly HourSpan[], { from, to: last }: Part): HourSpan[] {
  return spansSaid.flatMap(({ start, end }) => {
    const shift = [0, HALF_DAY].find((by) => start + by >= from && start + by <= last);
    if (shift === undefined) return [];
    // An end already said on 24 hours stays where it is.
    const length = end === null ? null : end - start;
    const moved = length !== null && length > HALF_DAY ? length - shift : length;
    return [{ start: start + shift, end: moved === null ? null : start + shift + moved }];
  });
}

export function timeClauses(locale: Locale): Rule<Clause> {
  const any = hour(locale, 24);
  const range = either(
    map(seq(lead, any, to, any), ([, starts, , ends]) => time(spans(starts, ends))),
    // « 20h-minuit »: a hyphen between letters is not kept.
    map(seq(lead, any, midnight), ([, starts, ends]) => time(spans(starts, ends))),
  );
  const rangeInPart = map(seq(either(range, halfSaid, vague), ofPart), ([clause, which]) => {
    if (clause.kind !== 'time' || typeof clause.spans === 'string') return undefined;
    const kept = inside(clause.spans, which);
    return kept.length > 0 ? time(kept) : undefined;
  });
  return either<Clause>(
    map(
      seq(
        optional(
          word(
            'a',
            'at',
            'vers',
            'around',
            'about',
            'des',
            'from',
            'a partir de',
            'starting at',
            'on',
            't',
          ),
        ),
        any,
      ),
      ([, starts]) => time(starts.map((start) => ({ start, end: null }))),
    ),
    range,
    halfSaid,
    rangeInPart,
    vague,
    map(
      word(
        'toute la journee',
        'la journee entiere',
        'journee entiere',
        'la journee',
        'all day',
        'all day long',
        'the whole day',
        'whole day',
      ),
      () => time('all-day'),
    ),
    map(seq(word('jusqu a', 'jusque', 'until', 'till', 'ending at', 'to'), any), ([, minutes]) => ({
      kind: 'end',
      minutes,
    })),
  );
}

/** The end said apart from the start: « 20 h, jusqu’à 22 h ». */
export const joined = (starts: readonly HourSpan[], ends: Minutes) =>
  starts.every(({ end }) => end === null)
    ? spans(
        starts.map(({ start }) => start),
        ends,
      )
    : null;
