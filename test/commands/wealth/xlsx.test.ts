import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import { expect, it } from 'vitest';
import type { Cell } from '../../../commands/wealth/exports/columns.js';
import { csvLines } from '../../../commands/wealth/exports/csv.js';
import { xlsxOf } from '../../../commands/wealth/exports/xlsx.js';

type Node = ReturnType<typeof parseDocument>['children'][number];

const decoder = new TextDecoder();

async function partsOf(rows: readonly (readonly Cell[])[], name = 'Festival') {
  const pieces: Uint8Array[] = [];
  const sheet = xlsxOf({
    ...{ name, headings: ['a', 'b', 'c'], widths: [10, 10, 10] },
    rows: (async function* () {
      yield* rows;
    })(),
    at: new Date('2026-11-21T10:00:00Z'),
  });
  for await (const piece of sheet) pieces.push(piece);
  const files = unzipSync(Buffer.concat(pieces));
  const text = (path: string): string => decoder.decode(files[path]);
  return { paths: Object.keys(files), text, sheet: text('xl/worksheets/sheet1.xml') };
}

const named = (node: Node, name: string): Node[] =>
  'children' in node
    ? node.children.flatMap((child) => [
        ...('name' in child && child.name === name ? [child] : []),
        ...named(child as Node, name),
      ])
    : [];

const textIn = (node: Node): string =>
  'data' in node
    ? String(node.data)
    : 'children' in node
      ? node.children.map((child) => textIn(child as Node)).join('')
      : '';

/** The rows of a sheet, the headings left out: what each cell holds, and whether it is words. */
function rowsOf(xml: string) {
  const document = parseDocument(xml, { xmlMode: true }) as unknown as Node;
  return named(document, 'row')
    .slice(1)
    .map((row) =>
      named(row, 'c').map((cell) => ({
        text: textIn(cell),
        words: 'attribs' in cell && cell.attribs.t === 'inlineStr',
      })),
    );
}

const cells = (text: string, amount: bigint): Cell[] => [
  { type: 'words', text },
  { type: 'day', text: '2026-03-01' },
  { type: 'number', amount, digits: 2 },
];

it('is a workbook with its parts, its days as days and its amounts as numbers', async () => {
  const { paths, text, sheet } = await partsOf([cells('Affiche', -1250n)], "Le 'Festival' [2026]");
  expect(paths.sort()).toEqual([
    ...['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'],
    ...['xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
  ]);
  expect(text('xl/workbook.xml')).toContain(`name="Le 'Festival'  2026"`);
  // 1 March 2026 is the 46,082nd day of spreadsheets.
  expect(rowsOf(sheet)).toEqual([
    [
      { text: 'Affiche', words: true },
      { text: '46082', words: false },
      { text: '-12.50', words: false },
    ],
  ]);
});

it('keeps every text as text, whatever it looks like', async () => {
  const hostile = ['=1+1', '+1', '-1', '@x', '<c><f>1</f></c>', '"&<>\u0000\uD800', ']]>', ' a '];
  const { sheet } = await partsOf(hostile.map((text) => cells(text, 1n)));
  expect(sheet).not.toContain('<f>');
  const read = rowsOf(sheet).map(([first]) => first);
  expect(read.map((one) => one?.words)).toEqual(hostile.map(() => true));
  expect(read.map((one) => one?.text)).toEqual([
    ...['=1+1', '+1', '-1', '@x', '<c><f>1</f></c>', '"&<>\uFFFD', ']]>', ' a '],
  ]);
});

it('says to the cent what the CSV says', async () => {
  const amounts = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(amounts, async (all) => {
      const rows = all.map((amount) => cells('x', amount));
      const { sheet } = await partsOf(rows);
      const { line } = csvLines('fr');
      const csv = rows.map((row) => line(row).trimEnd().split(';')[2]?.replace(',', '.'));
      expect(rowsOf(sheet).map((row) => row[2]?.text)).toEqual(csv);
    }),
    { numRuns: 30 },
  );
});

it('is compressed as its rows come', async () => {
  const { sheet } = await partsOf(
    Array.from({ length: 3000 }, (_, n) => cells(`t${n}`, BigInt(n))),
  );
  expect(rowsOf(sheet)).toHaveLength(3000);
});
