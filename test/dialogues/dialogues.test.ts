import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.js';
import { createDialogues, type Dialogues } from '../../src/dialogues/service.js';
import { type AccountId, type CommunityId, newId } from '../../src/kernel/ids.js';
import { keyRing } from '../../src/kernel/secrets.js';
import { createVault } from '../../src/kernel/vault.js';
import { movingClock } from '../support/clock.js';
import { testDatabase } from '../support/database.js';

const clock = movingClock('2026-11-21T10:00:00Z');
const community = newId<'community'>(clock.now()) as CommunityId;
const account = newId<'account'>(clock.now()) as AccountId;
const content = {
  command: 'decision.block',
  settled: ['decision'],
  values: { decision: '1', reason: 'Pervenche' },
};

let database: Database;
let dialogues: Dialogues;
beforeAll(async () => {
  database = await testDatabase();
  const vault = createVault(keyRing([randomBytes(32)]));
  dialogues = createDialogues({ prisma: database.prisma, clock, vault });
});
afterAll(() => database.close());

it('a half-filled form is found again by its account only, and changes under its name', async () => {
  const id = await dialogues.save({ id: null, community, account, content });
  expect(await dialogues.find(account, id)).toEqual({ id, ...content });
  expect(await dialogues.find(newId(clock.now()), id)).toBeNull();
  expect(await dialogues.communityOf(id)).toBe(community);
  const next = { ...content, values: { reason: 'Glycine' } };
  expect(await dialogues.save({ id, community, account, content: next })).toBe(id);
  expect(await dialogues.find(account, id)).toEqual({ id, ...next });
});

it('nothing of it can be read in its row, not even its length', async () => {
  const lengths = new Set<number>();
  for (const reason of ['x', 'é'.repeat(1000)]) {
    const id = await dialogues.save({
      id: null,
      community,
      account,
      content: { ...content, values: { reason } },
    });
    const row = await database.prisma.dialogue.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toMatch(/block|Pervenche|é/);
    lengths.add(row.args.length);
  }
  expect(lengths.size).toBe(1);
});

it('one row cannot be passed off as another', async () => {
  const [a, b] = [
    await dialogues.save({ id: null, community, account, content }),
    await dialogues.save({ id: null, community, account, content }),
  ];
  const { args } = await database.prisma.dialogue.findUniqueOrThrow({ where: { id: a } });
  await database.prisma.dialogue.update({ where: { id: b }, data: { args } });
  await expect(dialogues.find(account, b)).rejects.toThrow('cannot be opened');
});

it('is removed in its own community only, and forgotten after a day', async () => {
  const id = await dialogues.save({ id: null, community, account, content });
  await dialogues.remove(newId<'community'>(clock.now()) as CommunityId, id);
  expect(await dialogues.find(account, id)).not.toBeNull();
  clock.pass(24 * 3_600_000 + 1);
  const fresh = await dialogues.save({ id: null, community, account, content });
  await dialogues.forgetOld();
  expect(await dialogues.find(account, id)).toBeNull();
  expect(await dialogues.find(account, fresh)).not.toBeNull();
  await dialogues.remove(community, fresh);
  expect(await dialogues.communityOf(fresh)).toBeNull();
});
