import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../support/until.js';
import { proposal, theCard } from '../contract/play.js';
import { discordDriver } from './driver.js';

let ecc: Awaited<ReturnType<typeof discordDriver>>;
beforeAll(async () => {
  ecc = await discordDriver();
});
afterAll(() => ecc?.close());

/** Votes on a decision of its own; gives what the card then counts, once all is shown. */
async function afterVoting(title: string, vote: (press: Press) => Promise<void>): Promise<string> {
  const { driver } = ecc;
  await driver.command('Nadia', proposal(title));
  const card = await theCard(driver, title);
  await vote(async (who) => {
    await driver.press(who, card, 'Je consens');
    const { people, discord } = ecc;
    const { id } = people.person(who);
    const told = [...discord.world.messages.values()].findLast(({ onlyFor }) => onlyFor === id);
    expect(JSON.stringify(told)).toContain('vous consentez');
  });
  return (await theCard(driver, title)).text;
}
type Press = (who: string) => Promise<void>;

test('while Discord takes nothing from the bot, votes are acknowledged, and shown later', async () => {
  const { rest, world } = ecc.discord;
  const text = await afterVoting('Fermer le lundi', async (press) => {
    rest.closeFor(5_000);
    for (const who of ['Sami', 'Inès', 'Malik']) await press(who);
    await until('the edit that is refused', () => rest.counts.globally === 1);
  });
  expect(text).toContain('3 voix');
  // Told once to wait, it waited; the three votes came as one edit or two.
  expect(rest.counts).toMatchObject({ globally: 1, impatient: 0 });
  expect(world.refusals).toEqual([]);
}, 120_000);

test('what was acknowledged outlives a connection that is cut, and one that is resumed', async () => {
  const { gateway } = ecc.discord;
  const { resumed } = gateway.counts;
  const text = await afterVoting('Ouvrir le mardi', async (press) => {
    await press('Sami');
    gateway.cut();
    // Pressed while nobody listens: heard when the connection is taken up again.
    await press('Inès');
    await until('a resumed session', () => gateway.counts.resumed > resumed);
    await press('Malik');
  });
  expect(text).toContain('3 voix');
}, 120_000);

test('what was acknowledged outlives a session that Discord forgot', async () => {
  const { gateway } = ecc.discord;
  const { identified } = gateway.counts;
  const text = await afterVoting('Fêter le jeudi', async (press) => {
    await press('Sami');
    gateway.forget();
    await until('a new session', () => gateway.counts.identified > identified);
    await press('Inès');
  });
  expect(text).toContain('2 voix');
}, 120_000);
