import type { Locale } from '../../../src/kernel/locale.js';
import { tokenName, type Unit } from '../../../src/kernel/quantities/quantity.js';
import { say } from '../../words/index.js';
import type { ExportLine } from './lines.js';

/** What a spreadsheet of movements has, whatever its format. */
const COLUMNS = [
  ...(['reference', 'day', 'period', 'from', 'to', 'nature', 'what'] as const),
  ...(['quantity', 'unit', 'vat', 'receipts'] as const),
];

export const headingsIn = (locale: Locale): string[] =>
  COLUMNS.map((column) => say(locale, `export.wealth.${column}`));

/** One cell: words, a day, or a number counted in `10^-digits`. */
export type Cell =
  | { readonly type: 'words' | 'day'; readonly text: string }
  | { readonly type: 'number'; readonly amount: bigint; readonly digits: number };

const words = (text: string): Cell => ({ type: 'words', text });

/** A movement, in the order of {@link headingsIn}; the context is called by its name. */
export function cellsOf(line: ExportLine, context: string): Cell[] {
  const { digits, name } = measure(line.unit);
  const vat = line.expense?.vat ?? null;
  return [
    words(line.reference),
    { type: 'day', text: line.day },
    line.period === null ? words('') : { type: 'number', amount: BigInt(line.period), digits: 0 },
    ...[line.from?.name ?? context, line.to?.name ?? context, line.nature, line.what].map(words),
    { type: 'number', amount: line.amount, digits },
    words(name),
    vat === null ? words('') : { type: 'number', amount: vat, digits },
    words(line.expense?.receipts ?? ''),
  ];
}

/** How many decimals a unit takes outside of ECC, and what it is called there. */
export function measure(unit: Unit): { readonly digits: number; readonly name: string } {
  switch (unit) {
    case 'min':
      return { digits: 0, name: 'min' };
    case 'cent':
      return { digits: 2, name: 'EUR' };
    case 'g':
      return { digits: 3, name: 'kg' };
    case 'J':
      return { digits: 0, name: 'J' };
    case 'm':
      return { digits: 3, name: 'km' };
    default:
      return { digits: 2, name: tokenName(unit) ?? unit };
  }
}
