import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Look, Passage, PassageRequest, Visit } from '../../../commands/mediation/passage.js';
import { act, button, select, text, view } from '../../../commands/view/build.js';
import type { View } from '../../../commands/view/view.js';
import { openPassage } from '../../support/passage.js';
import { visitor } from '../../support/visitor.js';

const REF = 'a'.repeat(44);
const SECRET = 's'.repeat(43);
const SESSION = 'S'.repeat(43);

let site: Awaited<ReturnType<typeof openPassage>>;
let done: { readonly asked: PassageRequest; readonly event: string; readonly locale: string }[];
let looked: string[];
let seen: Look[];
let seated: boolean;

const HOME = view({
  title: ['Une loutre'],
  blocks: [text('<script>alert(1)</script>')],
  actions: [
    button('Dire', act('mediation.write', { case: 'c' }), 'primary'),
    button('Messages', act('mediation.talk', { case: 'c', guest: 'g' })),
    select({
      ...{ label: 'Lesquelles', act: act('mediation.suit', { round: 1 }), param: 'slots' },
      ...{
        multiple: true,
        options: [1, 2, 3].map((one) => ({ value: `${one}`, label: `n${one}` })),
      },
    }),
  ],
});
const FORM: View = view({
  title: ['Écrire'],
  form: {
    ...{ dialogue: 'd-1', submit: 'Envoyer' },
    fields: [
      {
        ...{ name: 'text', label: 'message', help: 'Vos mots', input: 'text', options: [] },
        ...{ value: 'déjà', required: true, advanced: false, maxLength: 1500, fault: 'Il manque.' },
        when: null,
      },
    ],
  },
});

const visit: Visit = {
  locale: 'fr',
  about: () => view({ title: ['Qui lit quoi'], blocks: [text('Vous.')] }),
  home: async () => HOME,
  async look(look) {
    seen.push(look);
    return view({ title: ['Lu'] });
  },
  async does(asked, event, locale) {
    done.push({ asked, event, locale });
    return FORM;
  },
};

beforeEach(async () => {
  [done, looked, seen, seated] = [[], [], [], true];
  site = await openPassage();
  site.leadTo({
    async take(ref, secret) {
      looked.push(secret);
      return ref === REF && secret === SECRET ? SESSION : null;
    },
    async visit(ref, session) {
      looked.push(session);
      return seated && ref === REF && session === SESSION ? visit : null;
    },
  } satisfies Passage);
});
afterEach(() => site.stop());

const link = (secret = SECRET): string =>
  `${site.reachedAt().url.replace(/\/*$/, '')}/passage/${REF}/${secret}`;

async function inside() {
  const who = visitor();
  await who.open(link());
  await who.press('Ouvrir');
  return who;
}

it('to look at a link, as programs do, looks nothing up and tells nothing apart', async () => {
  const who = visitor();
  const shown = await who.open(link());
  expect(await who.open(link('x'.repeat(43)))).toBe(shown);
  for (const method of ['HEAD', 'OPTIONS', 'PUT', 'DELETE']) await fetch(link(), { method });
  expect(looked).toEqual([]);
  expect(who.cookies.size).toBe(0);
});

it('what is kept of it, and by whom', async () => {
  const who = await inside();
  const { said, path } = who.cookies.get('ecc_passage') ?? { said: '', path: '' };
  expect(path).toBe(`/passage/${REF}/`);
  expect(said).toMatch(/HttpOnly/i);
  expect(said).toMatch(/SameSite=Strict/i);
  expect(said).not.toMatch(/Secure/i);
  expect(who.address).toBe(`${new URL(link()).origin}/passage/${REF}/?langue=fr`);
  for (const one of [who.answer, (await visitorOf(link())).answer]) {
    expect(one.header('cache-control')).toBe('no-store');
    expect(one.header('x-robots-tag')).toContain('noindex');
    expect(one.header('referrer-policy')).toBe('no-referrer');
    const policy = one.header('content-security-policy') ?? '';
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(one.html) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
    expect(one.html).not.toMatch(/<script|\son\w+=|style="/);
    expect(one.html).toContain('<title>Un mot pour vous</title>');
  }
  expect(who.answer.html).toContain('&lt;script&gt;');
});

async function visitorOf(address: string) {
  const who = visitor();
  await who.open(address);
  return who;
}

it('forms do what buttons and windows do elsewhere, in the language of the page', async () => {
  const who = await inside();
  expect(await who.press('Dire')).toContain('Il manque.');
  expect(who.value('text')).toBe('');
  await who.fill({ text: 'Bonjour' });
  await who.open('?langue=en');
  await who.choose('Lesquelles', '1,3');
  expect(done.map(({ asked }) => asked)).toEqual([
    { type: 'act', community: null, act: { command: 'mediation.write', args: { case: 'c' } } },
    { type: 'form', dialogue: 'd-1', values: { text: 'Bonjour' } },
    {
      ...{ type: 'act', community: null },
      act: { command: 'mediation.suit', args: { round: '1', slots: '1,3' } },
    },
  ]);
  expect(done.map(({ locale }) => locale)).toEqual(['fr', 'fr', 'en']);
  expect(new Set(done.map(({ event }) => event)).size).toBe(3);
});

it('what is only read has an address of its own, which a history may keep', async () => {
  const who = await inside();
  expect(await who.press('Messages')).toContain('Lu');
  expect(new URL(who.address).search).toBe('?langue=fr&vue=talk&guest=g');
  await who.press('English');
  expect(await who.press('Emergency numbers')).toContain('Lu');
  expect(await who.press('Where the request stands')).toContain('Une loutre');
  const talk = { name: 'talk', guest: 'g' };
  expect(seen).toEqual([talk, talk, { name: 'urgent' }]);
  expect(done).toEqual([]);
});

it('what comes from another page, or without the proof that it is ours, does nothing', async () => {
  const who = await inside();
  const held = { _act: who.acts()[0] ?? '', _seal: who.value('_seal'), _once: 'x' };
  const { origin, pathname } = new URL(who.address);
  const cookie = `ecc_passage=${SESSION}`;
  const post = async (body: Record<string, string>, headers: Record<string, string>) =>
    (
      await fetch(`${origin}${pathname}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(body),
      })
    ).status;
  for (const site of ['cross-site', 'same-site']) {
    expect(await post(held, { cookie, 'sec-fetch-site': site })).toBe(403);
  }
  expect(await post({ ...held, _seal: '' }, { cookie })).toBe(403);
  expect(await post({ ...held, _seal: 'x'.repeat(43) }, { cookie })).toBe(403);
  expect(await post(held, {})).toBe(404);
  expect(await post(held, { cookie: `ecc_passage=${'x'.repeat(43)}` })).toBe(404);
  expect(await post({ ...held, _act: 'nonsense' }, { cookie })).toBe(403);
  expect(await post({ ...held, text: 'x'.repeat(70_000) }, { cookie })).toBe(413);
  expect(done).toEqual([]);
  expect(await post(held, { cookie, 'sec-fetch-site': 'same-origin' })).toBe(200);
});

it('one comes back by the page, or by the link that let one in; with neither, nothing opens', async () => {
  const who = await inside();
  await who.open(link());
  expect(await who.press('Ouvrir')).toContain('Une loutre');
  const strange = visitor();
  expect(await strange.open(new URL('./', link()).href)).toContain('Un mot pour vous');
  expect(await strange.press('Continuer')).toContain('Rien ne s’ouvre ici');
  expect(strange.answer.status).toBe(404);
  seated = false;
  expect(await who.press('Dire').catch(() => 'nothing to press')).toContain('Rien ne s’ouvre ici');
});

it('who leaves by what they do is shown out', async () => {
  const who = await inside();
  const does = visit.does;
  Object.assign(visit, {
    does: async (...args: Parameters<Visit['does']>) => {
      seated = false;
      return does(...args);
    },
  });
  await who.press('Dire');
  Object.assign(visit, { does });
  expect(who.cookies.size).toBe(0);
  expect(who.all()).not.toContain('Qui lit quoi');
});

it('whoever tries one after the other is told to wait, and who is inside is not', async () => {
  const who = await inside();
  const strange = visitor();
  await strange.open(link('x'.repeat(43)));
  for (let tries = 0; tries < 40; tries++) await strange.post({}, link('x'.repeat(43)));
  expect(strange.answer.status).toBe(429);
  const before = looked.length;
  await strange.post({}, link());
  expect(looked.length).toBe(before);
  expect(await who.again()).toContain('Une loutre');
});

it('an address that is none, and a fault, tell nothing of themselves', async () => {
  const { origin } = new URL(link());
  for (const path of [`/passage/${REF}x/`, '/passage/', `/passage/${REF}/a/b`, '/passage/..%2f']) {
    const answer = await fetch(`${origin}${path}`);
    expect(answer.status, path).toBe(404);
    expect(await answer.text(), path).not.toContain(REF);
  }
  site.leadTo({
    take: async () => Promise.reject(new Error('a fault')),
    visit: async () => Promise.reject(new Error('a fault')),
  });
  const who = visitor();
  await who.open(link());
  expect(await who.press('Ouvrir')).toContain('par notre faute');
  expect(who.answer.status).toBe(500);
  expect(JSON.stringify(site.log.lines)).not.toContain(SECRET);
  expect(JSON.stringify(site.log.lines)).not.toContain(REF);
});

it('under a path, and encrypted on the way, the cookie goes no further', async () => {
  site.reachedUnder('/ecc/');
  const here = link().replace('/ecc', '');
  const given = async (): Promise<string | null> =>
    (await fetch(here, { method: 'POST', redirect: 'manual' })).headers.get('set-cookie');
  expect(await given()).toContain(`Path=/ecc/passage/${REF}/`);
  expect(await given()).not.toContain('Secure');
  site.reachedAs('https://ecc.exemple.org');
  expect(await given()).toContain(`Path=/passage/${REF}/`);
  expect(await given()).toContain('Secure');
});
