import { afterAll, beforeAll, expect, it } from 'vitest';
import type { View } from '../../../commands/view/view.js';
import { shortenId } from '../../../src/kernel/ids.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { openPassage } from '../../support/passage.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';
import { textOf } from '../../support/text.js';
import { type Visitor, visitor } from '../../support/visitor.js';
import { isErased, onlyRequest, readable, staysSecret } from './secrecy.js';
import { mediationRoom, SECRETS, STORY } from './support.js';

const DAY = 86_400_000;

let t: TestHouse;
let passage: Awaited<ReturnType<typeof openPassage>>;
beforeAll(async () => {
  passage = await openPassage();
  t = await testHouse(0, passage.reachedAt);
  passage.leadTo(t.house.passage);
});
afterAll(async () => {
  await t.close();
  await passage.stop();
});

const linkIn = (view: View): string => {
  const [link] = /http:\/\/\S+\/passage\/[\w-]{44}\/[\w-]{43}/.exec(textOf(view)) ?? [];
  if (!link) throw new Error(textOf(view));
  return link;
};

/** A request of Nadia's, and the link that she was given. */
async function offered(): Promise<{ room: TestRoom; link: string; id: string; act: object }> {
  const room = await mediationRoom(t);
  await room.do('Nadia', 'mediation.ask', STORY);
  const id = await onlyRequest(t, room);
  const before = await room.press('Nadia', 'Une personne extérieure, par un lien');
  expect(textOf(before)).toContain('ECC ne vérifie pas qui c’est');
  expect(textOf(before)).toContain('sept jours');
  const made = await room.fill('Nadia', {});
  return { room, link: linkIn(made), id, act: { case: shortenId(id) } };
}

/** Somebody who opened a link, and said what to be called. */
async function come(link: string, called = 'Camille'): Promise<Visitor> {
  const who = visitor();
  await who.open(link);
  await who.press('Ouvrir');
  if (called !== '') await who.fill({ called });
  return who;
}

const status = async (room: TestRoom): Promise<string> =>
  textOf(await room.say('Nadia', 'médiation suivre'));

it('a link is opened once, by a person and not by a look, and leads to the whole path', async () => {
  const { room, link, id } = await offered();
  expect(await status(room)).toContain('Personne ne l’a encore ouvert');

  const robot = visitor();
  const door = await robot.open(link);
  expect(door).toContain('Une personne vous remet ce lien en confiance');
  const invented = `${link.slice(0, -4)}AAAA`;
  expect(await visitor().open(invented)).toBe(door);
  for (const word of [...SECRETS, 'Sureau', 'médiation', 'Nadia']) {
    expect(robot.answer.html).not.toContain(word);
  }
  expect(await status(room)).toContain('Personne ne l’a encore ouvert');

  const camille = visitor();
  await camille.open(link);
  const welcome = await camille.press('Ouvrir');
  expect(camille.address).not.toContain(link.split('/').at(-1));
  expect(welcome).toContain('On vous demande d’accompagner quelqu’un');
  expect(welcome).toContain('Votre nom');
  for (const word of [...SECRETS, 'Nadia']) expect(camille.answer.html).not.toContain(word);
  expect(await status(room)).toContain('Quelqu’un de l’extérieur l’a ouvert');
  await staysSecret(t);

  const late = visitor();
  await late.open(link);
  expect(await late.press('Ouvrir')).toContain('Rien ne s’ouvre ici');
  expect(late.answer.status).toBe(404);

  expect(await camille.fill({ called: 'Camille' })).toContain('Une personne demande à être');
  expect(await status(room)).toContain('Camille (hors de la communauté) l’a ouvert');
  expect(await camille.press('Lire la demande')).toContain('xylophone mauve');
  expect(textOf(await room.press('Nadia', 'Qui a lu'))).toContain(
    'Camille (hors de la communauté) a lu la demande',
  );
  expect(await camille.press('J’accepte')).toContain('Vous accompagnez');
  await camille.press('Écrire');
  expect(await camille.fill({ text: 'Une loutre violette.' })).toContain('est transmis');
  expect(await status(room)).toContain('Camille (hors de la communauté) vous accompagne');
  expect(await status(room)).toContain('ECC ne peut ni la prévenir');
  expect(textOf(await room.press('Nadia', 'Messages'))).toContain('loutre violette');
  await room.press('Nadia', 'Écrire');
  await room.fill('Nadia', { text: 'Un tapir indigo.' });
  await camille.again();
  expect(await camille.press('Messages')).toContain('tapir indigo');
  await staysSecret(t, [...SECRETS, 'loutre violette', 'tapir indigo', 'Camille']);

  expect(await camille.press('Numéros d’urgence')).toContain('112');
  expect(camille.all()).toContain('Qui lit quoi');

  await room.say('Nadia', 'médiation clore');
  await room.fill('Nadia', {});
  expect(await camille.again()).toContain('Rien ne s’ouvre ici');
  await t.pass(31 * DAY);
  await t.pass(2000);
  await isErased(t, room, id);
  expect(await readable(t)).not.toContain('Camille');
});

it('with the others: the invitation, the shared conversation, dates, and an agreement', async () => {
  const { room, link } = await offered();
  const camille = await come(link);
  await camille.press('J’accepte');
  await room.say('Nadia', 'médiation inviter');
  await room.fill('Nadia', { member: 'Dao', invitation: 'Parlons du calendrier.' });
  await camille.again();
  expect(await camille.press('Les autres personnes')).toContain('Parlons du calendrier');
  await camille.press('D’autres mots pour Dao');
  await camille.fill({ invitation: 'Parlons ensemble.' });
  expect(textOf(await room.say('Nadia', 'médiation suivre'))).toContain('vous accompagne');
  await room.press('Nadia', 'Les autres personnes');
  await room.press('Nadia', 'Approuver le texte pour Dao');
  expect(await room.last('Un mot pour vous', 'Dao')).toContain('Ouvrir');
  const read = textOf(await room.press('Dao', 'Ouvrir'));
  expect(read).toContain('Camille (hors de la communauté) accompagne un échange');
  expect(read).toContain('Parlons ensemble.');
  await room.press('Dao', 'J’accepte');
  await room.say('Nadia', 'médiation suivre');
  await room.press('Nadia', 'Les autres personnes');
  await room.press('Nadia', 'Ouvrir la conversation commune');
  await room.fill('Nadia', {});
  await camille.again();
  await camille.press('Conversation commune');
  await camille.press('Écrire à tout le monde');
  expect(await camille.fill({ text: 'Bonjour à vous deux.' })).toContain('Nadia et Dao');
  const heard = textOf(await room.say('Dao', 'médiation ensemble'));
  expect(heard).toContain('Camille (hors de la communauté)');
  expect(heard).toContain('Bonjour à vous deux.');

  await camille.again();
  await camille.press('Rencontre');
  await camille.press('Proposer des dates');
  await camille.fill({ slots: 'mardi 18h\njeudi 18h' });
  await room.do('Dao', 'mediation.meeting');
  await camille.choose('Retenir une date', '1');
  expect(camille.text()).toMatch(/Rencontre : mardi \d+/);
  expect(camille.text()).not.toContain('Un mot vous sera envoyé');
  expect(textOf(await room.do('Dao', 'mediation.meeting'))).toMatch(/Rencontre : mardi \d+/);

  await camille.again();
  await camille.press('Conversation commune');
  await camille.press('Écrire un accord');
  await camille.press('Proposer un texte');
  await camille.fill({ wording: 'Chaque clé est notée au tableau.' });
  expect(camille.text()).toContain('Chaque clé est notée au tableau.');
  for (const who of ['Nadia', 'Dao']) {
    await room.do(who, 'mediation.terms');
    await room.press(who, 'Je confirme ce texte');
  }
  expect(textOf(await room.do('Dao', 'mediation.agreements'))).toContain('[Nadia et Dao,');
  await camille.again();
  await camille.press('Me retirer');
  expect(await camille.fill({})).toContain('Vous n’accompagnez plus');
  expect(camille.cookies.size).toBe(0);
  expect(await status(room)).toContain('Camille (hors de la communauté) s’est retiré·e');
});

it('a link that is withdrawn, renewed, or too old opens nothing, and neither does what it opened', async () => {
  const { room, link, act } = await offered();
  await room.do('Nadia', 'mediation.unlink', { ...act });
  expect(textOf(await room.fill('Nadia', {}))).toContain('Le lien est retiré');
  expect((await come(link, '')).text()).toContain('Rien ne s’ouvre ici');

  await room.do('Nadia', 'mediation.outside', { ...act });
  const second = linkIn(await room.fill('Nadia', {}));
  const first = await come(second);
  expect(first.text()).toContain('Une personne demande');
  await first.press('J’accepte');
  await room.do('Nadia', 'mediation.relink', { ...act });
  const third = linkIn(await room.fill('Nadia', {}));
  expect(await first.press('Messages')).toContain('Rien ne s’ouvre ici');
  expect(await status(room)).toContain('Un nouveau lien attend');
  const back = await come(third, '');
  expect(back.text()).toContain('Vous accompagnez');
  expect((await come(second, '')).text()).toContain('Rien ne s’ouvre ici');

  await t.pass(30 * DAY + 1000);
  expect(await back.again()).toContain('Rien ne s’ouvre ici');
  await room.do('Nadia', 'mediation.relink', { ...act });
  const fourth = linkIn(await room.fill('Nadia', {}));
  await t.pass(7 * DAY + 1000);
  expect((await come(fourth, '')).text()).toContain('Rien ne s’ouvre ici');
});

it('whoever declines, or lets the time pass, makes way for the next, and the requester knows', async () => {
  const declined = await offered();
  const camille = await come(declined.link);
  await camille.press('Je ne peux pas');
  expect(camille.text()).toContain('Rien d’autre n’est demandé');
  expect(await declined.room.last('Un mot pour vous', 'Karim')).toContain('Ouvrir');
  expect(await status(declined.room)).toContain('Avant cela, sans suite : Camille');
  expect(await camille.again()).not.toContain('xylophone');

  const silent = await offered();
  await t.pass(7 * DAY + 3_600_000);
  expect(await status(silent.room)).toContain('Karim l’a reçue');
  expect((await come(silent.link, '')).text()).toContain('Rien ne s’ouvre ici');
});

it('erased, it takes the place with it at once, and nothing of it is left', async () => {
  const { room, link, id, act } = await offered();
  const camille = await come(link);
  await camille.press('J’accepte');
  await room.do('Nadia', 'mediation.erase', { ...act });
  await room.fill('Nadia', {});
  expect(await camille.again()).toContain('Rien ne s’ouvre ici');
  await t.pass(2000);
  await isErased(t, room, id);
  await t.pass(3 * DAY);
  await t.tidy();
  expect([...t.keys.held.keys()].filter((name) => name === id)).toEqual([]);
});

it('a copy of the database tells neither a secret nor that there was a link', async () => {
  const { room, link } = await offered();
  const camille = await come(link);
  await camille.press('Lire la demande');
  const [ref = '', secret = ''] = new URL(link).pathname.split('/').slice(2);
  const session = camille.cookies.get('ecc_passage')?.value ?? '';
  expect(session).toHaveLength(43);
  const all = await readable(t);
  for (const one of [secret, session, ref, 'Camille', 'passage']) expect(all).not.toContain(one);
  expect(JSON.stringify(passage.log.lines)).toBe('[]');
  const { members = [], accounts = [] } = await tables(t.database);
  expect(JSON.stringify([members, accounts])).not.toContain('Camille');
  expect(await room.seen()).toEqual([]);
});
