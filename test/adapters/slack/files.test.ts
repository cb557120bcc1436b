import { afterAll, beforeAll, expect, test } from 'vitest';
import { inputsOf, readBlocks } from '../../platforms/slack/reading.js';
import { png } from '../../support/receipts.js';
import { plainBlanks } from '../../support/text.js';
import { ROOM, slackWorld } from './support/world.js';

let t: Awaited<ReturnType<typeof slackWorld>>;
const BRUNO = 'UBRUNO';
beforeAll(async () => {
  t = await slackWorld();
  t.slack.addUser(BRUNO, 'Bruno');
  t.slack.addUser('UNADIA', 'Nadia');
  await slash('UNADIA', '/richesse', 'ouvrir Festival');
}, 120_000);
afterAll(() => t?.close());

async function quiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  await t.idle();
  await t.settle();
}

async function slash(user: string, command: string, text: string): Promise<void> {
  t.slack.people.dismiss(user);
  await t.slack.people.slash(user, ROOM, command, text);
  await quiet();
}

const windowOf = (user: string) => {
  const found = t.slack.state.windows.findLast((one) => one.user === user);
  if (!found) throw new Error(`${user} has no window`);
  return found;
};

const lastTo = (user: string) => {
  const { messages } = t.slack.state;
  const found = messages.findLast((one) => one.onlyFor === user || one.channel === `D${user}`);
  return plainBlanks(found ? readBlocks(found.blocks) || found.text : '');
};

/** In their window or in a message: when the answer is slow, Slack shows it in the window. */
const shownTo = (user: string): string => {
  const open = t.slack.state.windows.filter((one) => one.user === user);
  const inWindows = open.map(({ view, errors }) =>
    [readBlocks(view.blocks), ...Object.values(errors)].join('\n'),
  );
  return plainBlanks([...inWindows, lastTo(user)].join('\n'));
};

test('a window takes a file, tells a wrong one, and keeps the rest', async () => {
  await slash(BRUNO, '/frais', 'déclarer');
  const window = windowOf(BRUNO);
  const typed = { Montant: '45 €', Quoi: 'peinture' };
  const wrong = { name: 'ticket.png', bytes: Buffer.from('<script>alert(1)</script>') };
  await t.slack.people.submit(window, typed, { Fichier: wrong });
  await quiet();
  expect(shownTo(BRUNO)).toContain('ni un PDF');
  expect(inputsOf(windowOf(BRUNO).view.blocks).length).toBeGreaterThan(2);
  const right = { name: 'ticket.png', bytes: png('hippocampe') };
  await t.slack.people.submit(windowOf(BRUNO), {}, { Fichier: right });
  await quiet();
  expect(shownTo(BRUNO)).toContain('ticket.png (1 ko), joint par Bruno');
});

test('a file written to ECC with a command is what the command takes', async () => {
  const direct = { id: `D${BRUNO}`, name: '', direct: BRUNO, invited: true };
  t.slack.state.channels.set(direct.id, direct);
  const given = { name: 'autre.png', bytes: png('autre') };
  await t.slack.people.give(BRUNO, 'frais justificatif E-1', given);
  await quiet();
  expect(lastTo(BRUNO)).toContain('Le justificatif de E-1 est gardé');
  const before = t.slack.state.messages.length;
  await t.slack.people.give(BRUNO, '', given);
  await quiet();
  expect(t.slack.state.messages).toHaveLength(before);
});

test('it comes back as a file, where only who asked reads', async () => {
  await slash('UNADIA', '/frais', 'voir E-1');
  const page = t.slack.state.messages.findLast(({ onlyFor }) => onlyFor === 'UNADIA');
  if (!page) throw new Error('nothing was shown');
  await t.slack.people.press('UNADIA', page, 'Lire un justificatif', ['Lire ticket.png']);
  await quiet();
  const given = [...t.slack.state.files.values()].filter(({ channel }) => channel !== null);
  expect(given.map(({ name, channel }) => [name, channel])).toEqual([['ticket.png', 'DUNADIA']]);
  expect(Buffer.from(given[0]?.bytes ?? []).equals(png('hippocampe'))).toBe(true);
});

test('where the permission was not given, it is said what to do', async () => {
  const { state } = t.slack;
  state.scopes.splice(state.scopes.indexOf('files:write'), 1);
  await slash('UNADIA', '/frais', 'voir E-1');
  const page = state.messages.findLast(({ onlyFor }) => onlyFor === 'UNADIA');
  if (!page) throw new Error('nothing was shown');
  await t.slack.people.press('UNADIA', page, 'Lire un justificatif', ['Lire ticket.png']);
  await quiet();
  expect(lastTo('UNADIA')).toContain('files:write');
});
