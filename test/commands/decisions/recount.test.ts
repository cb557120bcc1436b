import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decodeAct, encodeAct } from '../../../commands/view/act-id.js';
import type { View } from '../../../commands/view/view.js';
import { tallyJson } from '../../../src/decisions/tally/tally.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import type { TestRoom } from '../../support/room.js';

const PEOPLE = ['=Nadia+1', '@Bruno', '-Chloé', '+Dao', 'Élie "le" fou, oui'] as const;

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive(...PEOPLE);
});

async function file(format: 'json' | 'csv'): Promise<string> {
  const { blocks } = await room.do(PEOPLE[1], 'decision.export', { decision: '1', format });
  const found = blocks.find((block) => block.type === 'file');
  if (found?.type !== 'file') throw new Error('no file');
  return found.text;
}

const KINDS: Record<string, [Record<string, string>, readonly string[]]> = {
  consent: [{}, ['consent', 'consent', 'objection', 'consent']],
  agreement: [
    { threshold: '2/3', quorum: '2' },
    ['agree', 'disagree', 'abstain', 'block', 'agree'],
  ],
  'secret agreement': [{ secret: 'yes' }, ['agree', 'disagree', 'agree']],
  choice: [{ options: 'Un\nDeux\n=Trois', max: '2' }, ['1,2', 'blank', '3', '3']],
  'secret choice': [{ options: 'Un\nDeux', secret: 'yes' }, ['1', '2', '1']],
};

describe.each(Object.entries(KINDS))('the file of a %s', (name, [rule, votes]) => {
  it('recounts to the very same result', async () => {
    const kind = name.replace('secret ', '');
    await room.propose(PEOPLE[0], { kind, ...rule });
    for (const [index, vote] of votes.entries()) {
      const reason = { reason: `=1+${index}; "dit"` };
      await room.do(PEOPLE[index] ?? '', 'decision.vote', { decision: '1', vote, ...reason });
    }
    await room.do(PEOPLE[0], 'decision.amend', {
      decision: '1',
      name: 'Titre',
      body: 'Autre texte.',
    });
    await room.do(PEOPLE[0], 'decision.confirm', { decision: '1' });
    if (!rule.secret) expect(tallyJson(await file('json')).ok).toBe(true);
    await t.at('2026-11-25T17:00:01Z');
    const recounted = tallyJson(await file('json'));
    const { result } = await t.database.prisma.decision.findFirstOrThrow({
      where: { communityId: await room.community() },
    });
    const kept = result as { result: unknown } | null;
    expect(recounted).toEqual({ ok: true, value: kept?.result });
    for (const cell of cellsOf(await file('csv'))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
});

/** RFC 4180, with the separator of French spreadsheets. */
function cellsOf(csv: string): string[] {
  const cells = [
    ...csv.replace('\uFEFF', '').matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(?:;|\r\n|$)/g),
  ];
  return cells.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');
}

it('every button of every view seen here has an id that keeps what it does', () => {
  const shown = t.web.messages.flatMap(({ view }) => [view.fr, view.en]);
  const acts = [...t.views, ...shown].flatMap((view: View) =>
    view.actions.flatMap((action) =>
      action.type === 'link' ? [] : [{ community: view.community, act: action.act }],
    ),
  );
  expect(acts.length).toBeGreaterThan(100);
  for (const { community, act } of acts) {
    const id = encodeAct(community, act);
    expect(id.length).toBeLessThanOrEqual(100);
    expect(decodeAct(id)).toEqual({ community, act });
  }
});
