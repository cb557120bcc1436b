import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/fetching/decode-text.js';
import { readFeed } from '../../../src/veille/reading/feed.js';
import { ATOM, BOMB, JSON_FEED, RDF, RSS } from './feeds.js';

const url = 'https://flux.example/echo.xml';
const read = (text: string) => readFeed(text, { url });

describe('a feed is read', () => {
  it('in RSS', () => {
    const feed = read(RSS);
    expect(feed).toMatchObject({
      kind: 'rss',
      title: 'L’Écho des jardins',
      site: 'https://echo.example/',
    });
    expect(feed?.entries[0]).toEqual({
      id: 'echo-412',
      link: 'https://echo.example/2026/graines?utm_source=rss',
      title: 'Échanger ses graines : le guide',
      summary: 'Trois règles simples.',
      author: 'Awa Diop',
      publishedAt: new Date('2026-03-05T07:00:00Z'),
      categories: ['Semences', 'Guides & outils'],
    });
  });

  it('with what is missing made up the same way each time', () => {
    const entries = read(RSS)?.entries ?? [];
    expect(entries).toHaveLength(4);
    expect(entries[1]).toMatchObject({
      ...{ id: 'https://echo.example/sans', author: '', publishedAt: null },
    });
    expect(entries[2]).toMatchObject({
      link: null,
      title: 'Une note sans titre, qui dit quand même quelque chose.',
    });
    expect(entries[2]?.id).toMatch(/^said:[0-9a-f]{32}$/);
    expect(entries[3]?.link).toBe('https://echo.example/permanent');
    expect(entries[3]?.publishedAt).toEqual(new Date('2026-03-05T00:00:00Z'));
    expect(read(RSS)).toEqual(read(RSS));
  });

  it('in Atom, with addresses from its base', () => {
    expect(read(ATOM)).toEqual({
      kind: 'atom',
      title: "Journal de l'atelier",
      site: 'https://atelier.example/journal/',
      entries: [
        {
          id: 'urn:uuid:1',
          link: 'https://atelier.example/journal/reparer.html',
          title: 'Réparer ensemble',
          summary: 'Samedi, on ouvre.',
          author: 'L’atelier',
          publishedAt: new Date('2026-03-04T17:30:00Z'),
          categories: ['Réparation'],
        },
      ],
    });
  });

  it('in RDF and in JSON', () => {
    expect(read(RDF)).toMatchObject({
      kind: 'rdf',
      site: 'https://vieux.example/',
      entries: [
        {
          ...{ id: 'https://vieux.example/1', title: 'Un', author: 'Léa', categories: ['Eau'] },
          publishedAt: new Date('2026-03-01T11:00:00Z'),
        },
      ],
    });
    expect(read(JSON_FEED)).toMatchObject({
      kind: 'json',
      entries: [
        {
          ...{ id: '7', link: 'https://carnet.example/7', author: 'Tom', categories: ['note'] },
          ...{ title: 'Bonjour & merci', summary: 'Bonjour & merci' },
        },
      ],
    });
  });

  it.each([
    ['ISO-8859-1', 'latin1'],
    ['windows-1252', 'latin1'],
    ['utf-16', 'utf16le'],
  ] as const)('that says it is in %s', (charset, encoding) => {
    const xml = RSS.replace('UTF-8', charset).replace('&#8217;', 'œ').replace('œ', 'é');
    const { text } = decodeText(Buffer.from(xml, encoding));
    expect(read(text)?.entries[0]?.title).toBe('Échanger ses graines : le guide');
  });

  it('after blanks and a mark of order', () => {
    expect(read(`\uFEFF\n\n  ${RSS}`)?.kind).toBe('rss');
  });
});

describe('a hostile feed is harmless', () => {
  it('its entities are neither expanded nor fetched', () => {
    const feed = read(BOMB);
    expect(feed?.entries).toHaveLength(1);
    expect(feed?.entries[0]?.title.endsWith('Un titre')).toBe(true);
    expect(JSON.stringify(feed)).not.toMatch(/aaaa|root:/);
    expect(JSON.stringify(feed).length).toBeLessThan(400);
  });

  const rss = (inside: string) => `<rss version="2.0"><channel><title>x</title>${inside}`;
  it.each([
    ['empty', ''],
    ['a page', '<!DOCTYPE html><html><head><title>x</title></head><body>rss</body></html>'],
    ['text', 'Bonjour'],
    ['JSON of something else', '{"a":[1,2]}'],
    ['never closed', rss('<item><title>'.repeat(50_000))],
    ['nested very deep', rss(`${'<a>'.repeat(200_000)}</channel></rss>`)],
    ['a million attributes', `<rss version="2.0" ${'a="1" '.repeat(500_000)}></rss>`],
    ['a document type without end', `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(10_000)}`],
    ['nested JSON', `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(200_000)}`],
    ['too long', rss(' '.repeat(9_000_000))],
  ])('it is none when it is %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  it('its length is bounded', () => {
    const items = Array.from({ length: 3_000 }, (_, i) => {
      const id = i + 'x'.repeat(i < 5 ? 5_000 : 0);
      return `<item><guid>${id}</guid><title>${'mot '.repeat(i < 5 ? 9_000 : 1)}</title></item>`;
    });
    const feed = read(`${rss(items.join(''))}</channel></rss>`);
    expect(feed?.entries).toHaveLength(1_000);
    for (const { id, title } of feed?.entries ?? []) {
      expect(id.length).toBeLessThanOrEqual(300);
      expect(title.length).toBeLessThanOrEqual(300);
    }
  });

  it('keeps addresses that are for no browser out', () => {
    const links = ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'ftp://x/y'];
    const items = links.map((link) => `<item><title>t</title><link>${link}</link></item>`);
    const entries = read(`${rss(items.join(''))}</channel></rss>`)?.entries ?? [];
    expect(entries.map(({ link }) => link)).toEqual([null]);
  });
});
