import type { Block, RichBlock } from '../../../commands/view/view.js';
import { calm, escapeHtml, inlineHtml, richHtml } from './html.js';
import { inlinePlain, richPlain } from './plain.js';

/** The same thing said twice: for clients that show HTML, and for those that do not. */
export interface Piece {
  readonly html: string;
  readonly plain: string;
}

const BAR_LENGTH = 10;

/** A block as pieces that may be parted between two messages. */
export function piecesOf(block: Block): Piece[] {
  switch (block.type) {
    case 'rich':
      return block.content.flatMap(richPieces);
    case 'note':
      return [
        { html: `<p><em>${inlineHtml(block.content)}</em></p>`, plain: inlinePlain(block.content) },
      ];
    case 'fields':
      return block.fields.map(({ label, value }) => ({
        html: `<p><strong>${escapeHtml(label)}</strong> ${inlineHtml(value)}</p>`,
        plain: `${label} : ${inlinePlain(value)}`,
      }));
    case 'table':
      return tablePieces(block);
    case 'progress':
      return [progressPiece(block)];
    case 'image':
      // The picture itself follows as an attachment.
      return [{ html: `<p>${escapeHtml(block.alt)}</p>`, plain: block.alt }];
    case 'file':
      return [];
  }
}

/** Long lists are parted between their items. */
function richPieces(block: RichBlock): Piece[] {
  if (block.type !== 'list' || block.items.length <= MANY_ITEMS) {
    return [{ html: richHtml([block]), plain: richPlain([block]) }];
  }
  return chunks(block.items, MANY_ITEMS).map((items, index) => {
    const start = index * MANY_ITEMS + 1;
    const part = { ...block, items };
    return {
      html: richHtml([part]).replace(/^<ol>/, `<ol start="${start}">`),
      plain: richPlain([part], start),
    };
  });
}

const MANY_ITEMS = 50;
const MANY_ROWS = 50;

function chunks<T>(all: readonly T[], size: number): (readonly T[])[] {
  const count = Math.max(1, Math.ceil(all.length / size));
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}

function tablePieces(block: Extract<Block, { type: 'table' }>): Piece[] {
  const { caption, columns } = block;
  const heads = columns.map(({ label }) => `<th>${escapeHtml(label)}</th>`).join('');
  return chunks(block.rows, MANY_ROWS).map((rows, index) => {
    const body = rows
      .map((row) => `<tr>${row.map((cell) => `<td>${inlineHtml(cell)}</td>`).join('')}</tr>`)
      .join('');
    const title = index === 0 && caption !== '' ? caption : '';
    return {
      html: `${title && `<p><strong>${escapeHtml(title)}</strong></p>`}<table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`,
      plain: [
        ...(title ? [`${title} :`] : []),
        ...rows.map((row) => `• ${rowPlain(row.map(inlinePlain), columns)}`),
      ].join('\n'),
    };
  });
}

/** The first cell names the row; others say which column they are, when there are many. */
function rowPlain(cells: readonly string[], columns: readonly { label: string }[]): string {
  const [first = '', ...rest] = cells;
  const values = rest.map((cell, index) =>
    columns.length > 2 ? `${columns[index + 1]?.label ?? ''} ${cell}`.trim() : cell,
  );
  return values.length === 0 ? first : `${first} : ${values.join(', ')}`;
}

function progressPiece({ value, max, text }: Extract<Block, { type: 'progress' }>): Piece {
  const full = max > 0 ? Math.round((Math.min(value, max) / max) * BAR_LENGTH) : 0;
  const bar = '▰'.repeat(full) + '▱'.repeat(BAR_LENGTH - full);
  return { html: `<p>${bar} ${escapeHtml(calm(text))}</p>`, plain: `${bar} ${calm(text)}` };
}
