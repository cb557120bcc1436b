import type { Locale } from '../../../src/kernel/locale.js';
import type { Collection, GivenEdition, Piece } from '../../../src/veille/types/giving.js';
import { csvCell } from '../../decisions/export-csv.js';
import { markdownText } from '../../view/markdown-text.js';
import { say } from '../../words/index.js';
import { collectionAbout, collectionTitle, saidLines } from './named.js';

/** A whole collection as a file, in pieces: it is never whole in memory. */
export type Export = (collection: Collection, locale: Locale) => AsyncGenerator<string>;

const COLUMNS = [
  ...(['reference', 'brought', 'title', 'address', 'theme', 'tags', 'said'] as const),
  ...(['summary', 'author', 'published', 'language'] as const),
];

const day = (at: Date | null): string => at?.toISOString() ?? '';

function cells(piece: Piece, locale: Locale): Record<(typeof COLUMNS)[number], string> {
  const { title, address, theme, summary, author } = piece;
  return {
    ...{ reference: `V-${piece.number}`, brought: day(piece.at), title, address, theme },
    ...{ tags: piece.tags.join(', '), said: saidLines(piece, locale).join('\n'), summary, author },
    ...{ published: day(piece.publishedAt), language: piece.language ?? '' },
  };
}

/** For spreadsheets: Excel takes it for UTF-8 by its mark, and separates as its country does. */
export const csvExport: Export = async function* (collection, locale) {
  const separator = locale === 'fr' ? ';' : ',';
  const line = (row: readonly string[]) => `${row.map(csvCell).join(separator)}\r\n`;
  yield `\uFEFF${line(COLUMNS.map((column) => say(locale, `given.column.${column}`)))}`;
  for await (const pieces of collection.pieces(null)) {
    yield pieces
      .map((piece) => {
        const named = cells(piece, locale);
        return line(COLUMNS.map((column) => named[column]));
      })
      .join('');
  }
};

/** For programs: the names of its fields are the same in every language. */
export const jsonExport: Export = async function* (collection, locale) {
  const { subject } = collection;
  const head = {
    ...{ format: 'ecc-veille', version: 1, title: collectionTitle(collection, locale) },
    ...(subject.type === 'edition' && { edition: editionFields(subject) }),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"pages":[`;
  let between = '\n';
  for await (const pieces of collection.pieces(null)) {
    for (const { id: _, number, at, publishedAt, ...piece } of pieces) {
      const page = { reference: `V-${number}`, broughtAt: at, publishedAt, ...piece };
      yield `${between}${JSON.stringify(page)}`;
      between = ',\n';
    }
  }
  yield '\n]}\n';
};

const editionFields = ({ type: _, number, ...edition }: GivenEdition) => ({
  reference: `N-${number}`,
  ...edition,
});

/** For people: a list that reads as it is. */
export const markdownExport: Export = async function* (collection, locale) {
  yield `# ${markdownText(collectionTitle(collection, locale))}\n`;
  if (collection.subject.type === 'edition') {
    yield `\n${markdownText(collectionAbout(collection, locale))}\n`;
  }
  for await (const pieces of collection.pieces(null)) {
    yield pieces.map((piece) => markdownPiece(piece, locale)).join('');
  }
};

function markdownPiece(piece: Piece, locale: Locale): string {
  const { title, address, theme, tags, summary } = piece;
  const about = [theme, ...tags].filter(Boolean).map(markdownText).join(' · ');
  const under = [
    ...saidLines(piece, locale).map((one) => `> ${markdownText(one)}`),
    markdownText(summary),
    about && `*${about}*`,
  ].filter(Boolean);
  const link = `[${markdownText(title)}](<${address.replaceAll('<', '%3C').replaceAll('>', '%3E')}>)`;
  return `\n- ${link}\n${under.map((one) => `\n  ${one}\n`).join('')}`;
}
