import type { Locale } from '../../../src/kernel/locale.js';
import { decimal, tokenName, type Unit } from '../../../src/kernel/quantities/quantity.js';
import { csvCell } from '../../decisions/export-csv.js';
import { say } from '../../words/index.js';
import type { ExportLine } from './lines.js';

const COLUMNS = [
  ...(['reference', 'day', 'period', 'from', 'to', 'nature', 'what'] as const),
  ...(['quantity', 'unit', 'vat'] as const),
];

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

/** For spreadsheets, in the words and with the comma of who reads. */
export function csvExport(lines: readonly ExportLine[], context: string, locale: Locale): string {
  const separator = locale === 'fr' ? ';' : ',';
  const rows = lines.map((line) => {
    const { digits, name } = measure(line.unit);
    const number = (amount: bigint): string => {
      const text = decimal(amount, digits);
      return locale === 'fr' ? text.replace('.', ',') : text;
    };
    const vat = line.expense?.vat ?? null;
    return [
      ...[line.reference, line.day, line.period === null ? '' : String(line.period)],
      ...[line.from?.name ?? context, line.to?.name ?? context, line.nature, line.what],
      ...[number(line.amount), name, vat === null ? '' : number(vat)],
    ];
  });
  const headings = COLUMNS.map((column) => say(locale, `export.wealth.${column}`));
  // A figure taken back begins with a minus, and is a number all the same.
  const cell = (value: string): string =>
    /^-?\d+([.,]\d+)?$/.test(value) ? quoted(value) : csvCell(value);
  const quoted = (value: string): string => (value.includes(separator) ? `"${value}"` : value);
  return `\uFEFF${[headings, ...rows].map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`;
}
