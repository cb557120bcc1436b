import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CannotListen } from '../../../adapters/web/server.js';
import { encodeAct } from '../../../commands/view/act-id.js';
import { listenTo } from './support/events.js';
import { openPlayground, type Playground } from './support/playground.js';
import { COMMUNITY, text, view } from './support/views.js';

let room: Playground;
let nadia: string;
let elie: string;

const comeIn = async (name: string, id: string = randomUUID()) => {
  const response = await room.send('/people?langue=fr', { id, name });
  return { status: response.status, text: await response.text(), id };
};
const ask = async (je: string, content: object, id: string = randomUUID()) => {
  const response = await room.send(`/say?je=${je}&langue=fr`, { id, ...content });
  return { status: response.status, text: await response.text() };
};
const show = async (je: string, langue = 'fr') =>
  (await fetch(new URL(`/?je=${je}&langue=${langue}`, room.adapter.url()))).text();
const card = (title: string) => view({ title: [title], blocks: [text('corps')] });

beforeEach(async () => {
  room = await openPlayground();
  nadia = (await comeIn('Nadia')).id;
  elie = (await comeIn('Élie')).id;
});
afterEach(() => room.adapter.stop());

test('people come in once, with a name that is theirs', async () => {
  const again = await comeIn('Nadia', nadia);
  expect([again.status, JSON.parse(again.text)]).toEqual([200, { je: nadia }]);
  expect((await comeIn('  NADIA ')).text).toContain('est déjà là');
  expect((await comeIn(' \u200B ')).text).toBe('Il manque un nom, de 60 caractères au plus.');
  expect((await comeIn('x'.repeat(61))).status).toBe(400);
  expect((await room.send('/people', { id: 'nope', name: 'Zoé' })).status).toBe(400);
  expect(room.registry.people.map(({ name }) => name)).toEqual(['Nadia', 'Élie']);
});

test('what is said is seen by all, once, however often it is sent', async () => {
  const id = randomUUID();
  const first = await ask(nadia, { type: 'line', text: 'Bonjour\0 à tous' }, id);
  const second = await ask(nadia, { type: 'line', text: 'Bonjour à tous' }, id);
  expect(second).toEqual(first);
  expect((await show(elie)).match(/Bonjour à tous/g)).toHaveLength(1);
  expect(room.registry.asked).toEqual([]);
});

test('another person cannot overwrite what was said by reusing its id', async () => {
  const id = randomUUID();
  await ask(nadia, { type: 'line', text: 'vrai' }, id);
  await ask(elie, { type: 'line', text: 'faux' }, id);
  expect(await show(nadia)).toContain('vrai');
  expect(await show(nadia)).not.toContain('faux');
});

test('a message that is too long is refused with its length', async () => {
  const said = await ask(nadia, { type: 'line', text: 'é'.repeat(4001) });
  expect(said).toEqual({
    status: 400,
    text: 'Ce message a 4\u202F001 caractères, pour 4\u202F000 au plus. Raccourcissez-le, ou envoyez-le en plusieurs fois.',
  });
});

test('only what somebody said in the room can be pointed at, and only by its name', async () => {
  await ask(elie, { type: 'line', text: 'Une idée de Nadia' });
  await room.post('card', card('D-1'));
  const pages = await show(nadia);
  const [said = '', own = ''] = [...pages.matchAll(/<article id="([^"]+)"/g)].map(([, id]) => id);
  const choose = (message: string) =>
    ask(nadia, { type: 'on-message', command: 'propose', message, text: 'autre chose' });
  expect((await choose(said)).status).toBe(200);
  expect(room.registry.asked.at(-1)?.request).toMatchObject({
    message: { text: 'Une idée de Nadia', author: { userId: elie, name: 'Élie' } },
  });
  for (const other of [own, randomUUID()]) {
    expect(await choose(other)).toEqual({
      status: 400,
      text: 'Ce message n’est plus là. Rechargez la page.',
    });
  }
});

test('a command goes to the registry, and its answer to one person', async () => {
  const id = randomUUID();
  const said = await ask(nadia, { type: 'line', text: ' /décision liste' }, id);
  expect(said.text).toContain('Décisions en cours');
  expect(said.text).toContain('Visible par vous seul·e');
  expect(room.registry.asked).toEqual([
    {
      platform: 'web',
      eventId: id,
      speaker: { userId: nadia, name: 'Nadia' },
      place: { roomId: 'playground', name: 'Atelier' },
      locale: 'fr',
      request: { type: 'line', text: 'décision liste' },
      files: [],
    },
  ]);
  expect(await show(elie)).not.toContain('Décisions en cours');
});

test('a button brings its act back, a select its choice', async () => {
  const act = encodeAct(COMMUNITY, { command: 'vote', args: { id: '7' } });
  await ask(nadia, { type: 'act', act });
  await ask(nadia, { type: 'act', act, choice: { param: 'option', value: 'mar,jeu' } });
  expect(room.registry.asked.map(({ request }) => request)).toEqual([
    { type: 'act', community: COMMUNITY, act: { command: 'vote', args: { id: '7' } } },
    {
      type: 'act',
      community: COMMUNITY,
      act: { command: 'vote', args: { id: '7', option: 'mar,jeu' } },
    },
  ]);
});

test('what no page of ours would send is refused with a sentence', async () => {
  expect((await ask(nadia, { type: 'act', act: '1~~../../x~' })).text).toContain('Ce bouton');
  for (const content of [{}, { type: 'act' }, { type: 'form', dialogue: 'd', values: { a: 1 } }]) {
    expect((await ask(nadia, content)).status).toBe(400);
  }
  const stranger = await ask(randomUUID(), { type: 'line', text: 'bonjour' });
  expect([stranger.status, stranger.text]).toEqual([
    403,
    'Cette personne n’est plus dans le salon. Rechargez la page pour en choisir une.',
  ]);
  expect(room.registry.asked).toEqual([]);
});

test('a form goes back with its values, and its faults come with what was typed', async () => {
  const values = { title: '', body: 'Le samedi', deadline: 'hier', kind: 'consent' };
  const said = await ask(nadia, { type: 'form', dialogue: 'dialogue-1', values });
  expect(room.registry.asked[0]?.request).toEqual({ type: 'form', dialogue: 'dialogue-1', values });
  expect(said.text).toContain('Le samedi</textarea>');
  expect(said.text).toContain('déjà passé');
});

test('suggestions replace the line, its sign included', async () => {
  const response = await room.send(`/complete?je=${nadia}&langue=fr`, { text: '/décision pro' });
  expect(await response.text()).toContain('data-insert="/décision proposer "');
  expect(room.registry.completed).toEqual(['décision pro']);
});

test('the same key is one message, and an edit makes again what is gone', async () => {
  const first = await room.post('card:1', card('Avant'));
  expect(await room.post('card:1', card('Après'))).toBe(first);
  const to = { roomId: 'playground', userId: null, locale: 'fr' } as const;
  const edited = { fr: card('Encore'), en: card('Again') };
  expect(await room.adapter.edit({ to, key: 'card:1', ref: first, view: edited })).toBe(first);
  await room.adapter.edit({ to, key: 'card:2', ref: randomUUID(), view: edited });
  const page = await show(elie);
  expect(page.match(/Encore/g)).toHaveLength(2);
  expect(page).not.toMatch(/Avant|Après/);
  expect(await show(elie, 'en')).toContain('Again');
});

test('a private word is seen by one person', async () => {
  await room.post('private:1', card('Pour Nadia'), nadia);
  expect(await show(nadia)).toContain('Pour Nadia');
  expect(await show(elie)).not.toContain('Pour Nadia');
});

test('a long conversation is read page by page, nothing missing', async () => {
  for (let index = 0; index < 230; index++)
    await room.post(`n:${index}`, card(`message ${index};`));
  const titles = (html: string) =>
    [...html.matchAll(/message (\d+);/g)].map(([, index]) => Number(index));
  let html = await show(nadia);
  const read = [titles(html)];
  for (;;) {
    const before = /id="older"[^>]*data-before="(\d+)"/.exec(html)?.[1];
    if (before === undefined) break;
    const query = `je=${nadia}&langue=fr&avant=${before}`;
    html = await (await fetch(new URL(`/before?${query}`, room.adapter.url()))).text();
    read.unshift(titles(html));
  }
  expect(read.map(({ length }) => length)).toEqual([30, 100, 100]);
  expect(read.flat()).toEqual(Array.from({ length: 230 }, (_, index) => index));
});

test('events bring what is said and edited, private words to one person only', async () => {
  const [hers, his] = await Promise.all([
    listenTo(room, { je: nadia }),
    listenTo(room, { je: elie, langue: 'en' }),
  ]);
  await room.post('private:1', card('Pour Nadia'), nadia);
  await room.post('card:1', (locale) => card(locale === 'fr' ? 'Bonjour' : 'Hello'));
  expect(await hers.next()).toMatchObject({
    event: 'message',
    data: expect.stringContaining('Pour Nadia'),
  });
  expect((await hers.next()).data).toContain('Bonjour');
  expect((await his.next()).data).toContain('Hello');
  await comeIn('Camille');
  expect(await his.next()).toMatchObject({
    event: 'people',
    data: expect.stringContaining('Camille'),
  });
});

test('who comes back is sent what was said and edited meanwhile', async () => {
  await room.post('card:1', card('Avant'));
  const before = await listenTo(room, { je: nadia });
  await room.post('card:2', card('Entendu'));
  const { id = '' } = await before.next();
  before.leave();
  await room.post('card:1', card('Corrigé'));
  await room.post('card:3', card('Manqué'));
  const after = await listenTo(room, { je: nadia }, { 'last-event-id': id });
  const caught = [await after.next(), await after.next(), await after.next()];
  expect(caught.map(({ data }) => /<h2[^>]*>([^<]+)/.exec(data)?.[1])).toEqual([
    'Corrigé',
    'Entendu',
    'Manqué',
  ]);
});

test('stopping ends what was asked, then every connection', async () => {
  const events = await listenTo(room, { je: nadia });
  let release = () => {};
  room.registry.hold = new Promise((resolve) => {
    release = resolve;
  });
  const asked = ask(nadia, { type: 'line', text: '/ecc' });
  await room.registry.reached;
  let stopped = false;
  const stopping = room.adapter.stop().then(() => {
    stopped = true;
  });
  expect(await events.ended).toBe(true);
  expect(stopped).toBe(false);
  release();
  expect((await asked).text).toContain('Ce que vous pouvez faire ici');
  await stopping;
  await expect(show(nadia)).rejects.toThrow();
});

test('work goes to its end even when the browser has left', async () => {
  let release = () => {};
  room.registry.hold = new Promise((resolve) => {
    release = resolve;
  });
  const leaving = new AbortController();
  const url = new URL(`/say?je=${nadia}&langue=fr`, room.adapter.url());
  const asked = fetch(url, {
    method: 'POST',
    headers: { origin: url.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUID(), type: 'line', text: '/ecc' }),
    signal: leaving.signal,
  });
  await room.registry.reached;
  leaving.abort();
  await expect(asked).rejects.toThrow();
  const stopping = room.adapter.stop();
  release();
  await stopping;
  expect(room.registry.asked).toHaveLength(1);
});

test('an address that is taken is told as such', async () => {
  const port = Number(new URL(room.adapter.url()).port);
  const refused = await openPlayground({ port }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(CannotListen);
  expect(refused).toMatchObject({ reason: 'taken', host: '127.0.0.1', port });
});

test('a bug is a sentence with a mark, never its trace', async () => {
  room.registry.dispatch = async () => {
    throw new Error('secret detail');
  };
  const said = await ask(nadia, { type: 'line', text: '/ecc' });
  expect(said.status).toBe(500);
  expect(said.text).toMatch(/par notre faute.*: [A-Z]\d-\d\d\.$/);
  expect(said.text).not.toContain('secret');
  expect(room.faults).toHaveLength(1);
});

test('who goes too fast is told to wait', async () => {
  const statuses: number[] = [];
  for (let index = 0; index < 60; index++) {
    statuses.push((await ask(nadia, { type: 'line', text: '/ecc' })).status);
  }
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(200));
  expect(statuses).toContain(429);
  expect((await ask(elie, { type: 'line', text: '/ecc' })).status).toBe(200);
});
