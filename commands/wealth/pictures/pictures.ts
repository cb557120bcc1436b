import { draw, INK, PAPER } from './canvas.js';

/** From nothing to the most: one hue, readable in grey too, and dark ink on all of it. */
const SHADES = ['#f3f7f0', '#d5e8cc', '#a9d3a0', '#7fbf88'];

const title = (text: string) => ({
  ...{ text, left: 16, top: 12 },
  textStyle: { fontSize: 18, fontWeight: 'normal', color: INK },
});

const ROW = 44;
const TOP = 96;
const WIDTH = 900;
/** Longer names are cut, and lose the signs the font has not: the table beside has them whole. */
const NAME = 22;
function short(name: string): string {
  const letters = [...name.replaceAll(/\p{Extended_Pictographic}|\uFE0F|\u200D/gu, '').trim()];
  return letters.length > NAME ? `${letters.slice(0, NAME - 1).join('')}…` : letters.join('');
}

/** Who × kind: how much, written in each cell and shaded. `shade` from 0 to 1. */
export function heatMap(parts: {
  readonly title: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly shade: number;
    readonly text: string;
  }[];
}): Promise<Uint8Array> {
  const { rows, columns, cells } = parts;
  return draw(
    {
      title: title(parts.title),
      grid: { left: 190, right: 24, top: TOP, bottom: 16 },
      xAxis: {
        ...{ type: 'category', data: columns.map(short), position: 'top' },
        axisLabel: { interval: 0, rotate: columns.length > 6 ? 30 : 0, fontSize: 14, color: INK },
        ...{ axisTick: { show: false }, axisLine: { show: false } },
      },
      yAxis: {
        ...{ type: 'category', data: rows.map(short), inverse: true },
        axisLabel: { interval: 0, fontSize: 14, color: INK },
        ...{ axisTick: { show: false }, axisLine: { show: false } },
      },
      visualMap: { min: 0, max: 1, show: false, inRange: { color: SHADES } },
      series: [
        {
          type: 'heatmap',
          itemStyle: { borderColor: PAPER, borderWidth: 2 },
          data: cells.map(({ row, column, shade, text }) => ({
            value: [column, row, shade],
            label: { show: true, formatter: text.replaceAll(/[{}|]/g, ' '), color: INK },
          })),
        },
      ],
    },
    { width: WIDTH, height: TOP + ROW * Math.max(rows.length, 1) + 24 },
  );
}

const HUES = [
  '#4a8f57',
  '#3b7ea1',
  '#b0752d',
  '#8a5a9e',
  '#a14a4a',
  '#5f7a2e',
  '#2e7a6f',
  '#6b6b6b',
];

interface End {
  readonly name: string;
  /** How much in all. */
  readonly text: string;
}

/** From whom to whom. Each person is on both sides, so that gifts both ways do not go round. */
export function flowPicture(parts: {
  readonly title: string;
  readonly left: readonly End[];
  readonly right: readonly End[];
  /** By place on each side. */
  readonly flows: readonly { readonly from: number; readonly to: number; readonly size: number }[];
}): Promise<Uint8Array> {
  const { left, right, flows } = parts;
  // The same person has the same colour on both sides.
  const all = [...new Set([...left, ...right].map(({ name }) => name))];
  const node = (prefix: string, place: 'left' | 'right', { name, text }: End, index: number) => ({
    name: `${prefix} ${index}`,
    itemStyle: { color: HUES[all.indexOf(name) % HUES.length] },
    label: {
      ...{ position: place, fontSize: 14, color: INK },
      formatter: () => `${short(name)}  ${text}`,
    },
  });
  return draw(
    {
      title: title(parts.title),
      series: [
        {
          ...{ type: 'sankey', left: 24, right: 24, top: 64, bottom: 24 },
          ...{ nodeWidth: 14, nodeGap: 18, draggable: false, emphasis: { disabled: true } },
          lineStyle: { color: 'source', opacity: 0.35, curveness: 0.5 },
          data: [
            ...left.map((end, index) => node('from', 'right', end, index)),
            ...right.map((end, index) => node('to', 'left', end, index)),
          ],
          links: flows.map(({ from, to, size }) => ({
            ...{ source: `from ${from}`, target: `to ${to}`, value: size },
          })),
        },
      ],
    },
    { width: WIDTH, height: 120 + 64 * Math.max(left.length, right.length, 2) },
  );
}

/** One bar a period. */
export function trendPicture(parts: {
  readonly title: string;
  readonly bars: readonly { readonly name: string; readonly size: number; readonly text: string }[];
}): Promise<Uint8Array> {
  const { bars } = parts;
  return draw(
    {
      title: title(parts.title),
      grid: { left: 32, right: 32, top: 84, bottom: 48 },
      xAxis: {
        ...{ type: 'category', data: bars.map(({ name }) => short(name)) },
        axisLabel: { interval: 0, fontSize: 14, color: INK },
        axisTick: { show: false },
      },
      yAxis: { type: 'value', show: false },
      series: [
        {
          ...{ type: 'bar', barMaxWidth: 96, itemStyle: { color: '#4a8f57' } },
          data: bars.map(({ size, text }) => ({
            value: size,
            label: {
              show: true,
              position: 'top',
              formatter: text.replaceAll(/[{}|]/g, ' '),
              color: INK,
            },
          })),
        },
      ],
    },
    { width: WIDTH, height: 420 },
  );
}
