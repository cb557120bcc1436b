import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { manifestOf } from '../../../adapters/slack/manifest.js';
import { commands } from '../../../commands/commands.js';
import { surfaceOf } from '../../../commands/registry/surface.js';
import { inputsOf, readBlocks } from '../../platforms/slack/reading.js';
import { ROOM, slackWorld } from './support/world.js';

let t: Awaited<ReturnType<typeof slackWorld>>;
const MANIFEST = manifestOf(surfaceOf(commands), 'fr');
beforeAll(async () => {
  t = await slackWorld();
  t.slack.install(MANIFEST);
  t.slack.addUser('UNADIA', 'Nadia', { admin: true });
  t.slack.addUser('UBOB', 'Bob');
  await t.slack.reached();
  await t.slack.people.slash('UNADIA', ROOM, '/ecc', 'moi');
  await t.idle();
});
afterAll(() => t.close());
beforeEach(() => t.slack.people.dismiss('UNADIA'));

const windowOf = (user: string) => {
  const found = t.slack.state.windows.findLast((one) => one.user === user);
  if (!found) throw new Error(`no window for ${user}`);
  return found;
};
const boxes = (user: string): Record<string, string> =>
  Object.fromEntries(
    inputsOf(windowOf(user).view.blocks).map(({ label, element }) => [
      label.text,
      element.type === 'plain_text_input' ? (element.initial_value ?? '') : '',
    ]),
  );
const choose = async (said: { by: string; channel: string; text: string }): Promise<void> => {
  await t.slack.people.onMessage('UNADIA', 'Proposer une décision', said);
  await t.idle();
};

describe('the menu of a message', () => {
  it('makes it a proposal, quoted with its author and its address', async () => {
    const text = '<@UNADIA> et si on ouvrait\n*le samedi* &amp; le dimanche ?';
    await choose({ by: 'UBOB', channel: ROOM, text });
    const { Titre, Proposition } = boxes('UNADIA');
    expect(Titre).toBe('');
    expect(Proposition).toMatch(
      /^> @Nadia et si on ouvrait\n> \*le samedi\* & le dimanche \?\n\n— Bob · https:\/\/atelier\.slack\.com\/archives\/C0ATELIER\/p\d+$/,
    );
    await t.slack.people.submit(windowOf('UNADIA'), { Titre: 'Le samedi', Échéance: 'demain 18h' });
    await t.settle();
    const card = t.slack.state.messages.find((one) => one.channel === ROOM && !one.onlyFor);
    expect(readBlocks(card?.blocks ?? [])).toContain('et si on ouvrait');
    expect(t.slack.state.notified).toEqual([]);
  });

  it('takes one’s own words as they are, and nothing in them for something else', async () => {
    const text = 'titre:"Volé" échéance:demain /ecc rôle';
    await choose({ by: 'UNADIA', channel: ROOM, text });
    expect(boxes('UNADIA')).toMatchObject({ Titre: '', Proposition: text, Échéance: '' });
  });

  it('does without an address where ECC was not invited', async () => {
    t.slack.addChannel('CELSEWHERE', 'ailleurs', false);
    await choose({ by: 'UBOB', channel: 'CELSEWHERE', text: 'Une idée' });
    expect(boxes('UNADIA').Proposition).toBe('> Une idée\n\n— Bob');
  });
});

describe('the shortcut from anywhere', () => {
  it('opens what one can do, in the community one was last in', async () => {
    await t.slack.people.shortcut('UBOB', 'Ouvrir ECC');
    await t.idle();
    expect(readBlocks(windowOf('UBOB').view.blocks)).toContain('Écrivez d’abord une commande');
    await t.slack.people.slash('UBOB', ROOM, '/ecc', 'moi');
    await t.idle();
    t.slack.people.dismiss('UBOB');
    await t.slack.people.shortcut('UBOB', 'Ouvrir ECC');
    await t.idle();
    expect(readBlocks(windowOf('UBOB').view.blocks)).toContain('Proposer quelque chose à décider');
  });
});

it('a line in a direct conversation is heard in the community one belongs to', async () => {
  t.slack.state.channels.set('DUBOB', { id: 'DUBOB', name: '', direct: 'UBOB', invited: true });
  await t.slack.people.direct('UBOB', 'moi');
  await t.idle();
  const said = t.slack.state.messages.filter(({ channel }) => channel === 'DUBOB');
  expect(said.map(({ blocks }) => readBlocks(blocks)).join()).toContain('Vous êtes Bob');
});
