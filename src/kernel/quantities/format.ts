import { type Locale, localised } from '../locale.js';
import { decimal, type Quantity, tokenName } from './quantity.js';

const NBSP = '\u00A0';

const TAGS = { fr: 'fr-FR', en: 'en-GB' } as const;

const plain = localised(
  (locale) => new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 3 }),
);
const euros = localised(
  (locale) =>
    new Intl.NumberFormat(TAGS[locale], {
      ...{ style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' },
    }),
);

/** « 1 h 30 », « 12,50 € », « 4,2 kg », « 3 kWh »: exact, in the largest unit that stays exact. */
export function formatQuantity({ amount, unit }: Quantity, locale: Locale): string {
  const number = (digits: number): string => plain[locale].format(decimal(amount, digits));
  const size = amount < 0n ? -amount : amount;
  switch (unit) {
    case 'min':
      return duration(amount, locale);
    case 'cent':
      return euros[locale].format(decimal(amount, 2));
    case 'g':
      return size >= 1000n ? `${number(3)}${NBSP}kg` : `${number(0)}${NBSP}g`;
    case 'm':
      return size >= 1000n ? `${number(3)}${NBSP}km` : `${number(0)}${NBSP}m`;
    case 'J':
      return energy(amount, locale);
    default:
      return `${number(2)}${NBSP}${tokenName(unit)}`;
  }
}

function duration(amount: bigint, locale: Locale): string {
  const size = amount < 0n ? -amount : amount;
  const sign = amount < 0n ? '-' : '';
  const hours = size / 60n;
  const minutes = size % 60n;
  if (hours === 0n) return `${sign}${minutes}${NBSP}min`;
  const whole = `${sign}${plain[locale].format(hours)}${NBSP}h`;
  return minutes === 0n ? whole : `${whole}${NBSP}${String(minutes).padStart(2, '0')}`;
}

/** Joules of a kilowatt hour, by thousandths of it. */
const MILLI_KWH = 3600n;

function energy(amount: bigint, locale: Locale): string {
  const size = amount < 0n ? -amount : amount;
  const number = (value: bigint, digits: number): string =>
    plain[locale].format(decimal(value, digits));
  if (size >= 10n * MILLI_KWH && amount % MILLI_KWH === 0n) {
    return `${number(amount / MILLI_KWH, 3)}${NBSP}kWh`;
  }
  if (size >= 1_000_000n && amount % 1000n === 0n) {
    return `${number(amount / 1000n, 3)}${NBSP}MJ`;
  }
  return `${number(amount, 0)}${NBSP}J`;
}
