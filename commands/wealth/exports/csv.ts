import type { Locale } from '../../../src/kernel/locale.js';
import { decimal } from '../../../src/kernel/quantities/quantity.js';
import { csvCell } from '../../decisions/export-csv.js';
import { type Cell, headingsIn } from './columns.js';

/** Lines for spreadsheets, with the separator and the comma of who reads; the headings first. */
export function csvLines(locale: Locale) {
  const [separator, sign] = locale === 'fr' ? [';', ','] : [',', '.'];
  const row = (cells: readonly string[]): string => `${cells.join(separator)}\r\n`;
  // Only words can be taken for a formula: a figure taken back begins with a minus.
  const cellText = (cell: Cell): string =>
    cell.type === 'number'
      ? decimal(cell.amount, cell.digits).replace('.', sign)
      : csvCell(cell.text);
  return {
    heading: `\uFEFF${row(headingsIn(locale).map(csvCell))}`,
    line: (cells: readonly Cell[]): string => row(cells.map(cellText)),
  };
}
