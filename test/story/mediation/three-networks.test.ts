import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareText } from '../../adapters/discord/bare.js';
import { tables } from '../../support/tables.js';
import { onDiscord, onMatrix, onSlack, SLACK_ROOM, type Somebody } from './people.js';
import { type Three, threeNetworks } from './three.js';

const WHAT = 'Des mots au sujet du xylophone mauve.';
const REPLY = 'Une loutre violette vous écoute.';
const THANKS = 'Merci, un tapir indigo.';
const SECRETS = ['xylophone', 'loutre', 'tapir', 'Médiation', 'médiation'];
const WORD = 'Un mot pour vous';
const DAY = 86_400_000;

let three: Three;
let roomId: string;
let nadia: Somebody;
let karim: Somebody;
let lou: Somebody;
beforeAll(async () => {
  three = await threeNetworks();
  const { homeserver, slack, bot } = three;
  slack.addChannel(SLACK_ROOM, 'atelier');
  const host = homeserver.register('karim', 'x', 'Karim');
  roomId = homeserver.createRoom(host, { name: 'Atelier' });
  homeserver.invite(roomId, host, bot);
  nadia = onDiscord(three, 'Nadia');
  karim = onMatrix(three, 'Karim', roomId);
  lou = onSlack(three, 'Lou');
}, 240_000);
afterAll(() => three?.close());

/** What everybody can read in the three rooms, the notices that people asked for apart. */
function inRooms(): string {
  const { discord, slack, homeserver, bot } = three;
  const matrix = homeserver.room(roomId).events.filter(({ sender }) => sender === bot);
  return JSON.stringify([
    [...discord.world.messages.values()].filter(({ onlyFor }) => onlyFor === null).map(bareText),
    slack.state.messages.filter((one) => one.channel === SLACK_ROOM && one.onlyFor === null),
    matrix.map(({ type, content }) => [type, content]),
  ]);
}

async function staysSecret(): Promise<void> {
  const rooms = inRooms();
  for (const word of SECRETS) expect(rooms).not.toContain(word);
  const all = `${JSON.stringify(await tables(three.database))}${JSON.stringify(three.log.lines)}`;
  for (const word of SECRETS.slice(0, 3)) expect(all).not.toContain(word);
  expect(three.homeserver.room(roomId).events.some(({ type }) => type === 'm.typing')).toBe(false);
}

const codeFrom = async (who: Somebody): Promise<string> => {
  await who.says('ecc relier');
  const [code = ''] = /[A-Z\d]{4}-[A-Z\d]{6}/.exec(await who.reads('dix minutes')) ?? [];
  return code;
};

test('asked on Discord, declined on Slack, accepted on Matrix, relayed, ended, erased', {
  timeout: 600_000,
}, async () => {
  await nadia.says('ecc aide');
  await lou.says(`relier ${await codeFrom(nadia)}`);
  await lou.reads('fait maintenant partie');
  await karim.says(`ecc relier ${await codeFrom(nadia)}`);
  await karim.reads('fait maintenant partie');
  for (const name of ['Karim', 'Lou']) await named(name);

  await nadia.says('médiation demander');
  await nadia.fills({ 'Ce qui se passe': WHAT });
  expect(await nadia.reads('avant de partir')).toContain('Karim');
  await nadia.presses('Lou');
  await nadia.reads('Lou la reçoit');
  await lou.reads(WORD);
  await lou.presses('Ouvrir');
  await lou.reads('Une personne demande');
  await lou.presses('Lire la demande');
  await lou.reads(WHAT);
  await lou.presses('Je ne peux pas');
  await lou.reads('C’est noté');
  await staysSecret();

  await karim.reads(WORD);
  await karim.presses('Ouvrir');
  await karim.reads('Une personne demande');
  await karim.presses('J’accepte');
  await karim.reads('Vous accompagnez');
  await karim.presses('Écrire');
  await karim.reads('Votre message');
  await karim.fills({ message: REPLY });
  await karim.reads('Votre message est transmis');

  await nadia.reads(WORD);
  await nadia.presses('Ouvrir');
  await nadia.reads('Karim vous accompagne');
  await nadia.presses('Messages');
  await nadia.reads(REPLY);
  await nadia.presses('Écrire');
  await nadia.fills({ Message: THANKS });
  await nadia.reads('transmis');
  await karim.says('médiation messages');
  expect(await karim.reads(THANKS)).not.toContain('Nadia');
  await staysSecret();

  await nadia.says('médiation suivre');
  await nadia.reads('Karim vous accompagne');
  await nadia.says('médiation clore');
  await nadia.presses('Oui, y mettre fin');
  await nadia.reads('Cette demande est terminée');
  three.clock.pass(31 * DAY);
  await three.until('everything is taken away', async () => {
    const { whispers = [], mediations = [] } = await tables(three.database);
    const kept = [nadia, karim, lou].flatMap((who) => who.keeps()).join('\n');
    const left = [...SECRETS.slice(0, 3), WORD].filter((word) => kept.includes(word));
    return whispers.length + mediations.length + left.length === 0;
  });
  expect([...three.keys.held.keys()].filter((name) => !name.startsWith('day-'))).toEqual([]);
  await staysSecret();
});

async function named(name: string): Promise<void> {
  await nadia.says(`médiation nommer`);
  await nadia.fills({ Personne: name });
  await nadia.reads(`${name} peut maintenant`);
}
