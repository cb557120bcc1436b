import Fraction from 'fraction.js';

export const ONE = new Fraction(1);

const DECIMAL = /^(\d{1,30})(?:\.(\d{1,30}))?(?:e([+-]?\d{1,2}))?$/i;
const FRACTION = /^(\d{1,30})\s*\/\s*(\d{1,30})$/;

/**
 * An exact quantity, zero or more, from a JSON number, a decimal (`"1.5"`) or a fraction (`"1/3"`);
 * `null` for anything else. A number is read by its decimal text, so that 0.1 is one tenth; one
 * that JavaScript has already rounded (beyond 2^53) is not read at all.
 */
export function parseAmount(value: unknown): Fraction | null {
  if (typeof value === 'number') {
    const rounded = Number.isInteger(value) && !Number.isSafeInteger(value);
    return rounded ? null : fromText(String(value));
  }
  return typeof value === 'string' ? fromText(value.trim()) : null;
}

function fromText(text: string): Fraction | null {
  const [, whole, decimals = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  if (whole !== undefined) {
    const power = BigInt(exponent) - BigInt(decimals.length);
    const digits = BigInt(whole + decimals);
    return power < 0n ? new Fraction(digits, 10n ** -power) : new Fraction(digits * 10n ** power);
  }
  const [, top, bottom] = FRACTION.exec(text) ?? [];
  if (top === undefined || bottom === undefined || /^0+$/.test(bottom)) return null;
  return new Fraction(BigInt(top), BigInt(bottom));
}

/** An exact share of a whole, from 0 to 1: a quantity, or a percentage (`"75%"`). */
export function parseShare(value: unknown): Fraction | null {
  const percent = typeof value === 'string' ? /^(.*\S)\s*%$/.exec(value.trim())?.[1] : undefined;
  const share = percent === undefined ? parseAmount(value) : parseAmount(percent)?.div(100);
  return share?.lte(1) ? share : null;
}

/**
 * An exact sum that stays quick over a million weights: plain integers are added for each
 * denominator, and fractions only once for each.
 */
export class Sum {
  private readonly numerators = new Map<bigint, bigint>();
  /** How many quantities were added. */
  count = 0;

  add(amount: Fraction): void {
    this.count++;
    this.numerators.set(amount.d, (this.numerators.get(amount.d) ?? 0n) + amount.n);
  }

  get total(): Fraction {
    let total = new Fraction(0);
    for (const [denominator, numerator] of this.numerators) {
      total = total.add(new Fraction(numerator, denominator));
    }
    return total;
  }
}

/** The exact text of a quantity: `"12"`, `"3/2"`. */
export const exactly = (amount: Fraction): string => amount.toFraction();
