import type { Locale } from '../../../src/kernel/locale.js';
import type { Collection, Piece } from '../../../src/veille/types/giving.js';
import { say } from '../../words/index.js';

/** What a collection is called where it is read. */
export function collectionTitle({ subject, community }: Collection, locale: Locale): string {
  return subject.type === 'all'
    ? say(locale, 'given.title.all', { community })
    : say(locale, 'given.title.theme', { theme: subject.theme, community });
}

/** Why a page was brought, one line each. */
export const saidLines = ({ said }: Piece, locale: Locale): string[] =>
  said.map(({ who, why }) => {
    if (who === null) return why;
    return why === '' ? say(locale, 'given.by', { who }) : say(locale, 'given.said', { who, why });
  });
