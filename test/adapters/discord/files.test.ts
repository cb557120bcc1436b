import { afterAll, beforeAll, expect, test } from 'vitest';
import { png } from '../../support/receipts.js';
import { plainBlanks } from '../../support/text.js';
import { bareText } from './bare.js';
import { discordDriver } from './driver.js';

let driver: Awaited<ReturnType<typeof discordDriver>>;
let people: typeof driver.people;
beforeAll(async () => {
  driver = await discordDriver();
  people = driver.people;
  await driver.command('Nadia', 'richesse ouvrir nom:Festival');
}, 120_000);
afterAll(() => driver?.close(), 60_000);

/** What somebody was last shown. */
const last = (who: string) => {
  const { id } = people.person(who);
  const shown = [...driver.discord.world.messages.values()].findLast((one) => one.onlyFor === id);
  if (!shown) throw new Error(`${who} sees nothing`);
  return { ...shown, said: plainBlanks(bareText(shown)) };
};

const spend = { montant: '45 €', quoi: 'peinture', contexte: 'Festival' };

test('a receipt is an option of the command, and comes back to who asks alone', async () => {
  const bruno = people.person('Bruno');
  const ticket = { name: 'ticket.jpg', bytes: png('hippocampe') };
  await people.slash(bruno, 'frais déclarer', spend, { fichier: ticket });
  expect(last('Bruno').said).toContain('ticket.png (1 ko), joint par Bruno');
  await people.press(bruno, last('Bruno'), 'Lire ticket.png');
  const { files, onlyFor } = last('Bruno');
  expect(onlyFor).toBe(bruno.id);
  expect(files).toEqual([expect.objectContaining({ name: 'ticket.png' })]);
  expect(files[0]?.text).toContain('hippocampe');
});

test('a button opens a window that takes a file; a wrong one is told, the right one taken', async () => {
  const bruno = people.person('Bruno');
  await people.slash(bruno, 'frais voir', { note: 'E-1' });
  await people.press(bruno, last('Bruno'), 'Joindre un justificatif');
  const wrong = { name: 'page.pdf', bytes: Buffer.from('<script>alert(1)</script>') };
  await people.submit(bruno, {}, undefined, { Fichier: wrong });
  expect(last('Bruno').said).toContain('ni un PDF');
  await people.press(bruno, last('Bruno'), 'Corriger');
  await people.submit(bruno, {}, undefined, { Fichier: { name: 'b.png', bytes: png('b') } });
  expect(last('Bruno').said).toContain('Le justificatif de E-1 est gardé');
  expect(driver.discord.world.refusals).toEqual([]);
});

test('a file that its network does not give any more is said so, and the rest is kept', async () => {
  const bruno = people.person('Bruno');
  const { uploads } = driver.discord.world;
  const set = uploads.set.bind(uploads);
  uploads.set = () => uploads;
  const gone = { name: 'parti.png', bytes: png('parti') };
  await people.slash(bruno, 'frais déclarer', spend, { fichier: gone });
  uploads.set = set;
  expect(last('Bruno').said).toContain('n’a pas pu être lu');
});
