import { type CsvError, parse } from 'csv-parse/sync';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';

/** A line of a file, and where it is. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface ReadTable {
  readonly separator: Separator;
  readonly heading: readonly string[];
  readonly rows: readonly Row[];
}

const SEPARATORS = [';', '\t', ','] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Reads a table as spreadsheets write them (RFC 4180, more or less). */
export function readTable(text: string): Result<ReadTable> {
  const separator = separatorOf(text);
  try {
    const records = parse(text, {
      ...{ delimiter: separator, bom: true, info: true, trim: true },
      // Tables are put together from several hands: every end of line is one.
      record_delimiter: ['\r\n', '\n', '\r'],
      ...{ skip_empty_lines: true, relax_column_count: true, relax_quotes: true },
    }) as unknown as { info: { lines: number }; record: string[] }[];
    const all = records
      .map(({ info, record }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
    const [heading, ...rows] = all;
    if (!heading || rows.length === 0) return refuse('import-empty', {}, 'table');
    return ok({ separator, heading: heading.cells, rows });
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    if (typeof code !== 'string' || !code.startsWith('CSV_')) throw error;
    return refuse('import-unreadable', { line: lines ?? 1 }, 'table');
  }
}

/** What the heading has most of, outside of its quotes. */
function separatorOf(text: string): Separator {
  const [heading = ''] = text.trimStart().split(/\r\n|\n|\r/, 1);
  const bare = heading.replaceAll(/"[^"]*"/g, '');
  const count = (sign: string): number => bare.split(sign).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}
