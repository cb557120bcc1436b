import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { HOSTILE } from '../../support/hostile.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { htmlPage } from '../../support/site.js';
import { plainBlanks } from '../../support/text.js';
import { type GivingHouse, givingHouse } from './given.js';

let house: GivingHouse;
let t: GivingHouse['t'];
let site: GivingHouse['site'];
let addressIn: GivingHouse['addressIn'];
let room: TestRoom;
beforeAll(async () => {
  house = await givingHouse({ '/puits': htmlPage('Le puits'), '/source': htmlPage('La source') });
  ({ t, site, addressIn } = house);
});
afterAll(() => house?.close());
beforeEach(async () => {
  room = await house.freshRoom();
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
  expect(list).toContain('numeros.csv');
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
  const markdown = await textAt(`${home}N-1/pages.md`);
  expect(markdown).toContain('\nDeux pages sur l’eau.\n\nPublié le');
  expect(markdown).not.toContain('Corrigé');
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
  for (const at of ['', 'N-1/', 'N-1/pages.md', 'numeros.md']) {
    expect(await textAt(home + at), at).toMatch(/Corrigé le (mercredi )?25 novembre/);
  }
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

it('the list of editions is taken away as files', async () => {
  t.clock.set('2026-11-25T10:00:00Z');
  await room.do('Chloé', 'veille.edition-note', {
    ...{ edition: 'N-1', resource: 'V-2', note: 'Relue.' },
  });
  await begun('=Brouillon caché', 'Pas encore.');
  const own = addressIn(await room.say('Bruno', 'diffusion adresse-numéros'));
  const response = await fetch(`${own}numeros.csv`);
  expect(response.headers.get('content-disposition')).toContain('veille-numeros.csv');
  const [head, first, ...more] = plainBlanks(await response.text())
    .trim()
    .split('\r\n');
  expect(head).toBe(
    '\uFEFFréférence;publié le;corrigé le;titre;adresse;introduction;préparé par'.slice(1),
  );
  expect(first).toMatch(
    /^N-1;2026-11-21T\S+Z;2026-11-25T10:00:00.000Z;Eaux libres;http\S+\/N-1\/;Deux pages sur l’eau.;$/,
  );
  expect(more).toEqual([]);
  expect(JSON.parse(await textAt(`${own}numeros.json`))).toMatchObject({
    editions: [
      {
        ...{ reference: 'N-1', title: 'Eaux libres', introduction: 'Deux *pages* sur l’eau.' },
        ...{ correctedAt: '2026-11-25T10:00:00.000Z', by: null },
        address: expect.stringMatching(/\/N-1\/$/),
      },
    ],
  });
  const markdown = await textAt(`${own}numeros.md`);
  expect(markdown).toMatch(/- \[N-1 · Eaux libres\]\(<http\S+\/N-1\/>\)/);
  expect(markdown).not.toMatch(/Chloé|Brouillon/);
  for (const none of ['N-1/numeros.csv', 'numeros.xml', 'numeros.csv.md', 'constructor']) {
    expect(await statusAt(own + none), none).toBe(404);
  }
  await room.do('Nadia', 'veille.giving', { public: 'names', private: 'names' });
  for (const file of ['numeros.csv', 'numeros.json', 'numeros.md']) {
    expect(await textAt(own + file), file).toContain('Chloé');
  }
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
