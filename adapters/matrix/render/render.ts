import type { View } from '../../../commands/view/view.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Content } from '../types.js';
import { wordsIn } from '../words.js';
import { type Piece, piecesOf } from './blocks.js';
import { type Gestures, gesturesOf } from './gestures.js';
import { escapeHtml, inlineHtml } from './html.js';
import { legendOf } from './legend.js';
import { paginate } from './pages.js';
import { inlinePlain } from './plain.js';

/** A file or a picture of a view: it goes in a message of its own. */
export interface Attachment {
  readonly type: 'm.image' | 'm.file';
  /** What is read where it cannot be seen. */
  readonly body: string;
  readonly mediaType: string;
  readonly data: Uint8Array;
}

export interface Rendered {
  /** One message each, in order; the gestures are under the last. */
  readonly pages: readonly Content[];
  readonly attachments: readonly Attachment[];
  readonly gestures: Gestures;
}

export interface Reading {
  readonly locale: Locale;
  /** Nobody else is there. */
  readonly direct: boolean;
  /** A notice wakes nobody: for answers; a text may notify: for what ECC says of its own accord. */
  readonly msgtype: 'm.text' | 'm.notice';
  /** The first words of commands: views say `/décision`, people of this network type `!décision`. */
  readonly words: readonly string[];
}

/** A view as messages: HTML, and the same in plain text. Never cut: what is long has pages. */
export function render(view: View, reading: Reading): Rendered {
  const { locale, direct, msgtype } = reading;
  const signed = signer(reading.words);
  const words = wordsIn(locale);
  const gestures = gesturesOf(view, direct);
  const attachments = attachmentsOf(view);
  const bodies = paginate([
    ...view.blocks.flatMap(piecesOf),
    ...attachments.map(({ body }) => note(words.attached(body))),
    ...legendOf(view, gestures, words),
  ]);
  const pages = bodies.map((body, index): Content => {
    const number = bodies.length > 1 ? words.page(index + 1, bodies.length) : '';
    const title = titleOf(view, number);
    return {
      msgtype,
      body: signed([title.plain, body.plain].filter((part) => part !== '').join('\n\n')),
      format: 'org.matrix.custom.html',
      formatted_body: signed(title.html + body.html),
      // Nobody is called, whatever the text looks like (spec v1.7, `m.mentions`).
      'm.mentions': {},
    };
  });
  return { pages, attachments, gestures };
}

/** Never in an address, a closing tag or the middle of a word. */
function signer(words: readonly string[]): (text: string) => string {
  if (words.length === 0) return (text) => text;
  const command = new RegExp(
    `(?<![\\p{L}\\p{N}<:/.])/(?=(?:${words.join('|')})(?![\\p{L}]))`,
    'giu',
  );
  return (text) => text.replaceAll(command, '!');
}

const note = (text: string): Piece => ({
  html: `<p><em>${escapeHtml(text)}</em></p>`,
  plain: text,
});

function titleOf({ title, landmark }: View, page: string): Piece {
  if (title.length === 0) return { html: '', plain: '' };
  const sign = landmark === '' ? '' : `${landmark} `;
  const after = page === '' ? '' : ` (${page})`;
  return {
    html: `<h4>${sign}${inlineHtml(title)}${escapeHtml(after)}</h4>`,
    plain: `${sign}${inlinePlain(title)}${after}`,
  };
}

const attachmentsOf = ({ blocks }: View): Attachment[] =>
  blocks.flatMap((block): Attachment[] => {
    if (block.type === 'image') {
      const { alt, mediaType, data } = block;
      return [{ type: 'm.image', body: alt, mediaType, data }];
    }
    if (block.type === 'file') {
      const data = Buffer.from(block.data ?? block.text);
      return [{ type: 'm.file', body: block.name, mediaType: block.mediaType, data }];
    }
    return [];
  });
