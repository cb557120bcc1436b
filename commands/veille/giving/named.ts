import { formatDay } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Collection, GivenEdition, Piece } from '../../../src/veille/types/giving.js';
import { plainBlocks, richText } from '../../view/markdown.js';
import { say } from '../../words/index.js';

/** What a collection is called where it is read. */
export function collectionTitle({ subject, community }: Collection, locale: Locale): string {
  switch (subject.type) {
    case 'all':
      return say(locale, 'given.title.all', { community });
    case 'theme':
      return say(locale, 'given.title.theme', { theme: subject.theme, community });
    case 'editions':
      return say(locale, 'given.title.editions', { community });
    case 'edition': {
      const { number, title } = subject;
      return say(locale, 'given.title.edition', { number, title, community });
    }
  }
}

/** What is in it: of an edition, its introduction. */
export function collectionAbout({ subject }: Collection, locale: Locale): string {
  if (subject.type === 'edition') return plain(subject.introduction);
  return say(locale, subject.type === 'editions' ? 'given.what.editions' : 'given.what');
}

/** How dates are said there. */
export interface Dated {
  readonly zone: string;
  readonly locale: Locale;
  readonly now: Date;
}

/** An edition among the others, as it is called. */
export const editionName = ({ number, title }: Pick<Piece, 'number' | 'title'>): string =>
  `N-${number} · ${title}`;

/** Who prepared an edition, when, and when it was corrected; nothing for what is none. */
export function collectionByline({ subject }: Collection, at: Dated): string {
  return subject.type === 'edition' ? editionByline(subject, at) : '';
}

/** The same of one edition among the others. */
export function editionByline(
  { by, publishedAt, correctedAt }: Pick<GivenEdition, 'by' | 'publishedAt' | 'correctedAt'>,
  at: Dated,
): string {
  const { locale } = at;
  return [
    by && say(locale, 'edition.by', { who: by }),
    publishedAt && say(locale, 'edition.published', { day: formatDay(publishedAt, at) }),
    correctedAt && say(locale, 'edition.corrected', { day: formatDay(correctedAt, at) }),
  ]
    .filter(Boolean)
    .join(' ');
}

const plain = (markdown: string): string => plainBlocks(richText(markdown));

/** What its editor says of it, then why a page was brought, one line each. */
export const saidLines = ({ note, said }: Piece, locale: Locale): string[] => [
  ...(note === '' ? [] : [plain(note)]),
  ...said.map(({ who, why }) => {
    if (who === null) return why;
    return why === '' ? say(locale, 'given.by', { who }) : say(locale, 'given.said', { who, why });
  }),
];
