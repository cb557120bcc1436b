import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../commands/commands.js';
import { quoted } from '../../../commands/decisions/quoted.js';
import { surfaceOf } from '../../../commands/registry/surface.js';
import { LOCALES } from '../../../src/kernel/locale.js';
import { HOSTILE } from '../../support/hostile.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { textOf } from '../../support/text.js';

const surface = surfaceOf(commands);
const KINDS = ['onMessage', 'onPerson'] as const;
/** Discord takes five of each kind; Slack names of 24 characters, Discord of 32. */
const MOST_EACH = 5;
const LONGEST = { onMessage: 24, onPerson: 32 };

describe.each(KINDS)('what is offered by %s', (kind) => {
  const offered = surface.flatMap((one) => {
    const names = one[kind];
    return names ? [{ id: one.id, names }] : [];
  });

  test('is few enough for every network: what comes after has no menu', () => {
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.map(({ id }) => id).slice(MOST_EACH)).toEqual([]);
  });

  test.each(LOCALES)('has short names in %s, each its own', (locale) => {
    const names = offered.map((one) => one.names[locale]);
    expect(names.filter((name) => name === '' || name.length > LONGEST[kind])).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

const at = new Date('2026-11-20T09:00:00Z');
const said = (text: string, name = 'Bruno') => ({
  ...{ text, at, link: 'https://example.org/m/1' },
  author: { userId: name, name },
});

test('a message fills what it is for, and asks the rest', async () => {
  const room = house.room();
  const command = 'decision.propose';
  const message = said('On ouvre le samedi ?');
  const form = await room.send('Nadia', { type: 'on-message', command, message });
  const values = Object.fromEntries(
    (form.form?.fields ?? []).map(({ name, value }) => [name, value]),
  );
  expect(values).toMatchObject({
    name: '',
    body: '> On ouvre le samedi ?\n\n— Bruno · https://example.org/m/1',
  });
  await room.fill('Nadia', { name: 'Le samedi', closes: 'mercredi 18h' });
  expect((await room.seen()).at(-1)).toContain('Le samedi');
});

test.each(Object.entries(HOSTILE))(
  'a message of %s gives the text and nothing else',
  async (_, text) => {
    const room = house.room();
    const message = said(text, 'Nadia');
    const form = await room.send('Nadia', {
      type: 'on-message',
      command: 'decision.propose',
      message,
    });
    const filled = (form.form?.fields ?? []).filter(
      ({ name }) => name === 'name' || name === 'closes',
    );
    expect(filled.map(({ value }) => value)).toEqual(['', '']);
  },
);

test('what a typed line says comes before the message it replies to', async () => {
  const room = house.room();
  const about = said('Du message');
  const line = '/décision proposer "Titre" proposition:"De la ligne"'.slice(1);
  const form = await room.send('Nadia', { type: 'line', text: line, about });
  expect(form.form?.fields.map(({ name }) => name)).not.toContain('body');
  await room.fill('Nadia', { closes: 'mercredi 18h' });
  expect((await room.seen()).at(-1)).toContain('De la ligne');
});

test('a person is who they are, not who bears their name; an old menu says so', async () => {
  const room = house.room();
  await room.arrive('Nadia', 'Bruno');
  const person = { userId: 'somebody-else', name: 'Bruno' };
  const refused = await room.send('Nadia', { type: 'on-person', command: 'ecc.role', person });
  expect(textOf(refused)).toContain('n’est pas encore membre ici');
  const bruno = { userId: 'Bruno', name: 'Autre nom' };
  await room.send('Nadia', { type: 'on-person', command: 'ecc.role', person: bruno });
  expect(textOf(await room.fill('Nadia', { role: 'facilitator' }))).toContain('Bruno facilite');
  const old = { type: 'on-person', command: 'ecc.me', person: bruno } as const;
  expect(textOf(await room.send('Nadia', old))).toContain('version précédente');
});

test('no line of somebody else’s escapes its quote', () => {
  const text = 'Un\r\n\r\n# Deux\n\n```\ntrois';
  const lines = quoted({ ...said(text), link: null }, 'Nadia').split('\n');
  expect(lines).toEqual(['> Un', '>', '> # Deux', '>', '> ```', '> trois', '', '— Bruno']);
});
