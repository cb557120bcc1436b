import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareText } from '../../adapters/discord/bare.js';
import { openPassage } from '../../support/passage.js';
import { tables } from '../../support/tables.js';
import { type Visitor, visitor } from '../../support/visitor.js';
import { onDiscord, onSlack, SLACK_ROOM, type Somebody } from './people.js';
import { type Three, threeNetworks } from './three.js';

const WHAT = 'Des mots au sujet du xylophone mauve.';
const REPLY = 'Une loutre violette vous écoute.';
const INVITED = 'Parlons du tatou indigo.';
const TO_ALL = 'Un zèbre écarlate pour chaque personne.';
const TERMS = 'Les clés du quetzal restent au crochet.';
const SECRETS = ['xylophone', 'loutre', 'tatou', 'zèbre', 'quetzal'];
const CALLED = 'Philomène';
const DAY = 86_400_000;

let three: Three;
let page: Awaited<ReturnType<typeof openPassage>>;
let nadia: Somebody;
let dao: Somebody;
let link = '';
const philomene: Visitor = visitor();

beforeAll(async () => {
  page = await openPassage();
  three = await threeNetworks({ reachedAt: page.reachedAt });
  page.leadTo(three.passage);
  three.slack.addChannel(SLACK_ROOM, 'atelier');
  nadia = onDiscord(three, 'Nadia');
  dao = onSlack(three, 'Dao');
}, 240_000);
afterAll(async () => {
  await three?.close();
  await page?.stop();
});

/** Neither a word of it, nor who came, nor by what, in rooms, database, queue and logs. */
async function staysSecret(): Promise<void> {
  const { discord, slack, database, log } = three;
  const [ref = '', secret = ''] = new URL(link).pathname.split('/').slice(2);
  const session = philomene.cookies.get('ecc_passage')?.value ?? secret;
  const all = JSON.stringify([
    [...discord.world.messages.values()].filter(({ onlyFor }) => onlyFor === null).map(bareText),
    slack.state.messages.filter((one) => one.channel === SLACK_ROOM && one.onlyFor === null),
    ...[await tables(database), log.lines, page.log.lines],
  ]);
  for (const word of [...SECRETS, CALLED, ref, secret, session]) expect(all).not.toContain(word);
}

test('asked on Discord of somebody with a browser alone, joined on Slack, agreed, erased', {
  timeout: 1_800_000,
}, async () => {
  await nadia.says('ecc aide');
  await nadia.says('ecc relier');
  const [code = ''] = /[A-Z\d]{4}-[A-Z\d]{6}/.exec(await nadia.reads('dix minutes')) ?? [];
  await dao.says(`relier ${code}`);
  await dao.reads('fait maintenant partie');

  await nadia.says('médiation demander');
  await nadia.fills({ 'Ce qui se passe': WHAT });
  await nadia.reads('avant de partir');
  await nadia.presses('Une personne extérieure, par un lien');
  await nadia.reads('ECC ne vérifie pas qui c’est');
  await nadia.presses('Faire le lien');
  [link = ''] = /http:[^\s`]+/.exec(await nadia.reads('Votre lien est prêt')) ?? [];
  await staysSecret();

  // What looks at a link before a person does is not a person.
  expect(await visitor().open(link)).toContain('Un mot pour vous');
  await philomene.open(link);
  expect(await philomene.press('Ouvrir')).toContain('On vous demande d’accompagner');
  await nadia.reads('Un mot pour vous');
  await nadia.presses('Ouvrir');
  await nadia.reads('Votre lien a été ouvert');
  await philomene.fill({ called: CALLED });
  expect(await philomene.press('Lire la demande')).toContain(WHAT);
  await philomene.press('J’accepte');
  await philomene.press('Écrire');
  expect(await philomene.fill({ text: REPLY })).toContain('est transmis');
  await nadia.says('médiation messages');
  await nadia.reads(REPLY);
  await staysSecret();

  await nadia.says('médiation inviter');
  await nadia.fills({ Personne: 'Dao', Texte: INVITED });
  await nadia.reads('doit encore lire ce texte');
  await philomene.again();
  expect(await philomene.press('Les autres personnes')).toContain(INVITED);
  await philomene.press('Approuver le texte pour Dao');
  await dao.reads('Un mot pour vous');
  await dao.presses('Ouvrir');
  expect(await dao.reads(INVITED)).toContain(`${CALLED} (hors de la communauté)`);
  await dao.presses('J’accepte');
  await dao.reads('Vous prenez part à cet échange');
  await nadia.says('médiation suivre');
  await nadia.presses('Les autres personnes');
  await nadia.presses('Ouvrir la conversation commune');
  await nadia.presses('Oui, ouvrir sous mon nom');
  await nadia.reads('prend part à la conversation commune');
  await philomene.again();
  await philomene.press('Conversation commune');
  await philomene.press('Écrire à tout le monde');
  await philomene.fill({ text: TO_ALL });
  await dao.says('médiation ensemble');
  await dao.reads(TO_ALL);
  await philomene.again();
  await philomene.press('Conversation commune');
  await philomene.press('Écrire un accord');
  await philomene.press('Proposer un texte');
  expect(await philomene.fill({ wording: TERMS })).toContain(TERMS);
  await dao.says('médiation ensemble');
  await dao.presses('Écrire un accord');
  await dao.reads(TERMS);
  await dao.presses('Je confirme ce texte');
  await nadia.says('médiation ensemble');
  await nadia.presses('Écrire un accord');
  await nadia.presses('Je confirme ce texte');
  await nadia.reads('Votre accord');
  await staysSecret();

  await nadia.says('médiation clore');
  await nadia.presses('Oui, y mettre fin');
  await nadia.reads('Cette demande est terminée');
  expect(await philomene.again()).toContain('Rien ne s’ouvre ici');
  for (const who of [nadia, dao]) await who.says('médiation accords');
  await dao.reads('Les accords que vous gardez');
  three.clock.pass(31 * DAY);
  await three.until('all but the agreement is taken away', async () => {
    const { mediations = [], mediation_pages: pages = [] } = await tables(three.database);
    const kept = [nadia, dao].flatMap((who) => who.keeps()).join('\n');
    const left = [...SECRETS.slice(0, 4), CALLED, link].filter((word) => kept.includes(word));
    return mediations.length + pages.length + left.length === 0;
  });
  const { mediation_agreements: agreements = [] } = await tables(three.database);
  await three.until('its key is destroyed', () => {
    const keys = [...three.keys.held.keys()].filter((name) => !name.startsWith('day-'));
    return JSON.stringify(keys) === JSON.stringify(agreements.map(({ id }) => id));
  });
  await staysSecret();
});
