import Fraction from 'fraction.js';
import { fold } from '../text.js';
import { type Quantity, tokenUnit, type Unit } from './quantity.js';

/** What a community means by its words. */
export interface Measures {
  /** How long a day of work is. */
  readonly dayMinutes: number;
  /** The names of its tokens. */
  readonly tokens: readonly string[];
}

/** The sign before decimals, where a whole file has one: nothing is ambiguous then. */
export type DecimalSign = ',' | '.';

export type ReadQuantity =
  | { readonly type: 'understood'; readonly quantity: Quantity }
  /** `unknown`: neither a number with a unit; `ambiguous`: 1,200 may be 1.2 or 1200. */
  | { readonly type: 'unknown' | 'ambiguous' | 'too-fine' | 'too-much' | 'nothing' };

/** How many of the smallest unit. */
const FACTORS: Readonly<Record<string, readonly [factor: number, unit: Unit]>> = {
  ...{ h: [60, 'min'], heure: [60, 'min'], heures: [60, 'min'], hour: [60, 'min'] },
  ...{ hours: [60, 'min'], hr: [60, 'min'], hrs: [60, 'min'] },
  ...{ min: [1, 'min'], mn: [1, 'min'], minute: [1, 'min'], minutes: [1, 'min'] },
  ...{ '€': [100, 'cent'], eur: [100, 'cent'], euro: [100, 'cent'], euros: [100, 'cent'] },
  ...{ centime: [1, 'cent'], centimes: [1, 'cent'], cent: [1, 'cent'], cents: [1, 'cent'] },
  ...{ kg: [1000, 'g'], g: [1, 'g'], t: [1_000_000, 'g'], tonne: [1_000_000, 'g'] },
  ...{ kilo: [1000, 'g'], kilos: [1000, 'g'], tonnes: [1_000_000, 'g'] },
  ...{ kwh: [3_600_000, 'J'], wh: [3600, 'J'], mwh: [3_600_000_000, 'J'] },
  ...{ joule: [1, 'J'], joules: [1, 'J'], kj: [1000, 'J'], mj: [1_000_000, 'J'] },
  ...{ km: [1000, 'm'], m: [1, 'm'] },
};
const DAYS = new Set(['j', 'jour', 'jours', 'd', 'day', 'days']);

/** In smallest units: beyond any honest gift, and far within what a database keeps. */
const MOST = 10n ** 15n;

const BLANKS = /[ \u00A0\u202F]/g;
const NUMBER = String.raw`\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:[.,]\d+)?|\d{1,15}(?:[.,]\d{1,12})?`;
const CLOCK =
  /^(\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d{1,13}) ?(?:h|heures?|hours?|hrs?) ?(\d{1,2})(?: ?(?:min|mn|minutes?))?$/i;
const COUNTED = new RegExp(`^(${NUMBER}) ?(\\S.*)$`, 'u');
const SIGNED_FIRST = new RegExp(`^€ ?(${NUMBER})$`, 'u');

/** « 3h », « 1h30 », « 2 j », « 12,50 € », « 4 kg », « 3 kWh », « 20 km », « 10 pommes » if those are a token. */
export function parseQuantity(
  text: string,
  measures: Measures,
  sign: DecimalSign | null = null,
): ReadQuantity {
  const spaced = text.trim().replaceAll(/\s+/g, ' ');
  const typed = sign === null ? spaced : ungrouped(spaced, sign);
  const [, hours, minutes] = CLOCK.exec(typed) ?? [];
  if (hours !== undefined && minutes !== undefined) {
    if (Number(minutes) > 59) return { type: 'unknown' };
    const whole = BigInt(hours.replaceAll(BLANKS, ''));
    return checked(new Fraction(whole * 60n + BigInt(minutes)), 'min');
  }
  const [, number, unit] = COUNTED.exec(typed) ?? reversed(SIGNED_FIRST.exec(typed));
  if (number === undefined || unit === undefined) return { type: 'unknown' };
  const known = factorOf(unit, measures);
  if (!known) return { type: 'unknown' };
  if (sign === null && /^[1-9]\d{0,2}[.,]\d{3}$/.test(number)) return { type: 'ambiguous' };
  const value = new Fraction(number.replaceAll(BLANKS, '').replace(',', '.'));
  return checked(value.mul(known[0]), known[1]);
}

/** Thousands without the other sign: « 1.250,50 » where the comma is before decimals. */
const ungrouped = (text: string, sign: DecimalSign): string =>
  text.replace(sign === ',' ? /^\d{1,3}(\.\d{3})+(?!\d)/ : /^\d{1,3}(,\d{3})+(?!\d)/, (whole) =>
    whole.replaceAll(/[.,]/g, ''),
  );

const reversed = (match: RegExpExecArray | null): readonly (string | undefined)[] =>
  match ? [match[0], match[1], '€'] : [];

function factorOf(typed: string, { dayMinutes, tokens }: Measures): readonly [number, Unit] | null {
  // A joule is written with a capital, a day (*jour*) is not.
  if (typed === 'J') return [1, 'J'];
  const word = fold(typed);
  const token = tokens.find((name) => same(fold(name), word));
  if (token !== undefined) return [100, tokenUnit(token)];
  if (DAYS.has(word)) return [dayMinutes, 'min'];
  return Object.hasOwn(FACTORS, word) ? (FACTORS[word] ?? null) : null;
}

const same = (name: string, word: string): boolean =>
  name === word || `${name}s` === word || name === `${word}s`;

function checked(value: Fraction, unit: Unit): ReadQuantity {
  if (value.d !== 1n) return { type: 'too-fine' };
  const amount = value.s * value.n;
  if (amount <= 0n) return { type: 'nothing' };
  return amount > MOST ? { type: 'too-much' } : { type: 'understood', quantity: { amount, unit } };
}
