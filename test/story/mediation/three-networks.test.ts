import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareText } from '../../adapters/discord/bare.js';
import { tables } from '../../support/tables.js';
import { onDiscord, onMatrix, onSlack, SLACK_ROOM, type Somebody } from './people.js';
import { type Three, threeNetworks } from './three.js';

const WHAT = 'Des mots au sujet du xylophone mauve.';
const REPLY = 'Une loutre violette vous écoute.';
const THANKS = 'Merci, un tapir indigo.';
const INVITED = 'Parlons autour d’un ocelot turquoise.';
const TO_ALL = 'Un mammouth orange pour vous deux.';
const TERMS = 'Les clés du tatou indigo restent au crochet.';
const WORDS = ['xylophone', 'loutre', 'tapir', 'ocelot', 'mammouth', 'tatou'];
const SECRETS = [...WORDS, 'Médiation', 'médiation'];
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
  for (const word of WORDS) expect(all).not.toContain(word);
  expect(three.homeserver.room(roomId).events.some(({ type }) => type === 'm.typing')).toBe(false);
}

const codeFrom = async (who: Somebody): Promise<string> => {
  await who.says('ecc relier');
  const [code = ''] = /[A-Z\d]{4}-[A-Z\d]{6}/.exec(await who.reads('dix minutes')) ?? [];
  return code;
};

test('asked on Discord, declined on Slack, accepted on Matrix, relayed, shared, agreed, ended, erased', {
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

  await invited();
  await together();
  await agreed();
  await nadia.says('médiation clore');
  await nadia.presses('Oui, y mettre fin');
  await nadia.reads('Cette demande est terminée');
  three.clock.pass(31 * DAY);
  await three.until('everything is taken away', async () => {
    const { whispers = [], mediations = [] } = await tables(three.database);
    const kept = [nadia, karim, lou].flatMap((who) => who.keeps()).join('\n');
    const left = [...WORDS, WORD].filter((word) => kept.includes(word));
    return whispers.length + mediations.length + left.length === 0;
  });
  await lou.says('médiation accords');
  await lou.presses('Nadia et Lou, samedi 21 novembre');
  await lou.reads(TERMS);
  for (const who of [lou, nadia]) {
    if (who === nadia) {
      await who.says('médiation accords');
      await who.presses('Nadia et Lou, samedi 21 novembre');
    }
    await who.presses('Ne plus le garder');
    await who.presses('Oui, le laisser');
    await who.reads('Vous ne gardez plus cet accord');
  }
  three.clock.pass(2 * DAY);
  await three.until('the agreement is destroyed', async () =>
    [...three.keys.held.keys()].every((name) => name.startsWith('day-')),
  );
  await staysSecret();
});

/** Lou, who could not accompany, is the other person: invited on Slack, with a text of both. */
async function invited(): Promise<void> {
  await nadia.says('médiation inviter');
  await nadia.fills({ Personne: 'Lou', Texte: INVITED });
  await nadia.reads('Karim doit encore lire ce texte');
  await karim.says('médiation suivre');
  await karim.presses('Les autres personnes');
  await karim.reads(INVITED);
  await karim.presses('Approuver le texte pour Lou');
  await karim.reads('a reçu ce texte');
  await lou.says('médiation suivre');
  const known = await lou.reads('Une invitation à se parler');
  expect(known).toContain(INVITED);
  expect(known).not.toMatch(/Nadia|xylophone/);
  await lou.presses('J’accepte');
  await lou.reads('Vous prenez part à cet échange');
  await staysSecret();
}

async function together(): Promise<void> {
  await nadia.says('médiation suivre');
  await nadia.presses('Les autres personnes');
  await nadia.presses('Ouvrir la conversation commune');
  await nadia.presses('Oui, ouvrir sous mon nom');
  await nadia.reads('Lou : prend part à la conversation commune.');
  await lou.says(`médiation dire ${TO_ALL}`);
  await lou.reads('Le liront : Nadia et Karim.');
  await karim.says('médiation ensemble');
  await karim.reads(TO_ALL);
  await nadia.says('médiation ensemble');
  await nadia.reads(TO_ALL);
  await staysSecret();
}

async function agreed(): Promise<void> {
  await lou.says('médiation rédiger');
  await lou.fills({ Texte: TERMS });
  await lou.reads('Il manque : Nadia.');
  await nadia.says('médiation ensemble');
  await nadia.presses('Écrire un accord');
  await nadia.presses('Je confirme ce texte');
  await nadia.reads('Votre accord');
  await staysSecret();
}

async function named(name: string): Promise<void> {
  await nadia.says(`médiation nommer`);
  await nadia.fills({ Personne: name });
  await nadia.reads(`${name} peut maintenant`);
}
