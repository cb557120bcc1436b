import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFeedsApp } from '../../../adapters/feeds/feeds-app.js';
import { type Listening, listen } from '../../../adapters/web/server.js';
import type { View } from '../../../commands/view/view.js';
import { HOSTILE } from '../../support/hostile.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { htmlPage, type TestSite, testSite } from '../../support/site.js';
import { plainBlanks, textOf } from '../../support/text.js';

let t: TestHouse;
let site: TestSite;
let server: Listening;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  site = await testSite({ '/puits': htmlPage('Le puits'), '/source': htmlPage('La source') });
  const { agenda, veille } = t.house.services;
  const app = createFeedsApp({ agenda, veille, clock: t.clock, log: t.log });
  server = await listen({ fetch: app.fetch, host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.stop();
  await site.close();
  await t.close();
});
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
  await room.say('Bruno', `veille ajouter ${site.url}/puits "Eau" "Pour le jardin"`);
  await room.say('Bruno', `veille ajouter ${site.url}/source?access_token=abc "Eau" "À nous"`);
  await room.say('Nadia', 'thème confier eau Chloé');
  await t.settle();
  await begun('Eaux libres', 'Deux *pages* sur l’eau.');
  await room.do('Chloé', 'veille.edition-add', {
    ...{ resources: 'V-1', edition: 'N-1', note: 'Le **meilleur**.' },
  });
  await room.do('Chloé', 'veille.edition-add', { resources: 'V-2', edition: 'N-1' });
  await published('N-1');
});

const begun = (name: string, introduction: string) =>
  room.do('Chloé', 'veille.edition-begin', { name, introduction });
async function published(edition: string): Promise<void> {
  await room.do('Chloé', 'veille.edition-publish', { edition });
  await room.fill('Chloé', {});
}
function addressIn(view: View): string {
  const [, key] = /4110\/veilles\/([\w-]+)\//.exec(textOf(view)) ?? [];
  if (!key) throw new Error(textOf(view));
  return `http://127.0.0.1:${server.port}/veilles/${key}/`;
}
async function open(): Promise<string> {
  await room.say('Nadia', 'diffusion publier-numéros');
  return addressIn(await room.fill('Nadia', {}));
}
const statusAt = async (href: string) => (await fetch(href)).status;
const textAt = async (href: string) => plainBlanks(await (await fetch(href)).text());
const FILES = ['flux.rss', 'flux.atom', 'flux.json', 'pages.csv', 'pages.json', 'pages.md'];

it('the editions are a page and feeds; each is a page, feeds and files', async () => {
  await begun('Brouillon caché', 'Pas encore.');
  const home = addressIn(await room.say('Bruno', 'diffusion adresse-numéros'));
  const list = await textAt(home);
  expect(list).toContain('Les numéros de la veille de Atelier');
  expect(list).toContain('N-1 · Eaux libres');
  expect(list).toContain('Deux pages sur l’eau.');
  expect(list).toContain('href="N-1/?langue=fr"');
  expect(list).not.toContain('Brouillon');
  expect(list).not.toContain('pages.csv');
  expect(await statusAt(`${home}pages.csv`)).toBe(404);
  expect(await textAt(`${home}?langue=en`)).toContain('The editions of the watch');
  for (const file of ['flux.rss', 'flux.atom', 'flux.json']) {
    const text = await textAt(`${home}${file}`);
    const { feed } = parseFeed(text);
    const { items, entries } = feed as { items?: unknown[]; entries?: unknown[] };
    expect([...(items ?? []), ...(entries ?? [])], file).toHaveLength(1);
    expect(JSON.stringify(feed), file).toContain('N-1 · Eaux libres');
    expect(JSON.stringify(feed), file).toMatch(/\/veilles\/[\w-]{43}\/N-1\//);
  }

  const page = await textAt(`${home}N-1/`);
  expect(page).toContain('N-1 · Eaux libres · la veille de Atelier');
  expect(page).toContain('Publié le');
  expect(page).not.toContain('Corrigé');
  expect(page).toContain('Tous les numéros');
  expect(page.indexOf('Le puits')).toBeLessThan(page.indexOf('La source'));
  expect((await fetch(`${home}N-1`)).url).toBe(`${home}N-1/`);
  for (const file of ['', ...FILES]) {
    const text = await textAt(`${home}N-1/${file}`);
    for (const said of ['Le puits', 'La source', 'Le ', 'meilleur', 'Pour le jardin']) {
      expect(text, file).toContain(said);
    }
  }
  expect(JSON.parse(await textAt(`${home}N-1/pages.json`))).toMatchObject({
    edition: { reference: 'N-1', title: 'Eaux libres', by: null },
    pages: [
      { reference: 'V-1', note: 'Le **meilleur**.' },
      { reference: 'V-2', note: '' },
    ],
  });
  expect(await textAt(`${home}N-1/pages.md`)).toContain('\nDeux pages sur l’eau.\n');
  for (const none of ['N-2/', 'N-2/flux.rss', 'N-99/', 'N-99999999999/', 'N-1/sites.opml']) {
    expect(await statusAt(home + none), none).toBe(404);
  }
});

it('what is corrected says so; what is retracted or taken back is gone', async () => {
  const home = addressIn(await room.say('Bruno', 'diffusion adresse-numéros'));
  const etag = (await fetch(`${home}N-1/`)).headers.get('etag') ?? '';
  const known = await fetch(`${home}N-1/`, { headers: { 'if-none-match': etag } });
  expect(known.status).toBe(304);
  t.clock.set('2026-11-25T10:00:00Z');
  await room.do('Chloé', 'veille.edition-note', {
    edition: 'N-1',
    resource: 'V-2',
    note: 'Relue.',
  });
  expect(await textAt(`${home}N-1/`)).toContain('Corrigé le');
  await room.do('Nadia', 'veille.retract', { resource: 'V-1', reason: 'Voilà.' });
  for (const file of ['', ...FILES]) {
    expect(await textAt(`${home}N-1/${file}`), file).not.toContain('Le puits');
  }
  await room.do('Chloé', 'veille.edition-withdraw', { edition: 'N-1' });
  await room.fill('Chloé', {});
  expect(await statusAt(`${home}N-1/`)).toBe(404);
  expect(await textAt(home)).toContain('Aucun numéro pour l’instant');
  expect(await textAt(`${home}flux.rss`)).not.toContain('Eaux libres');
});

it('everybody reads them once who facilitates says so, with what the community shows', async () => {
  await play(room, [
    ['Chloé', '/diffusion publier-numéros', 'N’importe qui pourra lire les numéros'],
    ['Chloé', {}, 'personnes qui facilitent'],
  ]);
  const home = await open();
  expect(home).toMatch(/\/numeros-[\w-]+\/$/);
  expect(await room.last('Tout le monde peut lire les numéros')).toContain('numeros-');
  expect(await open()).toBe(home);
  for (const file of ['', ...FILES]) {
    const text = await textAt(`${home}N-1/${file}`);
    expect(text, file).toContain('meilleur');
    expect(text, file).not.toMatch(/jardin|Bruno|Chloé|access_token|La source/);
  }
  await room.do('Nadia', 'veille.giving', { public: 'names', private: 'names' });
  expect(await textAt(home)).toContain('Chloé');
  const page = await textAt(`${home}N-1/`);
  expect(page).toContain('Préparé par Chloé.');
  expect(page).toContain('Bruno : Pour le jardin');
  const whole = await (async () => {
    await room.say('Nadia', 'diffusion publier');
    return addressIn(await room.fill('Nadia', {}));
  })();
  expect(whole).not.toBe(home);
  expect(await statusAt(`${whole}N-1/`)).toBe(404);
});

it('what people wrote stays text', async () => {
  const hostile = `${HOSTILE.html} ]]> ${HOSTILE.markdown}`;
  await begun('<b>Eau</b> <img src=x> ]]>', hostile);
  await room.do('Chloé', 'veille.edition-add', { resources: 'V-1', edition: 'N-2', note: hostile });
  await published('N-2');
  const home = await open();
  for (const at of [home, `${home}N-2/`]) {
    expect(await textAt(at)).not.toMatch(/<img|<b>|<script|href="javascript/);
    for (const file of ['flux.rss', 'flux.atom', 'flux.json']) {
      expect(parseFeed(await (await fetch(at + file)).text()).feed, file).toBeDefined();
    }
  }
  expect(await textAt(`${home}N-2/pages.md`)).not.toMatch(/(?<!\\)<(img|script)/);
});

it('who leaves is read by no address of theirs any more; their editions stay', async () => {
  const own = addressIn(await room.say('Chloé', 'diffusion adresse-numéros'));
  const home = await open();
  const community = await room.community();
  await room.do('Chloé', 'ecc.leave-now', { name: 'keep' });
  await t.settle();
  expect(await statusAt(own)).toBe(404);
  const kept = await t.database.prisma.veilleOutlet.findMany({ where: { communityId: community } });
  expect(kept.map(({ key }) => key !== null)).toEqual([true]);
  expect(await textAt(`${home}N-1/`)).toContain('Eaux libres');
  await room.do('Nadia', 'veille.edition-note', {
    edition: 'N-1',
    resource: 'V-1',
    note: 'Gardé.',
  });
  expect(await textAt(`${home}N-1/`)).toContain('Gardé.');
});
