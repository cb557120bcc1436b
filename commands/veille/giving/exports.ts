import type { Locale } from '../../../src/kernel/locale.js';
import type { Collection, GivenEdition, Piece } from '../../../src/veille/types/giving.js';
import { csvCell } from '../../decisions/export-csv.js';
import { markdownText } from '../../view/markdown-text.js';
import { say } from '../../words/index.js';
import {
  collectionAbout,
  collectionByline,
  collectionTitle,
  type Dated,
  editionByline,
  editionName,
  saidLines,
} from './named.js';

/** A whole collection as a file, in pieces: it is never whole in memory. */
export type Export = (collection: Collection, around: Dated) => AsyncGenerator<string>;

const COLUMNS = [
  ...(['reference', 'brought', 'title', 'address', 'theme', 'tags', 'said'] as const),
  ...(['summary', 'author', 'published', 'language'] as const),
];

const EDITION_COLUMNS = [
  ...(['reference', 'published', 'corrected', 'title', 'address', 'introduction'] as const),
  'by',
] as const;

const day = (at: Date | null): string => at?.toISOString() ?? '';

function cells(piece: Piece, locale: Locale): Record<(typeof COLUMNS)[number], string> {
  const { title, address, theme, summary, author } = piece;
  return {
    ...{ reference: `V-${piece.number}`, brought: day(piece.at), title, address, theme },
    ...{ tags: piece.tags.join(', '), said: saidIn(piece, locale), summary, author },
    ...{ published: day(piece.publishedAt), language: piece.language ?? '' },
  };
}

function editionCells(
  piece: Piece,
  locale: Locale,
): Record<(typeof EDITION_COLUMNS)[number], string> {
  const { number, title, address, author: by, publishedAt, correctedAt } = piece;
  return {
    ...{ reference: `N-${number}`, title, address, by, introduction: saidIn(piece, locale) },
    ...{ published: day(publishedAt), corrected: day(correctedAt) },
  };
}

const pageRow = (piece: Piece, locale: Locale): string[] => {
  const named = cells(piece, locale);
  return COLUMNS.map((column) => named[column]);
};
const editionRow = (piece: Piece, locale: Locale): string[] => {
  const named = editionCells(piece, locale);
  return EDITION_COLUMNS.map((column) => named[column]);
};

const saidIn = (piece: Piece, locale: Locale): string => saidLines(piece, locale).join('\n');

/** For spreadsheets: Excel takes it for UTF-8 by its mark, and separates as its country does. */
export const csvExport: Export = async function* (collection, { locale }) {
  const separator = locale === 'fr' ? ';' : ',';
  const line = (row: readonly string[]) => `${row.map(csvCell).join(separator)}\r\n`;
  const editions = collection.subject.type === 'editions';
  yield `\uFEFF${line(
    editions
      ? EDITION_COLUMNS.map((column) => say(locale, `given.edition.column.${column}`))
      : COLUMNS.map((column) => say(locale, `given.column.${column}`)),
  )}`;
  for await (const pieces of collection.pieces(null)) {
    yield pieces
      .map((piece) => line(editions ? editionRow(piece, locale) : pageRow(piece, locale)))
      .join('');
  }
};

/** For programs: the names of its fields are the same in every language. */
export const jsonExport: Export = async function* (collection, { locale }) {
  const { subject } = collection;
  const head = {
    ...{ format: 'ecc-veille', version: 1, title: collectionTitle(collection, locale) },
    ...(subject.type === 'edition' && { edition: editionFields(subject) }),
  };
  const editions = subject.type === 'editions';
  yield `${JSON.stringify(head).slice(0, -1)},${editions ? '"editions"' : '"pages"'}:[`;
  let between = '\n';
  for await (const pieces of collection.pieces(null)) {
    for (const piece of pieces) {
      yield `${between}${JSON.stringify(editions ? editionIn(piece) : pageIn(piece))}`;
      between = ',\n';
    }
  }
  yield '\n]}\n';
};

const pageIn = ({ id: _, number, at, publishedAt, correctedAt: __, ...piece }: Piece) => ({
  ...{ reference: `V-${number}`, broughtAt: at, publishedAt, ...piece },
});

const editionIn = ({ number, title, address, note, author, publishedAt, correctedAt }: Piece) => ({
  ...editionFields({
    ...{ type: 'edition', number, title, introduction: note },
    ...{ publishedAt, correctedAt, by: author === '' ? null : author },
  }),
  address,
});

const editionFields = ({ type: _, number, ...edition }: GivenEdition) => ({
  reference: `N-${number}`,
  ...edition,
});

/** For people: a list that reads as it is. */
export const markdownExport: Export = async function* (collection, around) {
  const { locale } = around;
  const { type } = collection.subject;
  yield `# ${markdownText(collectionTitle(collection, locale))}\n`;
  if (type === 'edition') {
    const said = [collectionAbout(collection, locale), collectionByline(collection, around)];
    yield said.map((one) => `\n${markdownText(one)}\n`).join('');
  }
  for await (const pieces of collection.pieces(null)) {
    yield pieces
      .map((piece) =>
        type === 'editions' ? markdownEdition(piece, around) : markdownPage(piece, locale),
      )
      .join('');
  }
};

function markdownPage(piece: Piece, locale: Locale): string {
  const { title, address, theme, tags, summary } = piece;
  const about = [theme, ...tags].filter(Boolean).map(markdownText).join(' · ');
  return markdownItem({ title, address }, [
    ...saidLines(piece, locale).map((one) => `> ${markdownText(one)}`),
    markdownText(summary),
    about && `*${about}*`,
  ]);
}

function markdownEdition(piece: Piece, around: Dated): string {
  const { address, author, publishedAt, correctedAt } = piece;
  return markdownItem({ title: editionName(piece), address }, [
    ...saidLines(piece, around.locale).map(markdownText),
    markdownText(editionByline({ by: author || null, publishedAt, correctedAt }, around)),
  ]);
}

function markdownItem(
  { title, address }: Pick<Piece, 'title' | 'address'>,
  under: readonly string[],
): string {
  const link = `[${markdownText(title)}](<${address.replaceAll('<', '%3C').replaceAll('>', '%3E')}>)`;
  const lines = under.filter(Boolean).map((one) => `\n  ${one}\n`);
  return `\n- ${link}\n${lines.join('')}`;
}
