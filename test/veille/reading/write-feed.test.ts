import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../../src/kernel/text.js';
import { readFeed } from '../../../src/veille/reading/feed.js';
import { readPage } from '../../../src/veille/reading/page.js';
import type { Publication } from '../../../src/veille/reading/types.js';
import { FEED_TYPES, writeFeed } from '../../../src/veille/reading/write-feed.js';

const self = 'https://ecc.example/flux/eau';
const PUBLICATION: Publication = {
  title: 'L’eau & les rives',
  description: 'Ce que nous avons trouvé\nsur l’eau',
  home: 'https://ecc.example/veille/eau?a=1&b=2',
  self,
  language: 'fr',
  updatedAt: new Date('2026-03-05T10:00:00Z'),
  items: [
    {
      id: 'urn:uuid:018f0000-0000-7000-8000-000000000001',
      link: 'https://courrier.example/eau?a=1&b=2',
      title: 'Les sources ]]> de la commune',
      summary: 'Vive 1 < 2 & 3 > 2.',
      author: 'Nadia',
      publishedAt: new Date('2026-03-05T09:00:00Z'),
      categories: ['Eau', 'Communs & droit'],
    },
  ],
};
const KINDS = ['rss', 'atom', 'json'] as const;

describe.each(KINDS)('what is given back in %s', (kind) => {
  it('says the same when it is read', () => {
    const [item] = PUBLICATION.items;
    const written = writeFeed(PUBLICATION, kind);
    expect(readFeed(written, { url: self })).toEqual({
      kind,
      title: PUBLICATION.title,
      site: PUBLICATION.home,
      entries: [item],
    });
  });

  it('holds no character that its format has no place for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string(), (odd, more) => {
        const text = `é${odd}\0\u0008\u202e\uffff\ud800${more}`;
        const [item] = PUBLICATION.items;
        if (!item) throw new Error('There is an item.');
        const items = [{ ...item, title: text, summary: text, author: text, categories: [text] }];
        const written = writeFeed({ ...PUBLICATION, title: text, items }, kind);
        expect(written.isWellFormed()).toBe(true);
        expect(written).not.toMatch(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/u);
        expect(readFeed(written, { url: self })?.entries[0]?.link).toBe(item.link);
      }),
    );
  });

  it('is found by the type that a page gives it', () => {
    const html = `<link rel="alternate" type="${FEED_TYPES[kind]}" href="/flux/eau">`;
    const { feeds } = readPage(html, { url: 'https://ecc.example/veille/eau' });
    expect(feeds).toEqual([{ href: self, title: '' }]);
  });

  it('is a feed even when nothing is in it', () => {
    const written = writeFeed({ ...PUBLICATION, description: '', items: [] }, kind);
    expect(readFeed(written, { url: self })).toMatchObject({ kind, entries: [] });
  });
});

it('no tag in it is one', () => {
  const [item] = PUBLICATION.items;
  if (!item) throw new Error('There is an item.');
  const items = [{ ...item, summary: '<script>alert(1)</script>\nfin' }];
  const written = writeFeed({ ...PUBLICATION, items }, 'rss');
  expect(written).toContain('&lt;script&gt;alert(1)&lt;/script&gt;<br>fin');
  expect(cleanLine(writeFeed({ ...PUBLICATION, items }, 'atom'))).toMatch(
    /<summary type="text">\s*(?:<!\[CDATA\[<script>|&lt;script&gt;)/,
  );
});
