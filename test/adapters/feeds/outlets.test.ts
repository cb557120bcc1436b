import { parseFeed, parseOpml } from 'feedsmith';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src/kernel/ids.js';
import { findBrowser, NO_BROWSER, openBrowser } from '../../support/browser.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { htmlPage } from '../../support/site.js';
import { plainBlanks, textOf } from '../../support/text.js';
import { type GivingHouse, givingHouse } from './given.js';

let house: GivingHouse;
let t: GivingHouse['t'];
let site: GivingHouse['site'];
let addressIn: GivingHouse['addressIn'];
let room: TestRoom;
const HOSTILE = `<img src=x onerror=alert(1)> ]]> &amp; "=cmd|' /C calc'!A0 @everyone [a](javascript:x)`;
beforeAll(async () => {
  house = await givingHouse({
    '/semences': htmlPage('Semences paysannes', {
      head: '<meta name="description" content="Garder ses graines.">',
    }),
    '/puits': htmlPage('Le puits'),
    '/hostile': htmlPage(HOSTILE.replaceAll('<', '&lt;'), {
      head: '<meta name="description" content="=1+1 <script>alert(1)</script>">',
    }),
    '/flux': (_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end('<rss version="2.0"><channel><title>Le journal</title></channel></rss>'),
  });
  ({ t, site, addressIn } = house);
});
afterAll(() => house?.close());
beforeEach(async () => {
  room = await house.freshRoom();
  await room.say('Bruno', `veille ajouter ${site.url}/semences "Eau" "Pour le jardin de Bruno"`);
  await room.say('Chloé', `veille ajouter ${site.url}/puits "feu" "Autre"`);
  await t.settle();
});

const get = (href: string, headers: Record<string, string> = {}) => fetch(href, { headers });
const textAt = async (href: string, headers: Record<string, string> = {}) =>
  plainBlanks(await (await get(href, headers)).text());
async function published(line: string, who = 'Nadia'): Promise<string> {
  await room.say(who, line);
  return addressIn(await room.fill(who, {}));
}

describe('an address of one’s own', () => {
  it('is a page, three feeds, a list and three files', async () => {
    await room.say('Bruno', `veille suivre ${site.url}/flux eau`);
    await t.settle();
    const home = addressIn(await room.say('Bruno', 'diffusion adresse eau'));
    const page = await get(home);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toContain('private');
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    const html = plainBlanks(await page.text());
    expect(html).toContain('Eau · la veille de Atelier');
    expect(html).toContain('Pour le jardin de Bruno');
    expect(html).not.toContain('Le puits');
    expect(html).not.toContain('<script');
    expect(await textAt(home, { 'accept-language': 'en' })).toContain('the watch of Atelier');
    expect(await textAt(`${home}?langue=en`)).toContain('the watch of Atelier');

    for (const file of ['flux.rss', 'flux.atom', 'flux.json']) {
      const { feed } = parseFeed(await (await get(`${home}${file}`)).text());
      const text = JSON.stringify(feed);
      expect(text, file).toContain('Semences paysannes');
      expect(text, file).toContain('Pour le jardin de Bruno');
      expect(text, file).toContain('Garder ses graines.');
    }
    const opml = parseOpml(await textAt(`${home}sites.opml`));
    expect(opml.body?.outlines?.[0]?.outlines?.[0]).toMatchObject({
      ...{ text: 'Le journal', xmlUrl: `${site.url}/flux` },
    });
    expect(await textAt(`${home}pages.csv`)).toMatch(/V-1;2026-11-21T10:00:00\.000Z;Semences/);
    expect(JSON.parse(await textAt(`${home}pages.json`))).toMatchObject({
      ...{ format: 'ecc-veille', title: 'Eau · la veille de Atelier' },
      pages: [{ reference: 'V-1', said: [{ who: null, why: 'Pour le jardin de Bruno' }] }],
    });
    expect(await textAt(`${home}pages.md`)).toContain(`- [Semences paysannes](<${site.url}/`);
    expect((await get(home.slice(0, -1))).url).toBe(home);
  });

  it('says when nothing has changed; what is retracted is gone', async () => {
    const home = addressIn(await room.say('Bruno', 'diffusion adresse'));
    for (const file of ['', 'flux.rss', 'flux.atom', 'flux.json']) {
      const etag = (await get(`${home}${file}`)).headers.get('etag') ?? '';
      expect((await get(`${home}${file}`, { 'if-none-match': etag })).status, file).toBe(304);
    }
    const etag = (await get(home)).headers.get('etag') ?? '';
    await room.do('Nadia', 'veille.retract', { resource: 'V-1', reason: 'Voilà.' });
    const again = await get(home, { 'if-none-match': etag });
    expect(again.status).toBe(200);
    expect(await again.text()).not.toContain('Semences');
    for (const file of ['flux.rss', 'pages.csv', 'pages.json', 'pages.md']) {
      expect(await textAt(`${home}${file}`), file).not.toContain('Semences');
    }
  });

  it('is not kept, nor logged; changed and closed by whose it is, and by nobody else', async () => {
    const home = addressIn(await room.say('Bruno', 'diffusion adresse'));
    const [, secret = ''] = /veilles\/([\w-]{43})\//.exec(home) ?? [];
    expect(secret).not.toBe('');
    const rows = JSON.stringify(await t.database.prisma.veilleOutlet.findMany());
    expect(rows).not.toContain(secret);
    await play(room, [
      ['Bruno', '/diffusion', '1. toute la veille (à vous) jamais lue'],
      ['Nadia', '/diffusion', 'Pas encore d’adresse'],
      ['Nadia', '/diffusion fermer 1', 'pas d’adresse 1'],
      ['Nadia', '/diffusion renouveler 1', 'pas d’adresse 1'],
    ]);
    await get(home);
    expect(textOf(await room.say('Bruno', 'diffusion'))).toContain('lue ');
    const renewed = addressIn(await room.say('Bruno', 'diffusion renouveler 1'));
    expect((await get(home)).status).toBe(404);
    expect((await get(renewed)).status).toBe(200);
    await room.say('Bruno', 'diffusion fermer 1');
    expect((await get(renewed)).status).toBe(404);
    expect((await get(`${renewed}flux.rss`)).status).toBe(404);
    expect(JSON.stringify(t.log.lines)).not.toContain(secret);
    const entries = await t.database.prisma.journalEntry.findMany();
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toContain(secret);
  });

  it.each(['', 'x/', `${'a'.repeat(43)}/`, '%00/', '%E9/flux.rss', `${'a'.repeat(43)}/flux.rss`])(
    'nothing at “%s”',
    async (path) => {
      const answer = await get(`${house.base}${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('aaaaa');
    },
  );
});

describe('an address for everybody', () => {
  it('is opened by who looks after the theme, is told in the rooms, and is closed', async () => {
    await play(room, [
      ['Bruno', '/diffusion publier eau', 'N’importe qui pourra lire'],
      ['Bruno', {}, 'revient à qui prend soin'],
      ['Bruno', '/diffusion publier feux', 'N’importe qui pourra lire'],
      ['Bruno', {}, 'Il n’y a pas de thème « feux »'],
      ['Nadia', '/veille confier eau Bruno', 'est confié à Bruno'],
    ]);
    const home = await published('diffusion publier eau', 'Bruno');
    expect(home).toMatch(/\/eau-[0-9a-f]{8}\/$/);
    expect(await room.last('Tout le monde peut lire le thème « Eau »')).toContain('eau-');
    expect(await published('diffusion publier EAU')).toBe(home);
    const page = await get(home);
    expect(page.headers.get('cache-control')).toBe('public, max-age=300');
    expect(page.headers.get('x-robots-tag')).toBeNull();
    expect(page.headers.get('access-control-allow-origin')).toBe('*');
    await play(room, [
      ['Chloé', '/diffusion', '1. le thème « Eau » (à tout le monde) http'],
      ['Chloé', '/diffusion fermer 1', 'revient à qui prend soin'],
      ['Nadia', '/veille renommer eau Rivière', 's’appelle « Rivière »'],
    ]);
    expect(await textAt(home)).toContain('Rivière · la veille de Atelier');
    await room.say('Nadia', 'diffusion fermer 1');
    expect((await get(home)).status).toBe(404);
    expect(await room.last('Une adresse publique')).toContain('ne mène plus à rien');
  });

  it('shows only what the community wishes, and no link that holds a key', async () => {
    const link = `${site.url}/puits?access_token=abc`;
    await room.do('Chloé', 'veille.add', { link, theme: 'Eau', why: 'Secret' });
    await t.settle();
    const open = await published('diffusion publier');
    const own = addressIn(await room.say('Chloé', 'diffusion adresse'));
    const files = ['', 'flux.rss', 'flux.atom', 'flux.json', 'pages.csv', 'pages.json', 'pages.md'];
    for (const file of files) {
      const text = await textAt(`${open}${file}`);
      expect(text, file).toContain('Semences');
      expect(text, file).not.toMatch(/jardin|Bruno|Chloé|access_token|Secret/);
      expect(await textAt(`${own}${file}`), file).toContain('Pour le jardin');
      expect(await textAt(`${own}${file}`), file).not.toContain('Chloé');
    }
    await play(room, [
      ['Bruno', '/diffusion montrer', 'personnes qui facilitent'],
      ['Nadia', '/diffusion montrer', 'Ce que montrent les adresses'],
      [
        'Nadia',
        { public: 'names', private: 'names' },
        'publiques : les pages, pourquoi et par qui',
      ],
      ['', 'sees', 'Nadia a changé ce que montrent les adresses'],
    ]);
    for (const file of files) expect(await textAt(`${open}${file}`), file).toContain('Bruno');
  });

  it('is told to those whose community joins the one that it shows', async () => {
    await published('diffusion publier');
    const other = t.room();
    await other.arrive('Nadia', 'Eve');
    const code = /\b[A-Z0-9]+-[A-Z0-9]+\b/.exec(textOf(await room.say('Nadia', 'ecc relier')))?.[0];
    await other.say('Nadia', `ecc relier ${code}`);
    expect(await other.last('Tout le monde peut lire toute la veille')).toContain('/veilles/');
  });

  it('pages follow one another', async () => {
    const communityId = await room.community();
    const now = t.clock.now();
    await t.database.prisma.resource.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        ...{ id: newId(now), communityId, number: index + 3, state: 'standing', theme: 'Air' },
        ...{ address: `https://exemple.org/${index}`, page: 'read', title: `Page ${index}` },
        ...{ summary: '', author: '', text: '', reason: '', createdAt: now, updatedAt: now },
      })),
    });
    const home = await published('diffusion publier air');
    const first = await textAt(home);
    const [, next = ''] = /href="(\?avant=[^"]+)"/.exec(first) ?? [];
    const second = await textAt(home + next.replace('&amp;', '&'));
    const numbers = (html: string) => [...html.matchAll(/id="v-(\d+)"/g)].map(([, n]) => Number(n));
    expect([...numbers(first), ...numbers(second)]).toEqual(
      Array.from({ length: 60 }, (_, index) => 62 - index),
    );
    expect(second).not.toContain('avant=');
    expect(JSON.parse(await textAt(`${home}pages.json`)).pages).toHaveLength(60);
  });
});

describe('what people wrote stays text', () => {
  const hostileRoom = async () => {
    await room.do('Nadia', 'veille.giving', { public: 'names', private: 'names' });
    await room.do('Bruno', 'veille.add', {
      ...{ link: `${site.url}/hostile`, theme: '<b>Eau</b>', why: HOSTILE },
    });
    await t.settle();
    return addressIn(await room.do('Bruno', 'veille.address', { theme: '<b>Eau</b>' }));
  };

  it('in every file', async () => {
    const home = await hostileRoom();
    expect(await textAt(home)).not.toMatch(/<img|<script|<b>|href="javascript/);
    for (const file of ['flux.rss', 'flux.atom', 'flux.json']) {
      const { feed } = parseFeed(await (await get(`${home}${file}`)).text());
      const { items, entries } = feed as { items?: unknown[]; entries?: unknown[] };
      expect([...(items ?? []), ...(entries ?? [])], file).toHaveLength(1);
    }
    const csv = await textAt(`${home}pages.csv`);
    expect(csv).not.toMatch(/(^|;)"?=/m);
    expect(JSON.parse(await textAt(`${home}pages.json`)).pages).toHaveLength(1);
    const markdown = await textAt(`${home}pages.md`);
    expect(markdown).not.toMatch(/(?<!\\)<(img|script|b)/);
    expect(markdown).not.toContain(' [a](javascript');
  });

  it.skipIf(!findBrowser())(`in a browser, on a phone (${NO_BROWSER})`, async () => {
    const home = await hostileRoom();
    const browser = await openBrowser();
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width: 320, height: 640 }, colorScheme });
        const trouble: string[] = [];
        page.on('console', (said) => trouble.push(said.text()));
        page.on('dialog', (dialog) => trouble.push(dialog.message()));
        page.on('request', (request) => {
          if (request.url() !== home) trouble.push(request.url());
        });
        await page.goto(home);
        expect(await page.locator('article').count()).toBe(1);
        expect(await page.locator('article img, article script, article b').count()).toBe(0);
        const [ground, wide] = await page.evaluate<[string, boolean]>(
          '[getComputedStyle(document.documentElement).backgroundColor, document.documentElement.scrollWidth > innerWidth]',
        );
        // The page's own style is heeded, in both lights.
        expect(ground).toBe(colorScheme === 'dark' ? 'rgb(22, 23, 21)' : 'rgb(247, 245, 241)');
        expect(wide).toBe(false);
        expect(trouble.filter((one) => !one.endsWith('/favicon.ico'))).toEqual([]);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
});
