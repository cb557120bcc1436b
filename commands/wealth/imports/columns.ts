import { LOCALES } from '../../../src/kernel/locale.js';
import { fold } from '../../../src/kernel/text.js';
import { SCALES } from '../../../src/wealth/types.js';
import { say } from '../../words/index.js';

/** What a file may tell of a declaration. */
export const COLUMNS = [
  ...(['day', 'from', 'to', 'nature', 'what', 'quantity', 'unit'] as const),
  ...(['context', 'note', 'link'] as const),
] as const;
/** What is read, and said to be of no use, without a word: what our own exports add. */
const PASSED = ['reference', 'period', 'vat', 'receipts'] as const;

export type Column = (typeof COLUMNS)[number] | (typeof SCALES)[number];

export const NEEDED = ['day', 'nature', 'what', 'quantity'] as const;

/** Every heading that names a column, in both languages, folded. */
const namesOf = (column: (typeof COLUMNS)[number] | (typeof PASSED)[number]): string[] =>
  LOCALES.flatMap((locale) => say(locale, `sheet.names.${column}`).split(', ').map(fold));

export interface Columns {
  readonly at: ReadonlyMap<Column, number>;
  /** Headings that say nothing to us. */
  readonly left: readonly string[];
}

export function columnsOf(heading: readonly string[]): Columns {
  const at = new Map<Column, number>();
  const left: string[] = [];
  for (const [index, typed] of heading.entries()) {
    const word = fold(typed);
    const column =
      COLUMNS.find((one) => namesOf(one).includes(word)) ??
      SCALES.find((scale) => LOCALES.some((one) => fold(say(one, `scale.${scale}`)) === word));
    if (column && !at.has(column)) at.set(column, index);
    else if (word !== '' && !PASSED.some((one) => namesOf(one).includes(word))) left.push(typed);
  }
  return { at, left };
}
