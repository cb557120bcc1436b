import { Temporal } from 'temporal-polyfill';

/** Which comes first in « 03/04/2026 »; `null`: the file does not tell. */
export type DayOrder = 'day' | 'month' | null;

const DIGITS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d\d.*)?$/;
/** « 12/03/2026 00:00 », as some spreadsheets write a day. */
const withoutHour = (typed: string): string => typed.trim().replace(/[T ]0?0:00(:00)?$/, '');

/** One date beyond the twelfth tells for the whole file. */
export function dayOrderOf(cells: readonly string[], french: boolean): DayOrder {
  const pairs = cells.flatMap((cell) => {
    const [, first, second] = DIGITS.exec(withoutHour(cell)) ?? [];
    return first && second ? [[Number(first), Number(second)] as const] : [];
  });
  if (pairs.some(([first]) => first > 12)) return 'day';
  if (pairs.some(([, second]) => second > 12)) return 'month';
  return french && pairs.length > 0 ? 'day' : null;
}

/**
 * A date in figures, as an ISO 8601 day; `null` for one in words, or none; `impossible` for a 31st
 * of February; `ambiguous` when nothing tells the day from the month.
 */
export function dayInFigures(
  typed: string,
  order: DayOrder,
): string | 'ambiguous' | 'impossible' | null {
  const bare = withoutHour(typed);
  const [, isoYear, isoMonth, isoDay] = ISO.exec(bare) ?? [];
  if (isoYear && isoMonth && isoDay) return plainDay(isoYear, isoMonth, isoDay);
  const [, first, second, year] = DIGITS.exec(bare) ?? [];
  if (!first || !second || !year) return null;
  const full = year.length === 2 ? `20${year}` : year;
  if (first === second) return plainDay(full, first, second);
  if (order === null) return 'ambiguous';
  return order === 'day' ? plainDay(full, second, first) : plainDay(full, first, second);
}

function plainDay(year: string, month: string, day: string): string {
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString();
  } catch {
    return 'impossible';
  }
}
