import type { Locale } from '../../../src/kernel/locale.js';
import { writeOpml } from '../../../src/veille/reading/opml.js';
import { type WrittenKind, writeFeed } from '../../../src/veille/reading/write-feed.js';
import type { Collection, Piece } from '../../../src/veille/types/giving.js';
import { collectionAbout, collectionTitle, editionName, saidLines } from './named.js';

interface Around {
  readonly locale: Locale;
  /** When it began to be given. */
  readonly since: Date;
}

/** The latest of a collection, as a feed. */
export async function feedText(
  collection: Collection,
  kind: WrittenKind,
  around: Around & { readonly home: string; readonly self: string },
): Promise<string> {
  const { locale, since, home, self } = around;
  const first = await collection.pieces(null).next();
  const pieces: readonly Piece[] = first.done ? [] : first.value;
  const latest = Math.max(
    since.getTime(),
    changedAt(collection),
    ...pieces.map(({ at }) => at.getTime()),
  );
  const title = collectionTitle(collection, locale);
  return writeFeed(
    {
      ...{ title, description: collectionAbout(collection, locale), home, self, language: locale },
      updatedAt: new Date(latest),
      items: pieces.map((piece) => ({
        ...{ id: `urn:uuid:${piece.id}`, link: piece.address },
        title: collection.subject.type === 'editions' ? editionName(piece) : piece.title,
        summary: [...saidLines(piece, locale), piece.summary].filter(Boolean).join('\n'),
        ...{ author: piece.author, publishedAt: piece.at },
        categories: [...new Set([piece.theme, ...piece.tags])].filter(Boolean),
      })),
    },
    kind,
  );
}

/** When an edition was published, or corrected since. */
const changedAt = ({ subject }: Collection): number =>
  subject.type === 'edition'
    ? Math.max(subject.publishedAt?.getTime() ?? 0, subject.correctedAt?.getTime() ?? 0)
    : 0;

/** The sites that bring to a collection, for other readers. */
export const sitesText = (collection: Collection, { locale, since }: Around): string =>
  writeOpml({
    ...{ title: collectionTitle(collection, locale), writtenAt: since },
    subscriptions: collection.sites,
  });
