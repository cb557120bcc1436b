import { formatQuantity } from '../../src/kernel/quantities/format.js';
import type { Unit } from '../../src/kernel/quantities/quantity.js';
import type { Cell, Flow, Matrix } from '../../src/wealth/rules/matrix.js';
import type { MatrixPage } from '../../src/wealth/service/matrix.js';
import { plainText } from '../view/markdown.js';
import type { Block } from '../view/view.js';
import { say } from '../words/index.js';
import { type Around, nameOf } from './drawing.js';
import { natureName } from './params.js';
import { byName, unitName } from './views/matrix.js';

type Table = Extract<Block, { type: 'table' }>;
type Picture = Extract<Block, { type: 'image' }>;

/** More rows or lines would not be read in a picture: the table has them all. */
const MOST_ROWS = 30;
const MOST_FLOWS = 40;

/** Drawing is heavy to load, and many processes never draw. */
const pictures = () => import('./pictures/pictures.js');

/** The same as the picture, in words, for who cannot see it. */
const inWords = (title: string, { columns, rows }: Table): string =>
  [
    title,
    ...rows.map((row) =>
      row.map((cell, index) => `${columns[index]?.label}: ${plainText(cell)}`).join(', '),
    ),
  ].join('\n');

const image = (title: string, same: Table, data: Uint8Array): Picture => ({
  ...{ type: 'image', alt: inWords(title, same), mediaType: 'image/png', data },
});

const share = (amount: bigint, most: bigint): number =>
  most <= 0n || amount <= 0n ? 0 : Number((amount * 1000n) / most) / 1000;

function largest(all: readonly { readonly amount: bigint }[]): bigint {
  let most = 0n;
  for (const { amount } of all) if (amount > most) most = amount;
  return most;
}

/** One picture of a matrix, in one unit, with the table that says the same; `null`: nothing to draw. */
type Drawing = (
  around: Around,
  page: MatrixPage,
  unit: Unit,
  same: Table,
) => Promise<Picture | null>;

/** Who × kind. */
export const heatPicture: Drawing = async (around, { context, matrix }, unit, same) => {
  const { locale } = around;
  const cells = matrix.given.filter((cell) => cell.unit === unit && cell.amount !== 0n);
  const people = byName([...new Set(cells.map(({ member }) => member))], around).slice(
    0,
    MOST_ROWS,
  );
  if (people.length === 0) return null;
  const natures = [...new Set(cells.map(({ nature }) => nature))].sort((a, b) =>
    natureName(a, locale).localeCompare(natureName(b, locale), locale),
  );
  const most = largest(cells);
  const title = say(locale, 'picture.heat', { name: context.name, unit: unitName(unit, around) });
  const { heatMap } = await pictures();
  const data = await heatMap({
    title,
    rows: people.map((id) => nameOf(around, id)),
    columns: natures.map((one) => natureName(one, locale)),
    cells: cells
      .filter(({ member }) => people.includes(member))
      .map((cell: Cell) => ({
        row: people.indexOf(cell.member),
        column: natures.indexOf(cell.nature),
        shade: share(cell.amount, most),
        text: formatQuantity(cell, locale),
      })),
  });
  return image(title, same, data);
};

/** From whom to whom; what is owed back by a correction is left to the table. */
export const flowsPicture: Drawing = async (around, { context, matrix }, unit, same) => {
  const { locale } = around;
  const flows = [...matrix.flows]
    .filter((flow) => flow.unit === unit && flow.amount > 0n)
    .sort((a, b) => (b.amount > a.amount ? 1 : b.amount < a.amount ? -1 : 0))
    .slice(0, MOST_FLOWS);
  if (flows.length === 0) return null;
  const end = (id: string | null): string => (id ? nameOf(around, id) : context.name);
  const side = (key: 'from' | 'to') => {
    const ids = [...new Set(flows.map((flow) => flow[key]))];
    const total = (id: Flow['from']): bigint =>
      flows.filter((flow) => flow[key] === id).reduce((sum, { amount }) => sum + amount, 0n);
    const ends = ids.map((id) => ({
      name: end(id),
      text: formatQuantity({ amount: total(id), unit }, locale),
    }));
    return { ids, ends };
  };
  const [from, to] = [side('from'), side('to')];
  const most = largest(flows);
  const title = say(locale, 'picture.flows', { name: context.name, unit: unitName(unit, around) });
  const { flowPicture } = await pictures();
  const data = await flowPicture({
    ...{ title, left: from.ends, right: to.ends },
    flows: flows.map((flow) => ({
      ...{ from: from.ids.indexOf(flow.from), to: to.ids.indexOf(flow.to) },
      size: Math.max(share(flow.amount, most), 0.002),
    })),
  });
  return image(title, same, data);
};

/** Each period's sum. */
export const trendImage: Drawing = async (around, { context, trend }, unit, same) => {
  const { locale } = around;
  const sums = trend.slice(-MOST_ROWS).map(({ period, matrix }) => ({
    position: period.position,
    amount: totalOf(matrix, unit),
  }));
  const most = largest(sums);
  if (sums.length < 2 || most === 0n) return null;
  const title = say(locale, 'picture.trend', { name: context.name, unit: unitName(unit, around) });
  const { trendPicture } = await pictures();
  const data = await trendPicture({
    title,
    bars: sums.map(({ position, amount }) => ({
      name: say(locale, 'picture.period', { position }),
      size: amount < 0n ? -share(-amount, most) : share(amount, most),
      text: formatQuantity({ amount, unit }, locale),
    })),
  });
  return image(title, same, data);
};

const totalOf = ({ totals }: Matrix, unit: Unit): bigint =>
  totals.filter((one) => one.unit === unit).reduce((sum, { amount }) => sum + amount, 0n);
