import type { WealthContext } from '../../../src/wealth/types.js';
import type { Context } from '../../registry/context.js';
import type { Block } from '../../view/view.js';
import { contextTyped } from '../params.js';
import { type Cell, cellsOf, headingsIn } from './columns.js';
import { csvLines } from './csv.js';
import { fecExport } from './fec.js';
import { beancountJournal, hledgerJournal } from './journals.js';
import { byDay, type ExportLine } from './lines.js';
import { valueFlowsExport } from './valueflows.js';
import { xlsxOf } from './xlsx.js';

type File = Extract<Block, { type: 'file' }>;

/** Formats of accounts: all lines in the order of days. */
const ACCOUNTS = {
  hledger: ['journal', 'text/plain', hledgerJournal],
  beancount: ['beancount', 'text/plain', beancountJournal],
  fec: ['txt', 'text/plain', fecExport],
  valueflows: ['jsonld', 'application/ld+json', valueFlowsExport],
} as const;

type Format = keyof typeof ACCOUNTS | 'csv' | 'xlsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** In characters, in the order of the columns. */
const WIDTHS = [10, 12, 9, 20, 20, 18, 44, 14, 8, 12, 44];

/** The movements of a context as a file, written as they are read. */
export async function exportFile(
  context: Context,
  about: WealthContext,
  { format, lines }: { readonly format: Format; readonly lines: AsyncIterable<ExportLine> },
): Promise<{ readonly file: File; readonly count: number }> {
  const { locale } = context;
  let count = 0;
  const counted = (async function* () {
    for await (const line of lines) {
      count++;
      yield line;
    }
  })();
  const named = (ending: string, mediaType: string): Omit<File, 'text'> => ({
    ...{ type: 'file', name: `${contextTyped(about)}.${ending}`, mediaType },
  });
  if (format === 'csv' || format === 'xlsx') {
    const { heading, line } = csvLines(locale);
    const text = [heading];
    const rows = (async function* () {
      for await (const one of counted) {
        const cells = cellsOf(one, about.name);
        // Where only words can be sent, a workbook is told in words.
        text.push(line(cells));
        yield cells;
      }
    })();
    const data = format === 'xlsx' ? await workbook(rows, about, context) : await drained(rows);
    const file = data ? { ...named('xlsx', XLSX), data } : named('csv', 'text/csv');
    return { file: { ...file, text: text.join('') }, count };
  }
  const [ending, mediaType, write] = ACCOUNTS[format];
  const text = write(await byDay(counted), about.name);
  return { file: { ...named(ending, mediaType), text }, count };
}

async function workbook(
  rows: AsyncIterable<readonly Cell[]>,
  { name }: WealthContext,
  { locale, now }: Context,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const sheet = xlsxOf({ name, headings: headingsIn(locale), widths: WIDTHS, rows, at: now });
  for await (const piece of sheet) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function drained(rows: AsyncIterable<unknown>): Promise<null> {
  for await (const _ of rows);
  return null;
}
