import { formatQuantity } from '../../../src/kernel/quantities/format.js';
import {
  type Quantity,
  sumByUnit,
  tokenName,
  type Unit,
} from '../../../src/kernel/quantities/quantity.js';
import {
  type Cell,
  FEWEST_IN_A_SUM,
  type Felt,
  type Matrix,
} from '../../../src/wealth/rules/matrix.js';
import type { MatrixPage } from '../../../src/wealth/service/matrix.js';
import { type Gratitude, SCALES, STEPS } from '../../../src/wealth/types.js';
import { note, text } from '../../view/build.js';
import type { Block, Inline } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Around, nameOf } from '../drawing.js';
import { natureName } from '../params.js';

type Table = Extract<Block, { type: 'table' }>;

/** An empty cell reads as something forgotten. */
const NOTHING = '–';

/** « temps », « argent », « graine »: what is counted in a unit. */
export const unitName = (unit: Unit, { locale }: Pick<Around, 'locale'>): string =>
  tokenName(unit) ?? say(locale, `unit.${unit as 'min' | 'cent' | 'g' | 'J' | 'm'}`);

export const quantities = (all: readonly Quantity[], { locale }: Pick<Around, 'locale'>): string =>
  [...sumByUnit(all)]
    .filter(([, amount]) => amount !== 0n)
    .map(([unit, amount]) => formatQuantity({ amount, unit }, locale))
    .join(', ');

/** By name, as people look for one another. */
export const byName = (people: readonly string[], around: Around): string[] =>
  [...people].sort((a, b) => nameOf(around, a).localeCompare(nameOf(around, b), around.locale));

export const table = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Table => ({
  ...{ type: 'table', caption },
  columns: columns.map((label, index) => ({ label, align: index === 0 ? 'start' : 'end' })),
  rows: rows.map((row) => row.map((cell): Inline[] => [cell || NOTHING])),
});

/** Who gave what and received what: units are never added to one another. */
export function peopleTable(around: Around, matrix: Matrix, thanks: readonly Gratitude[]): Table {
  const { locale } = around;
  const of = (cells: readonly Cell[], id: string): string =>
    quantities(
      cells.filter(({ member }) => member === id),
      around,
    );
  const thanked = (id: string): string => {
    const count = thanks.filter(({ to }) => to === id).length;
    return count === 0 ? '' : String(count);
  };
  const received = matrix.people.some((id) => of(matrix.received, id) !== '');
  const anyThanks = thanks.some(({ to }) => matrix.people.includes(to));
  return table(
    say(locale, 'matrix.people'),
    [
      say(locale, 'matrix.who'),
      say(locale, 'matrix.given'),
      ...(received ? [say(locale, 'matrix.received')] : []),
      ...(anyThanks ? [say(locale, 'matrix.thanks')] : []),
    ],
    byName(matrix.people, around).map((id) => [
      nameOf(around, id),
      of(matrix.given, id),
      ...(received ? [of(matrix.received, id)] : []),
      ...(anyThanks ? [thanked(id)] : []),
    ]),
  );
}

/** How much of each kind in all. */
export function natureTable(around: Around, { totals }: Matrix): Table {
  const { locale } = around;
  const natures = [...new Set(totals.map(({ nature }) => nature))];
  const rows = natures.map((nature) => {
    const own = totals.filter((one) => one.nature === nature);
    const people = Math.max(...own.map((one) => one.people));
    return [natureName(nature, locale), quantities(own, around), String(people)];
  });
  return table(
    say(locale, 'matrix.natures'),
    [say(locale, 'matrix.nature'), say(locale, 'matrix.given'), say(locale, 'matrix.by')],
    rows.sort(([a = ''], [b = '']) => a.localeCompare(b, locale)),
  );
}

/** How it was, beside the figures: how many said each step. Nothing is averaged. */
export function feltTable(around: Around, felt: Felt): Table | null {
  const { locale } = around;
  const said = SCALES.filter((scale) => felt[scale].some((count) => count > 0));
  if (said.length === 0) return null;
  const rows = said.map((scale) => [
    say(locale, `scale.${scale}`),
    STEPS.flatMap((step) => {
      const count = felt[scale][step - 1] ?? 0;
      return count === 0 ? [] : [`${say(locale, `step.${scale}.${step}`)} × ${count}`];
    })
      .reverse()
      .join(', '),
  ]);
  return table(say(locale, 'matrix.felt'), ['', say(locale, 'matrix.felt.said')], rows);
}

/** From whom to whom, a line each. */
export function flowTable(around: Around, { flows }: Matrix, context: string): Table {
  const { locale } = around;
  const end = (id: string | null): string => (id ? nameOf(around, id) : context);
  return table(
    say(locale, 'matrix.flows'),
    [say(locale, 'matrix.from'), say(locale, 'matrix.to'), say(locale, 'matrix.quantity')],
    flows
      .filter(({ amount }) => amount !== 0n)
      .map((flow) => [end(flow.from), end(flow.to), formatQuantity(flow, locale)])
      .sort((a, b) => a.join().localeCompare(b.join(), locale)),
  );
}

/** What each period gave in all. */
export function trendTable(around: Around, { trend }: MatrixPage): Table {
  const { locale } = around;
  return table(
    say(locale, 'matrix.trend'),
    [say(locale, 'matrix.period'), say(locale, 'matrix.given'), say(locale, 'matrix.count')],
    trend.map(({ period, matrix }) => [
      String(period.position),
      quantities(matrix.totals, around),
      String(matrix.count),
    ]),
  );
}

/** What is not in the figures, and who sees what. */
export function matrixNotes(
  around: Around,
  { context, pending, named, matrix }: MatrixPage,
): Block[] {
  const { locale } = around;
  return [
    text(...rich(locale, 'matrix.counted', { count: matrix.count, pending })),
    ...(named ? [] : [note(say(locale, 'matrix.sums', { fewest: FEWEST_IN_A_SUM }))]),
    note(say(locale, `wealth.rule.sees.${context.rule.sees}`)),
  ];
}
