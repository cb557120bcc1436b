import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/fetching/decode-text.js';
import { readPage } from '../../../src/veille/reading/page.js';
import { ARTICLE, BARE, HOSTILE, STRUCTURED } from './pages.js';

const url = 'https://courrier-des-rives.example/eau/sources?utm_source=lettre';
const read = (html: string, contentType = 'text/html') => readPage(html, { url, contentType });

describe('a page says of itself', () => {
  it('what it writes for those who share it', () => {
    const { text, ...page } = read(ARTICLE);
    expect(page).toEqual({
      title: "Une commune rachète ses sources d'eau & ses captages",
      summary: 'Après dix ans de procédure, le village redevient maître de son eau.',
      image: 'https://courrier-des-rives.example/images/source.jpg?w=1200&h=630',
      author: 'Nadia Belkacem',
      publishedAt: new Date('2026-03-05T06:30:00Z'),
      language: 'fr-FR',
      canonical: 'https://courrier-des-rives.example/eau/sources',
      feeds: [
        { title: 'Tout le Courrier', href: 'https://courrier-des-rives.example/feed' },
        { title: 'L’eau', href: 'https://courrier-des-rives.example/eau/atom.xml' },
      ],
    });
    expect(text).toMatch(/^Une commune rachète ses sources 5 mars 2026 Le conseil municipal/);
    expect(text).toContain('un long détour »');
    expect(text).not.toMatch(/Accueil|Abonnez|droits réservés|Pas un titre/);
  });

  it('what it writes as data', () => {
    expect(read(STRUCTURED)).toMatchObject({
      title: 'Seed libraries & the law',
      summary: 'Who may lend a seed?',
      image: 'https://commons-review.example/seed.png',
      author: 'Ana Ruiz, Tom Okafor',
      publishedAt: new Date('2026-02-01T00:00:00Z'),
      language: 'en',
    });
  });

  it('what a reader would see when it writes nothing for machines', () => {
    expect(read(BARE)).toMatchObject({
      title: 'Compte rendu de la réunion',
      summary:
        "Nous avons décidé d'ouvrir l'atelier le samedi matin, à deux bénévoles au moins, à partir de janvier.",
      ...{ image: null, author: '', publishedAt: null, language: null, canonical: null, feeds: [] },
      text: "Compte rendu de la réunion Présents : Nadia, Tom, Awa. Nous avons décidé d'ouvrir l'atelier le samedi matin, à deux bénévoles au moins, à partir de janvier. On en reparle en février.",
    });
  });

  it.each([
    ['utf-8', ''],
    ['latin1', ''],
    ['latin1', 'text/html; charset=iso-8859-1'],
    ['utf16le', 'text/html; charset=utf-16le'],
  ] as const)('the same in %s with the header “%s”', (encoding, contentType) => {
    const html = '<title>Été à l’œuvre</title><p>Où ça ?'.replaceAll(
      /[’œ]/g,
      (c) => (encoding === 'latin1' ? { '’': '\x92', œ: '\x9c' }[c] : c) ?? c,
    );
    const { text } = decodeText(Buffer.from(html, encoding), contentType);
    expect(readPage(text, { url, contentType })).toMatchObject({
      title: 'Été à l’œuvre',
      text: 'Où ça ?',
    });
  });

  it('its name alone when it is no page', () => {
    const at = 'https://x.example/docs/bilan_2025%20final.pdf?dl=1';
    const page = readPage('%PDF-1.7', { url: at, contentType: 'application/pdf' });
    expect(page).toMatchObject({ title: 'bilan 2025 final.pdf', text: '', image: null });
    const image = 'https://x.example/photo.jpg';
    expect(readPage('', { url: image, contentType: 'image/jpeg' }).image).toBe(image);
  });

  it('its addresses from the base it gives', () => {
    const html = '<base href="https://b.example/dir/"><meta property=og:image content=i.png>';
    expect(read(html).image).toBe('https://b.example/dir/i.png');
  });
});

/** Anything that a browser could take for markup. */
const MARKUP = /<[a-z/!?]/i;

describe('whatever a page holds', () => {
  it('no HTML comes out of it', () => {
    const page = read(HOSTILE);
    expect(page).toMatchObject({ image: null, canonical: null, author: 'Zoé' });
    expect(page.title).toBe('Gras fin');
    expect(page.summary).toBe('avant après');
    expect(JSON.stringify(page)).not.toMatch(MARKUP);
  });

  it('no HTML ever comes out', () => {
    const bits = fc.constantFrom(
      ...[
        '<',
        '>',
        '&lt;',
        '&amp;',
        'lt;',
        '<p>',
        '<scr',
        'ipt>',
        '</',
        'a',
        ' ',
        '"',
        "'",
        '<!--',
      ],
      ...['<title>', '</title>', '<meta property=og:title content="', '<h1>', '&#60;', '-->', 'é'],
      ...['<script type=application/ld+json>{"@type":"Article","headline":"', '"}</script>', '\0'],
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (pieces) => {
        const { title, summary, author, text } = read(pieces.join(''));
        for (const line of [title, summary, author, text]) expect(line).not.toMatch(MARKUP);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nested very deep', `${'<div>'.repeat(400_000)}fin`],
    ['closing what was not open', '</p>'.repeat(500_000)],
    ['a million attributes', `<meta ${'a=1 '.repeat(900_000)}content=x>`],
    ['a million metas', '<meta name=a content=b>'.repeat(150_000)],
    ['never ending tags', '<'.repeat(2_000_000)],
    ['never ending comments', '<!--'.repeat(900_000)],
    ['only entities', '&amp;'.repeat(700_000)],
    ['nested data', `<script type="application/ld+json">${'['.repeat(250_000)}`],
    ['one long word', `<title>${'a'.repeat(3_000_000)}`],
    ['marks on one letter', `<title>e${'\u0301'.repeat(1_000_000)}`],
    ['blanks', `<title>${' '.repeat(3_000_000)}`],
  ])('is read and bounded: %s', (_, html) => {
    const { title, summary, text, feeds } = read(html);
    expect(title.length).toBeLessThanOrEqual(300);
    expect(summary.length).toBeLessThanOrEqual(600);
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(feeds.length).toBeLessThanOrEqual(20);
  });
});
