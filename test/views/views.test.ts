import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawers } from '../../commands/announcements.js';
import { commands } from '../../commands/commands.js';
import { LOCALES, type Locale } from '../../src/kernel/locale.js';
import { type TestHouse, testHouse } from '../support/house.js';
import type { Network } from './network.js';
import { discord } from './networks/discord.js';
import { matrix } from './networks/matrix.js';
import { slack } from './networks/slack.js';
import { web } from './networks/web.js';
import { scenes } from './scenes.js';
import { type Kept, playAll } from './stage.js';
import { steady } from './steady.js';

const NETWORKS: Readonly<Record<string, Network>> = { discord, slack, matrix, web };

let t: TestHouse;
const kept = new Map<string, Promise<readonly Kept[]>>();
beforeAll(async () => {
  t = await testHouse();
}, 60_000);
afterAll(() => t.close());

/** Played one after the other: they share the house and its clock. */
let before: Promise<unknown> = Promise.resolve();
function viewsOf(fn: string, locale: Locale): Promise<readonly Kept[]> {
  const key = `${fn}.${locale}`;
  const known = kept.get(key);
  if (known) return known;
  const playing = before.then(() => playAll(t, scenes[fn] ?? [], locale));
  before = playing.catch(() => undefined);
  kept.set(key, playing);
  return playing;
}

/** What only a calendar server in trouble, or a Discord server, makes ECC say: read in the tests that have a real one. */
const ELSEWHERE = new Set([
  ...['card agenda.follow-failing', 'card agenda.link-failing', 'card agenda.link-back'],
  ...['card agenda.conflict', 'card agenda.events-refused'],
  // They need an address that others reach: test/views/mediation-outside.test.ts.
  ...['outside', 'relink', 'unlink'].flatMap((one) => [
    ...[`answer mediation.${one}`, `form mediation.${one}`],
  ]),
  'answer mediation.introduce',
]);

const functionOf = (name: string): string => name.split('.')[0] ?? name;
const LATER_MS = 600_000;

test('every function that speaks has its scenes', () => {
  const speaking = new Set(commands.map(({ id }) => functionOf(id)));
  expect([...speaking].filter((fn) => !(fn in scenes))).toEqual([]);
});

test(
  'every command and every drawer has a view in the set',
  async () => {
    const seen = new Set<string>();
    for (const fn of Object.keys(scenes)) {
      for (const one of await viewsOf(fn, 'fr')) seen.add(`${one.kind} ${one.of}`);
    }
    const wanted = [
      ...commands.map(({ id }) => `answer ${id}`),
      ...commands.filter(({ confirm }) => confirm).map(({ id }) => `form ${id}`),
      ...Object.keys(drawers).map((name) => `card ${name}`),
    ];
    const missing = wanted.filter((one) => !seen.has(one) && !ELSEWHERE.has(one));
    expect(missing).toEqual([]);
  },
  LATER_MS,
);

test(
  'every list that takes several but is no ballot takes its options one by one',
  async () => {
    const lists = new Set<string>();
    for (const fn of Object.keys(scenes)) {
      for (const { view } of await viewsOf(fn, 'fr')) {
        for (const one of view.actions) {
          if (one.type !== 'select' || !one.multiple || one.ballot) continue;
          lists.add(one.act.command);
          const param = commands.find(({ id }) => id === one.act.command)?.params[one.param];
          const values = one.options.map(({ value }) => value);
          for (const typed of [values.join(','), `+${values[0]}`, `-${values[0]}`]) {
            const read = await param?.parse(typed, {} as never);
            expect(read?.ok, `${one.act.command} ${one.param} ${typed}`).toBe(true);
          }
        }
      }
    }
    expect([...lists]).toEqual(expect.arrayContaining(['agenda.suits', 'agenda.if-needed']));
  },
  LATER_MS,
);

describe.each(Object.keys(scenes))('what people see of %s', (fn) => {
  describe.each(LOCALES)('in %s', (locale) => {
    test.each(Object.keys(NETWORKS))(
      'on %s fits there, and reads well',
      async (name) => {
        const network = NETWORKS[name];
        const parts = (await viewsOf(fn, locale)).map((one) => {
          const drawn = network?.(one, locale) ?? { text: '', faults: ['no such network'] };
          expect(drawn.faults, `${one.kind} ${one.of}, ${one.scene}`).toEqual([]);
          return `━━━ ${one.of} · ${one.kind} · ${one.scene}\n\n${drawn.text}\n`;
        });
        await expect(steady(parts.join('\n'))).toMatchFileSnapshot(
          `shown/${fn}/${name}.${locale}.txt`,
        );
      },
      LATER_MS,
    );
  });
});
