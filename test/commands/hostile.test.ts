import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/commands.js';
import type { Command } from '../../commands/registry/command.js';
import type { View } from '../../commands/view/view.js';
import { DECEPTIVE, HOSTILE } from '../support/hostile.js';
import { type TestHouse, testHouse } from '../support/house.js';
import type { TestRoom } from '../support/room.js';
import { tables } from '../support/tables.js';
import { textOf } from '../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = t.room();
  await room.arrive('Nadia', 'Bruno');
  // What is to be said is said at the end, all together.
  await t.restartDeaf();
});
afterAll(() => t.close());

/** Arguments that are right, so that only the one tried is wrong. */
const RIGHT: Readonly<Record<string, string>> = {
  ...{
    name: 'Titre',
    body: 'Texte',
    kind: 'choice',
    closes: 'jeudi 9h',
    options: 'Un\nDeux',
    max: '1',
  },
  ...{
    vote: '1',
    reason: 'Parce que.',
    question: '1',
    text: 'Bien.',
    sentence: 'Fait.',
    review: 'dans trois mois',
  },
  ...{ which: 'open', before: '100', format: 'json', topic: 'ecc', language: 'fr', wanted: 'yes' },
  ...{
    zone: 'Europe/Paris',
    threshold: '2/3',
    quorum: '0',
    secret: 'no',
    early: 'no',
    member: 'Nadia',
    role: 'facilitator',
  },
};

const KIND: Readonly<Record<string, string>> = {
  'decision.vote': 'choice',
  'decision.block': 'agreement',
};
const ENDED = new Set(['decision.conclude', 'decision.reopen']);
const BETWEEN = new Set(['decision.round', 'decision.give-up']);

/** After these, the decision is no longer what the command needs. */
const ENDING = new Set(['decision.close', 'decision.withdraw', ...BETWEEN]);
const ready = new Map<string, string>();

/** A decision in the state that the command needs; its number. */
async function decisionFor(command: string): Promise<string> {
  const known = ready.get(command);
  if (known) return known;
  const kind = KIND[command] ?? 'consent';
  const made = await room.propose('Nadia', { kind, options: kind === 'choice' ? 'Un\nDeux' : '' });
  const [, number = ''] = /D-(\d+)/.exec(textOf(made)) ?? [];
  const about = { decision: number };
  if (command === 'decision.answer')
    await room.do('Bruno', 'decision.question', { ...about, text: 'Qui ?' });
  if (command === 'decision.amend')
    await room.do('Bruno', 'decision.vote', { ...about, vote: 'consent' });
  if (BETWEEN.has(command)) await room.do('Bruno', 'decision.object', { ...about, reason: 'Non.' });
  if (BETWEEN.has(command) || ENDED.has(command)) {
    await room.do('Nadia', 'decision.close', { ...about, reason: 'Voilà.' });
    await room.fill('Nadia', {});
  }
  if (!ENDING.has(command)) ready.set(command, number);
  return number;
}

/** Nothing that somebody can send breaks anything, or is repeated with its poison. */
function harmless(view: View, what: string): void {
  const text = textOf(view);
  expect(text, what).not.toMatch(/par notre faute|the fault is ours/);
  expect(text, what).not.toMatch(/\n\s+at |node:internal|\bTypeError\b|Prisma/);
  // A form gives back what was typed, to the one who typed it.
  for (const shown of texts({ ...view, form: null })) {
    expect(DECEPTIVE.test(shown), `${what}: ${shown.slice(0, 60)}`).toBe(false);
    expect(shown.isWellFormed(), what).toBe(true);
  }
}

const free = ({ input, maxLength }: Command['params'][string]): boolean =>
  input === 'text' || (input === 'line' && maxLength !== 200);

/** Those that a number, a date or a choice could stumble on. */
const WORST = [
  'nul',
  'lone surrogates',
  'prototype',
  'number',
  'negative',
  'one hundred thousand',
].map((name) => HOSTILE[name] ?? '');

describe.each(commands)('$id', (command) => {
  const names = Object.keys(command.params).filter((name) => name !== 'decision');
  const right = Object.fromEntries(
    names.flatMap((name) => (RIGHT[name] ? [[name, RIGHT[name]]] : [])),
  );
  const told = names.filter((name) => {
    const param = command.params[name];
    return param && free(param);
  });
  const about = 'decision' in command.params;

  it('takes any value anywhere, or refuses it with a sentence', async () => {
    for (const text of WORST) {
      const everywhere = Object.fromEntries([...names, 'decision'].map((param) => [param, text]));
      harmless(await room.do('Nadia', command.id, everywhere), text.slice(0, 20));
    }
  });

  if (told.length === 0) return;
  it('takes any text where texts are wanted', async () => {
    for (const [name, text] of Object.entries(HOSTILE)) {
      const decision = about ? { decision: await decisionFor(command.id) } : {};
      const texts = Object.fromEntries(told.map((param) => [param, text]));
      const view = await room.do('Nadia', command.id, { ...right, ...decision, ...texts });
      harmless(view, name);
      if (view.form) harmless(await room.fill('Nadia', {}), `${name}, sent`);
    }
  }, 120_000);
});

it('all of it can be said, and none of it is kept as it was sent', async () => {
  await t.restart();
  const { messages } = t.web;
  for (const { view } of messages)
    for (const one of [view.fr, view.en]) harmless(one, one.reference);
  expect(t.log.lines).toEqual([]);
  const { dialogues: _, ...rest } = await tables(t.database);
  const kept = Object.entries(rest).filter(([name]) => !name.startsWith('bullmq'));
  for (const [name, rows] of kept) {
    for (const row of rows) {
      for (const value of texts(row))
        expect(DECEPTIVE.test(value), `${name}: ${value.slice(0, 40)}`).toBe(false);
    }
  }
}, 120_000);

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('anything typed', () => {
  const names = [
    'décision',
    'décision proposer',
    'voter',
    'ecc',
    'ecc régler',
    'aide',
    'objecter',
    'voir',
  ];
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '"',
      '«',
      '»',
      '“',
      ':',
      '--',
      'D-1',
      'titre:',
      '--échéance=',
      ' ',
      '\n',
      '{',
      '<b>',
      '__proto__',
    ),
  );
  const line = fc
    .tuple(fc.option(fc.constantFrom(...names)), fc.array(piece, { maxLength: 8 }))
    .map(([name, pieces]) => [name ?? '', ...pieces].join(' '));

  it('is answered', async () => {
    await fc.assert(
      fc.asyncProperty(line, async (text) =>
        harmless(await room.say('Bruno', text), JSON.stringify(text)),
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('is completed', async () => {
    await fc.assert(
      fc.asyncProperty(line, async (text) => {
        expect((await room.complete('Bruno', text)).length).toBeLessThanOrEqual(25);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it.each(Object.entries(HOSTILE))(
    'of the hostile kind (%s) is answered and completed',
    async (_name, text) => {
      for (const typed of [text, `proposer ${text}`]) {
        harmless(await room.say('Bruno', typed), typed.slice(0, 40));
        await room.complete('Bruno', typed);
      }
    },
  );
});

describe('anything pressed or sent', () => {
  const ids = commands.map(({ id }) => id);
  const values = fc.dictionary(
    fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom('__proto__', 'constructor', 'decision', 'vote', 'name'),
    ),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('1', '', 'x'.repeat(30_000)),
    ),
    { maxKeys: 5 },
  );

  it('with any argument is answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ids, 'decision.nothing', ''),
        values,
        async (command, args) => harmless(await room.do('Bruno', command, args), command),
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('in a form with any value is answered, and keeps only what it asks', async () => {
    await fc.assert(
      fc.asyncProperty(values, async (given) => {
        const form = await room.say('Bruno', 'proposer');
        harmless(await room.fill('Bruno', given, form), JSON.stringify(given).slice(0, 80));
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
