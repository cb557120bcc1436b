import type { Member } from '../../../src/community/types.js';
import { type DecimalSign, parseQuantity } from '../../../src/kernel/quantities/parse.js';
import type { Quantity } from '../../../src/kernel/quantities/quantity.js';
import { ok, type Refusal, type Result, refuse } from '../../../src/kernel/result.js';
import { cleanLine, fold } from '../../../src/kernel/text.js';
import {
  type Content,
  type ImportLine,
  LIMITS,
  SCALES,
  type Step,
  type WealthContext,
} from '../../../src/wealth/types.js';
import type { Context } from '../../registry/context.js';
import { line as oneLine, optional, type Param, text } from '../../registry/param.js';
import { memberNamed } from '../../registry/people.js';
import { say } from '../../words/index.js';
import { nature, pastDay, quantity, scales, wealthSettings } from '../params.js';
import { type Column, type Columns, columnsOf, NEEDED } from './columns.js';
import { type DayOrder, dayInFigures, dayOrderOf } from './read-day.js';
import { type ReadTable, type Row, readTable } from './read-table.js';

export interface Fault {
  readonly line: number;
  readonly refusals: readonly Refusal[];
}

/** What a file says, and how it was read. */
export interface ReadFile {
  readonly lines: readonly ImportLine[];
  readonly faults: readonly Fault[];
  readonly separator: ReadTable['separator'];
  readonly order: DayOrder;
  readonly sign: DecimalSign;
  /** Headings that say nothing to us. */
  readonly left: readonly string[];
}

/** Where a line is read: the words of the file, the people of the community. */
interface Reading {
  readonly context: Context;
  readonly about: WealthContext;
  readonly members: readonly Member[];
  readonly columns: Columns;
  readonly order: DayOrder;
  readonly sign: DecimalSign;
}

/** Reads every line, and keeps all that is wrong, so that it can be said at once. */
export async function readFile(
  typed: string,
  about: WealthContext,
  context: Context,
): Promise<Result<ReadFile>> {
  const table = readTable(typed);
  if (!table.ok) return table;
  const { heading, rows, separator } = table.value;
  const count = rows.length;
  if (count > LIMITS.imported) return refuse('import-long', { count, max: LIMITS.imported });
  const columns = columnsOf(heading);
  const missing = NEEDED.filter((one) => !columns.at.has(one));
  if (missing.length > 0) {
    const called = missing.map((one) => say(context.locale, `export.wealth.${one}`));
    const list = called.join(', ');
    return refuse('import-columns', { list, found: heading.join(', ') }, 'table');
  }
  const days = rows.map((row) => cellOf(row, columns, 'day'));
  const amounts = rows.map((row) => cellOf(row, columns, 'quantity'));
  const sign = signOf(amounts, separator);
  const order = dayOrderOf(days, context.locale === 'fr');
  const members = await context.services.community.members(context.community.id);
  const reading: Reading = { context, about, members, columns, order, sign };
  const lines: ImportLine[] = [];
  const faults: Fault[] = [];
  for (const row of rows) {
    const read = await readRow(row, reading);
    if (read.ok) lines.push(read.value);
    else faults.push({ line: row.line, refusals: read.refusals });
  }
  return ok({ lines, faults, separator, order, sign, left: columns.left });
}

const cellOf = ({ cells }: Row, { at }: Columns, column: Column): string =>
  inert(cells[at.get(column) ?? -1] ?? '').trim();

/** The quote that keeps a spreadsheet from running a text is not part of it. */
const inert = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** What the file’s own decimals show; else what goes with its separator. */
function signOf(amounts: readonly string[], separator: ReadTable['separator']): DecimalSign {
  const shows = (end: RegExp): boolean => amounts.some((amount) => end.test(amount));
  const [comma, dot] = [shows(/\d,\d\d?(?!\d)/), shows(/\d\.\d\d?(?!\d)/)];
  if (comma !== dot) return comma ? ',' : '.';
  return separator === ',' ? '.' : ',';
}

async function readRow(row: Row, reading: Reading): Promise<Result<ImportLine>> {
  const { context, columns } = reading;
  const refusals: Refusal[] = [];
  const cell = (column: Column): string => cellOf(row, columns, column);
  const keep = <T>(read: Result<T>, otherwise: T): T => {
    if (read.ok) return read.value;
    refusals.push(...read.refusals);
    return otherwise;
  };
  const parsed = async <T>(param: Param<T>, column: Column, otherwise: T): Promise<T> => {
    const typed = cell(column);
    if (typed !== '') return keep(await param.parse(typed, context), otherwise);
    if (!param.required) return otherwise;
    const name = say(context.locale, `export.wealth.${column as (typeof NEEDED)[number]}`);
    return keep(refuse('import-cell-missing', { name }), otherwise);
  };
  const ends = keep(endsOf(cell('from'), cell('to'), reading), null);
  const elsewhere = cell('context');
  if (elsewhere !== '' && fold(elsewhere) !== fold(reading.about.name)) {
    keep(refuse('import-other-context', { typed: elsewhere, name: reading.about.name }), null);
  }
  const felt: Partial<Record<(typeof SCALES)[number], Step>> = {};
  for (const scale of SCALES) {
    const step = await parsed(scales()[scale], scale, null);
    if (step !== null) felt[scale] = step;
  }
  const content = {
    quantity: await parsed<Quantity>(amount(cell('unit'), reading), 'quantity', NOTHING),
    nature: await parsed(nature(), 'nature', ''),
    what: await parsed(oneLine(LIMITS.what), 'what', ''),
    day: await parsed(day(reading), 'day', ''),
    scales: felt,
    note: (await parsed(optional(text(LIMITS.note)), 'note', null)) ?? '',
    link: (await parsed(optional(oneLine(LIMITS.link)), 'link', null)) ?? '',
    reason: '',
  };
  const [first, ...others] = refusals;
  if (first || !ends) return { ok: false, refusals: [first ?? NOBODY, ...others] };
  const { member, flow, other } = ends;
  const whole: Content = { ...content, flow, other };
  return ok({ line: row.line, member, content: whole });
}

const NOTHING: Quantity = { amount: 0n, unit: 'min' };
const NOBODY: Refusal = { code: 'import-nobody', params: {} };

type Ends = Pick<ImportLine, 'member'> & Pick<Content, 'flow' | 'other'>;

/** Who gave to whom; who is not named is the context. What one received oneself is one's own. */
function endsOf(
  from: string,
  to: string,
  { context, about, members, columns }: Reading,
): Result<Ends> {
  const own = context.member.id;
  if (!columns.at.has('from') && !columns.at.has('to')) {
    return ok({ member: own, flow: 'gave', other: null });
  }
  const end = (typed: string): Result<Member | null> => {
    const somebody = memberNamed(members, typed);
    const here = fold(typed) === fold(about.name) || typed === '';
    if (somebody.ok) return somebody;
    if (here) return ok(null);
    const [{ code }] = somebody.refusals;
    return refuse(code === 'several-members' ? code : 'import-who', { name: typed });
  };
  const giver = end(from);
  const receiver = end(to);
  if (!giver.ok || !receiver.ok) {
    const [first, ...others] = [giver, receiver].flatMap((one) => (one.ok ? [] : one.refusals));
    return first ? { ok: false, refusals: [first, ...others] } : refuse('import-nobody');
  }
  const [gave, got] = [giver.value?.id ?? null, receiver.value?.id ?? null];
  if (got && (!gave || got === own)) return ok({ member: got, flow: 'received', other: gave });
  return gave ? ok({ member: gave, flow: 'gave', other: got }) : refuse('import-nobody');
}

/** With its unit, or in the unit of another column. */
const amount = (unit: string, { context, sign }: Reading): Param<Quantity> => ({
  ...quantity(),
  async parse(typed) {
    const whole = cleanLine(/^[-\d\s.,]+$/.test(typed) ? `${typed} ${unit}` : typed);
    if (whole.startsWith('-')) return refuse('import-negative', { typed: whole });
    const { tokens, ...settings } = wealthSettings(context.community);
    const read = parseQuantity(whole, { ...settings, tokens }, sign);
    if (read.type === 'understood') return ok(read.quantity);
    const examples = tokens.map((token) => `, 3 ${token}`).join('');
    return refuse(`quantity-${read.type}`, { typed: whole, tokens: examples });
  },
});

/** In figures as the file writes them, or in words. */
const day = ({ context, order }: Reading): Param<string> => ({
  ...pastDay(),
  async parse(typed) {
    const figures = dayInFigures(typed, order);
    if (figures === 'ambiguous') return refuse('import-day-order', { typed });
    if (figures === 'impossible') return refuse('day-unknown', { typed });
    return figures === null ? pastDay().parse(typed, context) : ok(figures);
  },
});
