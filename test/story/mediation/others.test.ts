import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareText } from '../../adapters/discord/bare.js';
import { tables } from '../../support/tables.js';
import { onDiscord, onMatrix, onSlack, SLACK_ROOM, type Somebody } from './people.js';
import { type Three, threeNetworks } from './three.js';

const WHAT = 'Des mots au sujet du xylophone mauve.';
const INVITED = 'Parlons du tatou indigo.';
const TO_ALL = 'Une loutre violette pour chaque personne.';
const TERMS = 'Les clés du quetzal restent au crochet.';
const SECRETS = ['xylophone', 'tatou', 'loutre', 'quetzal'];
const WORD = 'Un mot pour vous';
const DAY = 86_400_000;

let three: Three;
let roomId: string;
let nadia: Somebody;
let karim: Somebody;
let dao: Somebody;
beforeAll(async () => {
  three = await threeNetworks();
  const { homeserver, slack, bot } = three;
  slack.addChannel(SLACK_ROOM, 'atelier');
  const host = homeserver.register('karim', 'x', 'Karim');
  roomId = homeserver.createRoom(host, { name: 'Atelier' });
  homeserver.invite(roomId, host, bot);
  nadia = onDiscord(three, 'Nadia');
  karim = onMatrix(three, 'Karim', roomId);
  dao = onSlack(three, 'Dao');
}, 240_000);
afterAll(() => three?.close());

/** No word of it in the three rooms, in the database, its queue and its log. */
async function staysSecret(): Promise<void> {
  const { discord, slack, homeserver, bot, database, log } = three;
  const rooms = JSON.stringify([
    [...discord.world.messages.values()].filter(({ onlyFor }) => onlyFor === null).map(bareText),
    slack.state.messages.filter((one) => one.channel === SLACK_ROOM && one.onlyFor === null),
    homeserver.room(roomId).events.filter(({ sender }) => sender === bot),
  ]);
  const held = JSON.stringify([await tables(database), log.lines]);
  for (const word of SECRETS) {
    expect(rooms).not.toContain(word);
    expect(held).not.toContain(word);
  }
}

const codeFrom = async (who: Somebody): Promise<string> => {
  await who.says('ecc relier');
  const [code = ''] = /[A-Z\d]{4}-[A-Z\d]{6}/.exec(await who.reads('dix minutes')) ?? [];
  return code;
};

test('asked on Discord, accompanied on Matrix, joined on Slack, agreed, erased', {
  timeout: 1_800_000,
}, async () => {
  await nadia.says('ecc aide');
  await dao.says(`relier ${await codeFrom(nadia)}`);
  await dao.reads('fait maintenant partie');
  await karim.says(`ecc relier ${await codeFrom(nadia)}`);
  await karim.reads('fait maintenant partie');
  await nadia.says('médiation nommer');
  await nadia.fills({ Personne: 'Karim' });
  await nadia.reads('Karim peut maintenant');

  await nadia.says('médiation demander');
  await nadia.fills({ 'Ce qui se passe': WHAT });
  await nadia.presses('Karim');
  await nadia.reads('Karim la reçoit');
  await karim.reads(WORD);
  await karim.presses('Ouvrir');
  await karim.reads('Une personne demande');
  await karim.presses('J’accepte');
  await karim.reads('Vous accompagnez');

  await nadia.says('médiation inviter');
  await nadia.fills({ Personne: 'Dao', Texte: INVITED });
  await nadia.reads('Karim doit encore lire ce texte');
  await karim.says('médiation suivre');
  await karim.presses('Les autres personnes');
  await karim.reads(INVITED);
  await karim.presses('Approuver le texte pour Dao');
  await karim.reads('a reçu ce texte');

  await dao.reads(WORD);
  await dao.presses('Ouvrir');
  expect(await dao.reads(INVITED)).not.toContain('xylophone');
  await dao.presses('J’accepte');
  await dao.reads('Vous prenez part à cet échange');
  await staysSecret();

  await nadia.says('médiation suivre');
  await nadia.presses('Les autres personnes');
  await nadia.presses('Ouvrir la conversation commune');
  await nadia.presses('Oui, ouvrir sous mon nom');
  await nadia.reads('prend part à la conversation commune');
  await karim.says(`médiation dire ${TO_ALL}`);
  await karim.reads('Le liront');
  await dao.says('médiation ensemble');
  await dao.reads(TO_ALL);

  await nadia.says('médiation rédiger');
  await nadia.fills({ Texte: TERMS });
  await nadia.reads('Version 1, écrite par Nadia');
  await dao.says('médiation ensemble');
  await dao.presses('Écrire un accord');
  await dao.reads(TERMS);
  await dao.presses('Je confirme ce texte');
  await dao.reads('Votre accord');
  await staysSecret();

  for (const who of [nadia, dao]) {
    await who.says('médiation accords');
    await who.reads('Les accords que vous gardez');
  }
  await nadia.says('médiation effacer');
  await nadia.presses('Oui, tout effacer');
  three.clock.pass(DAY);
  await three.until('all but the agreement is taken away', async () => {
    const { mediations = [], mediation_pages: pages = [] } = await tables(three.database);
    const kept = [nadia, karim, dao].flatMap((who) => who.keeps()).join('\n');
    const left = SECRETS.slice(0, 3).filter((word) => kept.includes(word));
    return mediations.length + pages.length + left.length === 0;
  });
  const { mediation_agreements: agreements = [] } = await tables(three.database);
  const keys = [...three.keys.held.keys()].filter((name) => !name.startsWith('day-'));
  expect(keys).toEqual(agreements.map(({ id }) => id));
  await staysSecret();
});
