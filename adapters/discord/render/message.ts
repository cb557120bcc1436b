import type { APIEmbed } from 'discord.js';
import { plainBlocks, plainText } from '../../../commands/view/markdown.js';
import type { Action, Block, View } from '../../../commands/view/view.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { LIMITS } from '../limits.js';
import { type Words, wordsIn } from '../words.js';
import { type Row, rowsOf, writtenLinks } from './actions.js';
import { type Attached, attachedTo, blockText } from './blocks.js';
import { fitSections } from './fit.js';
import { escapeText, inlines, prefixed } from './markdown.js';

/** A message as Discord takes it, but for how its files travel. */
export interface Message {
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
  /** Nobody is ever notified by a text. */
  readonly allowed_mentions: { readonly parse: readonly [] };
  readonly files: readonly Attached[];
}

/** Room kept for saying that the rest is in a file. */
const KEPT = 400;

/**
 * A view as one message. Embeds rather than “components v2”: they hold 6000 characters where
 * those hold 4000, and the longest proposal must fit with its rule. What is longer still is said
 * to be, and the whole text is attached.
 */
export function renderMessage(view: View, locale: Locale, extra: readonly string[] = []): Message {
  const words = wordsIn(locale);
  const rows = rowsOf(view.actions, view.community);
  const title = titleOf(view);
  const inTitle = title.length <= LIMITS.embedTitle;
  const sections = [
    ...(inTitle || title === '' ? [] : [`**${title}**`]),
    ...view.blocks.map((block) => blockText(block, words)),
    ...writtenLinks(view.actions).map(({ label, href }) =>
      escapeText(`${label}${words.colon} ${href}`),
    ),
    ...leftOut(rows, words),
    ...extra.map((line) => prefixed('-# ', escapeText(line))),
  ];
  const room = LIMITS.embedTotal - (inTitle ? title.length : 0);
  const all = fitSections(sections, room);
  const fit = all.cut ? fitSections(sections, room - KEPT) : all;
  const attached = attachedTo(view.blocks);
  const images = attached.filter(({ image }) => image);
  const embeds: APIEmbed[] = [
    ...fit.parts.map((description) => ({ description })),
    ...(fit.cut ? [{ description: prefixed('-# ', escapeText(words.rest(words.restFile))) }] : []),
  ];
  if (inTitle && title !== '') embeds[0] = { title, ...embeds[0] };
  for (const [index, { name }] of images.entries()) {
    embeds[index] = { ...embeds[index], image: { url: `attachment://${name}` } };
  }
  return {
    embeds,
    components: rows.slice(0, LIMITS.rows),
    allowed_mentions: { parse: [] },
    files: fit.cut ? [...attached, wholeText(view, words)] : attached,
  };
}

const titleOf = ({ landmark, title }: View): string =>
  [landmark, inlines(title).replaceAll('\n', ' ')].join(' ').trim();

/** Gestures for which Discord has no place in one message: all are commands too. */
function leftOut(rows: readonly Row[], words: Words): string[] {
  const labels = rows
    .slice(LIMITS.rows)
    .flatMap(({ components }) =>
      components.map((component) =>
        'label' in component
          ? component.label
          : 'placeholder' in component
            ? component.placeholder
            : '',
      ),
    );
  return labels.length === 0
    ? []
    : [prefixed('-# ', escapeText(words.otherGestures(labels.join(', '))))];
}

function wholeText({ title, blocks, actions }: View, words: Words): Attached {
  const links = actions.filter((action: Action) => action.type === 'link');
  const text = [
    plainText(title),
    ...blocks.map((block) => plainBlock(block, words)),
    ...links.map(({ label, href }) => `${label}${words.colon} ${href}`),
  ];
  return {
    name: words.restFile,
    data: Buffer.from(`${text.filter((part) => part !== '').join('\n\n')}\n`),
    contentType: 'text/plain; charset=utf-8',
    description: '',
    image: false,
  };
}

function plainBlock(block: Block, words: Words): string {
  switch (block.type) {
    case 'rich':
      return plainBlocks(block.content);
    case 'note':
      return plainText(block.content);
    case 'fields':
      return block.fields
        .map(({ label, value }) => `${label}${words.colon} ${plainText(value)}`)
        .join('\n');
    case 'table':
      return [
        block.columns.map(({ label }) => label),
        ...block.rows.map((row) => row.map(plainText)),
      ]
        .map((row) => row.join(' | '))
        .join('\n');
    case 'progress':
      return `${block.label}${words.colon} ${block.text}`;
    case 'image':
      return block.alt;
    case 'file':
      return '';
  }
}
