import { strToU8, Zip, ZipDeflate } from 'fflate';
import { decimal } from '../../../src/kernel/quantities/quantity.js';
import type { Cell } from './columns.js';

/**
 * A workbook of one sheet (ECMA-376, part 1), written as its rows come: libraries hold them all,
 * 450 MB for 100,000 lines. Words are inline strings, which no spreadsheet runs as formulas.
 */
export async function* xlsxOf(sheet: {
  readonly name: string;
  readonly headings: readonly string[];
  /** In characters, a column each. */
  readonly widths: readonly number[];
  readonly rows: AsyncIterable<readonly Cell[]>;
  readonly at: Date;
}): AsyncGenerator<Uint8Array> {
  const { name, headings, widths, rows, at } = sheet;
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const part = (path: string): ZipDeflate => {
    const one = new ZipDeflate(path, { level: 6 });
    one.mtime = at;
    zip.add(one);
    return one;
  };
  for (const [path, text] of Object.entries({ ...PARTS, 'xl/workbook.xml': workbook(name) })) {
    part(path).push(strToU8(HEAD + text), true);
  }
  const data = part('xl/worksheets/sheet1.xml');
  const heading = headings.map((text) => `<c s="${STYLES.heading}"${inline(text)}</c>`);
  let waiting = `${HEAD}${sheetStart(widths)}<row>${heading.join('')}</row>`;
  for await (const cells of rows) {
    waiting += `<row>${cells.map(cellXml).join('')}</row>`;
    if (waiting.length < PIECE) continue;
    data.push(strToU8(waiting));
    waiting = '';
    yield* ready;
    ready = [];
  }
  data.push(strToU8(`${waiting}</sheetData></worksheet>`), true);
  zip.end();
  yield* ready;
}

/** In UTF-16 code units: what is compressed at once. */
const PIECE = 65_536;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in `cellXfs` of the styles below. */
const STYLES = { plain: 0, heading: 1, day: 2, whole: 3, hundredths: 4, thousandths: 5 } as const;
const BY_DIGITS: Readonly<Record<number, number>> = {
  ...{ 0: STYLES.whole, 2: STYLES.hundredths, 3: STYLES.thousandths },
};

/** 14, 3 and 4 are built in: the day as one’s country writes it, `#,##0` and `#,##0.00`. */
const FORMATS = [0, 0, 14, 3, 4, 164];

const PARTS = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.000"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${FORMATS.length}">${FORMATS.map((format, index) => `<xf numFmtId="${format}" fontId="${index === STYLES.heading ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`).join('')}</cellXfs></styleSheet>`,
};

const workbook = (name: string): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** Excel’s own limits: 31 characters, none of these, no quote at either end. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .replaceAll(/^'|'$/g, ' ')
    .trim() || 'ECC';

const sheetStart = (widths: readonly number[]): string => {
  const cols = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>`;
};

function cellXml(cell: Cell): string {
  switch (cell.type) {
    case 'words':
      return cell.text === '' ? '<c/>' : `<c${inline(cell.text)}</c>`;
    case 'day':
      return `<c s="${STYLES.day}"><v>${serialDay(cell.text)}</v></c>`;
    case 'number': {
      const style = BY_DIGITS[cell.digits] ?? STYLES.plain;
      return `<c s="${style}"><v>${decimal(cell.amount, cell.digits)}</v></c>`;
    }
  }
}

const inline = (text: string): string =>
  ` t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is>`;

/** Days are counted from the eve of 1900, with a 29 February that never was. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const serialDay = (day: string): number =>
  (Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / 86_400_000;

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
};

/** What XML 1.0 cannot hold is left out. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML forbids
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
