import { expect, it } from 'vitest';
import { readOpml, writeOpml } from '../../../src/veille/reading/opml.js';

const LIST = `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<opml version="1.0"><head><title>Mes flux</title></head><body>
<outline text="Eau &amp;amp; sols"><outline type="rss" title="L’Écho" text="x" xmlurl="https://echo.example/flux?a=1&amp;b=2" htmlUrl="https://echo.example/"/>
<outline text="Rivières"><outline text="Courrier &lt;b&gt;des rives&lt;/b&gt;" xmlUrl="https://courrier.example/feed"/></outline></outline>
<outline text="Seul" xmlUrl="https://seul.example/atom"/><outline text="Seul encore" xmlUrl="https://seul.example/atom"/>
<outline text="Pas un flux" xmlUrl="javascript:alert(1)"/><outline text="Relatif" xmlUrl="/flux"/></body></opml>`;

it('a list of feeds is read with its folders', () => {
  expect(readOpml(LIST)).toEqual([
    {
      title: 'L’Écho',
      feed: 'https://echo.example/flux?a=1&b=2',
      site: 'https://echo.example/',
      theme: 'Eau & sols',
    },
    {
      title: 'Courrier des rives',
      feed: 'https://courrier.example/feed',
      site: null,
      theme: 'Rivières',
    },
    { title: 'Seul', feed: 'https://seul.example/atom', site: null, theme: '' },
  ]);
});

it('what is written is read again', () => {
  const subscriptions = readOpml(LIST) ?? [];
  const [first, second, third] = subscriptions;
  const written = writeOpml({
    title: 'La veille\0 de l’atelier & <co>',
    writtenAt: new Date('2026-03-05T10:00:00Z'),
    subscriptions,
  });
  expect(written).toContain('<![CDATA[La veille de l’atelier & <co>]]>');
  expect(written).not.toContain('\0');
  expect(readOpml(written)).toEqual([third, first, second]);
});

it.each([
  '',
  'Bonjour',
  '<rss version="2.0"/>',
  `<opml><body>${'<outline text="x">'.repeat(90_000)}`,
])('what is no list is none: %.30s', (text) => {
  expect(readOpml(text)).toBeNull();
});
