import type { Json } from '../json.js';

/**
 * What is counted is a whole number of its smallest unit: minutes, cents of a euro, grams, joules,
 * metres, hundredths of a token that a community named. Two units are never added up.
 */
export type Unit = 'min' | 'cent' | 'g' | 'J' | 'm' | `token:${string}`;

export interface Quantity {
  readonly amount: bigint;
  readonly unit: Unit;
}

export const tokenUnit = (name: string): Unit => `token:${name}`;

/** The name of a community's token; `null` for the units everybody knows. */
export const tokenName = (unit: Unit): string | null =>
  unit.startsWith('token:') ? unit.slice('token:'.length) : null;

const UNITS: readonly string[] = ['min', 'cent', 'g', 'J', 'm'];

const isUnit = (unit: string): unit is Unit =>
  UNITS.includes(unit) || (unit.startsWith('token:') && unit.length > 'token:'.length);

/** In JSON, an amount is its digits: no reader of it may round. */
export const quantityToJson = ({ amount, unit }: Quantity): Json => ({
  amount: String(amount),
  unit,
});

/** @throws on anything but what {@link quantityToJson} makes. */
export function quantityFromJson(json: unknown): Quantity {
  const { amount, unit } = json as { amount?: unknown; unit?: unknown };
  if (typeof amount !== 'string' || !/^-?\d+$/.test(amount)) throw new Error('not an amount');
  if (typeof unit !== 'string' || !isUnit(unit)) throw new Error('not a unit');
  return { amount: BigInt(amount), unit };
}

/** Sums by unit, in the order in which units first come. */
export function sumByUnit(quantities: Iterable<Quantity>): ReadonlyMap<Unit, bigint> {
  const sums = new Map<Unit, bigint>();
  for (const { amount, unit } of quantities) sums.set(unit, (sums.get(unit) ?? 0n) + amount);
  return sums;
}

/** An amount counted in `10^-digits`, as an exact decimal: `1250`, 2 is `12.50`. */
export function decimal(amount: bigint, digits: number): `${number}` {
  const size = amount < 0n ? -amount : amount;
  const text = String(size).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const sign = amount < 0n ? '-' : '';
  return `${sign}${whole}${digits === 0 ? '' : `.${text.slice(-digits)}`}` as `${number}`;
}
