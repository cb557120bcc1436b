import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.js';
import { settled } from '../adapters/contract/settled.js';
import { CHANNEL } from '../platforms/discord/world.js';
import { testDatabase, testRedisUrl } from '../support/database.js';
import { type NetworkedHouse, networkedHouse } from '../support/networked.js';
import { until } from '../support/until.js';
import { discordNetwork } from './networks/discord.js';
import { matrixNetwork } from './networks/matrix.js';
import type { Network, Said } from './networks/network.js';
import { slackNetwork } from './networks/slack.js';

const VOTERS = 500;
const AT_ONCE = 10;
const POLL = { interval: 20, timeout: 60_000 };
/** Of so many votes, whatever the machine: an edit shows several. */
const MOST_EDITS = VOTERS / 4;

let database: Database;
let ecc: NetworkedHouse;
let discord: Awaited<ReturnType<typeof discordNetwork>>;
let slack: Awaited<ReturnType<typeof slackNetwork>>;
let matrix: Awaited<ReturnType<typeof matrixNetwork>>;

beforeAll(async () => {
  database = await testDatabase();
  discord = await discordNetwork('Nadia');
  slack = await slackNetwork('Chloé');
  matrix = await matrixNetwork('Dao', {});
  const env = { ...discord.env, ...slack.env, ...matrix.env };
  ecc = await networkedHouse({ database, env, redisUrl: testRedisUrl() });
  await discord.command(
    'Nadia',
    'décision proposer titre:"Ouvrir le samedi" proposition:"À deux." méthode:accord ' +
      'échéance:"dans trois jours"',
  );
  await slack.command('Chloé', `link-room ${await code()}`);
  await matrix.command('Dao', `ecc relier ${await code()}`);
  for (const one of [discord, slack, matrix])
    await until(`the card on ${one.name}`, () => card(one));
});
afterAll(async () => {
  await ecc?.close();
  for (const network of [discord, slack, matrix]) await network?.kill();
  await database?.close();
});

test('500 votes make few edits on each network, within its limits, and the last is right', async () => {
  const networks: readonly Network[] = [discord, slack, matrix];
  await settled(database);
  const before = networks.map((one) => card(one)?.edits ?? 0);
  const began = Date.now();

  // Each network asks to wait in the middle of it, twice.
  await crowd(VOTERS / 2, 0);
  discord.discord.rest.refuse(2);
  slack.slack.limits.set('chat.update', [1, 1]);
  matrix.homeserver.limited = 2;
  await crowd(VOTERS / 2, VOTERS / 2);
  await settled(database);

  for (const [index, one] of networks.entries()) {
    const shown = card(one);
    const edits = (shown?.edits ?? 0) - (before[index] ?? 0);
    console.log(`${one.name}: ${edits} edits for ${VOTERS} votes`);
    const [voices, count] =
      one === slack
        ? [`${VOTERS} votes out of ${VOTERS + 3}`, '250 for, 250 against']
        : [`${VOTERS} voix sur ${VOTERS + 3}`, '250 pour, 250 contre'];
    expect(shown?.text).toContain(voices);
    expect(shown?.text).toContain(count);
    expect(edits).toBeGreaterThan(0);
    expect(edits).toBeLessThan(MOST_EDITS);
    // Never two in less than the network allows.
    const { editEveryMs } = ecc.adapters[index] ?? { editEveryMs: Number.NaN };
    expect(edits).toBeLessThanOrEqual((Date.now() - began) / editEveryMs + 1);
  }
  // They were asked to wait, did, and asked again no sooner than they were told.
  expect(discord.discord.rest.counts.limited).toBe(2);
  expect(matrix.homeserver.limited).toBe(0);
  const limited = slack.slack.state.calls.filter(({ error }) => error === 'ratelimited');
  expect(limited).toHaveLength(2);
  expect(discord.discord.rest.counts.impatient).toBe(0);
  expect(slack.slack.state.impatient).toBe(0);
  expect(matrix.homeserver.impatient).toBe(0);
  expect([...discord.faults(), ...matrix.faults()]).toEqual([]);
}, 600_000);

test('a network that was away for long is caught up with as soon as it is back', async () => {
  for (const one of [discord, slack, matrix]) {
    const platform = one.name.toLowerCase();
    const title = `Sans ${one.name}`;
    const { prisma } = database;
    await one.kill();
    await proposeFrom(one === discord ? 'matrix' : 'discord', title);
    const failed = { platform, attempts: { gt: 0 }, shown: { lt: prisma.delivery.fields.wanted } };
    await expect.poll(() => prisma.delivery.count({ where: failed }), POLL).toBeGreaterThan(0);
    // As after hours of absence: the next try is far.
    const dueAt = new Date(Date.now() + 3_600_000);
    await prisma.delivery.updateMany({
      where: { platform, shown: { lt: prisma.delivery.fields.wanted } },
      data: { dueAt },
    });
    await one.restart();
    const said = () => one.room().filter(({ text }) => text.includes(title)).length;
    await until(
      `“${title}” on ${one.name}`,
      () => said() > 0,
      () => JSON.stringify(one.room()),
    );
    await settled(database);
    expect(said()).toBe(1);
  }
}, 600_000);

/** Somebody of that network's room proposes, whatever network is away. */
async function proposeFrom(platform: 'discord' | 'matrix', title: string): Promise<void> {
  const roomId = platform === 'discord' ? CHANNEL : matrix.roomId;
  const userId = platform === 'discord' ? discord.people.person('Nadia').id : matrix.person('Dao');
  const view = await ecc.house.registry.dispatch({
    ...{ platform, eventId: `proposal-${title}`, locale: 'fr' },
    speaker: { userId, name: 'Nadia' },
    place: { roomId, name: 'atelier' },
    request: {
      type: 'line',
      text: `décision proposer "${title}" "Un essai." accord "dans trois jours"`,
    },
  });
  expect(JSON.stringify(view.title)).toContain('publiée');
}

const card = (network: Network): Said | undefined =>
  network.room().find(({ text }) => text.includes('D-1 · Ouvrir le samedi'));

/** A code that Nadia asks for, to link another room. */
async function code(): Promise<string> {
  const before = discord.told('Nadia').length;
  await discord.command('Nadia', 'ecc relier');
  return until(
    'a code',
    () => /[A-Z\d]{4}-[A-Z\d]{6}/.exec(discord.told('Nadia').slice(before).join('\n'))?.[0],
  );
}

/** So many people of the Discord channel vote, half of them against. */
async function crowd(size: number, from: number): Promise<void> {
  let next = from;
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    while (next < from + size) await vote(next++);
  });
  await Promise.all(lanes);
}

async function vote(index: number): Promise<void> {
  const userId = String(900_000_000_000_000_000n + BigInt(index));
  const view = await ecc.house.registry.dispatch({
    ...{ platform: 'discord', eventId: `burst-${index}`, locale: 'fr' },
    speaker: { userId, name: `Personne ${index}` },
    place: { roomId: CHANNEL, name: 'atelier' },
    request: { type: 'line', text: `voter D-1 ${index % 2 === 0 ? 'pour' : 'contre'}` },
  });
  expect(JSON.stringify(view.title)).toContain('noté');
}
