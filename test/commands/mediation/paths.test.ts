import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortenId } from '../../../src/kernel/ids.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';
import { textOf } from '../../support/text.js';
import { isErased, onlyRequest, readable, staysSecret } from './secrecy.js';
import { mediationRoom, SECRETS, STORY, WORD } from './support.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

const DAY = 86_400_000;
/** When what could not be finished at once is tried again. */
const AGAIN = 301_000;
const REPLY = 'Une loutre violette vous écoute.';
const THANKS = 'Merci, un tapir indigo.';
const ALL = [...SECRETS, 'loutre', 'tapir'];

async function asked(): Promise<TestRoom> {
  const room = await mediationRoom(t);
  await room.do('Nadia', 'mediation.ask', STORY);
  await room.press('Nadia', 'Laisser ECC choisir, et envoyer');
  return room;
}

async function accepted(): Promise<TestRoom> {
  const room = await asked();
  await room.press('Karim', 'Ouvrir');
  await room.press('Karim', 'J’accepte');
  return room;
}

describe('a request that is accepted', () => {
  let room: TestRoom;
  let id: string;
  it('is talked over under a pseudonym, in both directions', async () => {
    room = await accepted();
    id = await onlyRequest(t, room);
    const status = textOf(await room.say('Karim', 'médiation suivre'));
    const [, pseudonym = ''] = /Vous accompagnez (.+)/.exec(status) ?? [];
    expect(pseudonym).toMatch(/^\p{Lu}\p{Ll}+$/u);
    expect(pseudonym).not.toBe('Nadia');
    await play(room, [
      ['Karim', '[Écrire]', 'Votre message'],
      ['Karim', { text: REPLY }, 'Votre message est transmis'],
      ['Nadia', 'sees', WORD],
      ['Nadia', '[Ouvrir]', ['Karim vous accompagne', `Vous restez ${pseudonym}`]],
      ['Nadia', '[Messages]', ['Messages avec Karim', `> ${REPLY}`]],
      ['Nadia', '[Écrire]', 'Votre message'],
      ['Nadia', { text: THANKS }, 'transmis'],
      ['Karim', '/médiation messages', [`Messages avec ${pseudonym}`, `> ${THANKS}`, 'Vous, ']],
    ]);
    const seen = textOf(await room.say('Karim', 'médiation messages'));
    expect(seen).not.toContain('Nadia');
    await staysSecret(t, ALL);
    expect(await room.seen()).toEqual([]);
  });

  it('tells its author who read what, and to the mediator who they are once they say so', async () => {
    await play(room, [
      ['Nadia', '/médiation suivre', '[Qui a lu]'],
      ['Nadia', '[Qui a lu]', 'Karim a lu les messages, samedi 21 novembre'],
      ['Nadia', '/médiation suivre', '[Dire qui je suis]'],
      ['Nadia', '[Dire qui je suis]', 'Cela ne se reprend pas.'],
      ['Nadia', {}, 'Votre nom est donné : Nadia'],
      ['Karim', '/médiation suivre', 'Vous accompagnez Nadia'],
    ]);
    for (const who of ['Bruno', 'Dao', 'Lou']) {
      expect(textOf(await room.say(who, 'médiation suivre'))).toContain('Aucune demande en cours.');
    }
    expect(textOf(await room.say('Bruno', 'ecc moi'))).not.toMatch(/médiation/i);
  });

  it('survives a new process', async () => {
    await t.restart();
    expect(textOf(await room.say('Nadia', 'médiation messages'))).toContain(REPLY);
  });

  it('closed, is read by its people until the day announced, then is nowhere', async () => {
    await play(room, [
      ['Nadia', '/médiation clore', 'Tout sera effacé après le délai annoncé'],
      ['Nadia', {}, ['Cette demande est terminée', 'Tout sera effacé lundi 21 décembre']],
      ['Karim', '/médiation suivre', 'La demande de Nadia est terminée'],
      ['Karim', '/médiation écrire bonjour', 'Aucune demande ne s’y prête'],
    ]);
    await t.pass(29 * DAY);
    expect(textOf(await room.say('Nadia', 'médiation messages'))).toContain(REPLY);
    await staysSecret(t, ALL);
    const before = await readable(t);
    expect(before).toContain(id);
    await t.pass(2 * DAY);
    await t.pass(AGAIN);
    await isErased(t, room, id);
    expect(textOf(await room.say('Nadia', 'médiation suivre'))).toContain('Aucune demande');
  });
});

it('erased at any step, it is nowhere, and its buttons open nothing', async () => {
  const room = await accepted();
  const id = await onlyRequest(t, room);
  await room.press('Karim', 'Écrire');
  await room.fill('Karim', { text: REPLY });
  await room.say('Nadia', 'médiation effacer');
  await play(room, [['Nadia', {}, 'Tout est effacé']]);
  const { mediations = [], mediation_pages: pages = [] } = await tables(t.database);
  expect(JSON.stringify([mediations, pages])).not.toContain(id);
  await t.pass(2_000);
  await t.pass(AGAIN);
  await isErased(t, room, id);
  const open = { command: 'mediation.talk', args: { case: shortenId(id) } };
  for (const who of ['Nadia', 'Karim']) {
    expect(textOf(await room.act(who, open))).toContain(
      'n’est pas, ou n’est plus, parmi les vôtres',
    );
  }
});

it('a mediator steps back: they read no more, and its author chooses what comes next', async () => {
  const room = await accepted();
  await room.press('Karim', 'Écrire');
  await room.fill('Karim', { text: REPLY });
  await room.say('Karim', 'médiation suivre');
  const id = await onlyRequest(t, room);
  await play(room, [
    ['Karim', '[Me retirer]', 'Vous ne pourrez plus rien lire'],
    ['Karim', {}, 'Vous n’accompagnez plus cette demande'],
    ['Nadia', '/médiation suivre', 'Karim s’est retiré·e et ne lit plus votre demande.'],
    ['Nadia', '[Laisser ECC choisir, et envoyer]', 'Lou la reçoit'],
    ['Lou', '[Ouvrir]', 'Une personne demande'],
    ['Lou', '[J’accepte]', 'Vous accompagnez'],
    ['Lou', '[Messages]', 'Rien n’a encore été écrit.'],
    ['Nadia', '/médiation messages', REPLY],
  ]);
  const talk = { command: 'mediation.talk', args: { case: shortenId(id) } };
  expect(textOf(await room.act('Karim', talk))).toContain('n’est plus entre vos mains');
  await staysSecret(t, ALL);
});

it('a mediator who is unnamed, or leaves, is passed over; nobody learns why', async () => {
  const room = await asked();
  await room.do('Bruno', 'mediation.unname', { member: 'Karim' });
  await t.settle();
  await play(room, [
    ['Nadia', '/médiation suivre', ['Lou l’a reçue', 'Avant cela, sans suite : Karim']],
  ]);
  const { prisma } = t.database;
  const community = await room.community();
  const lou = await prisma.member.findFirstOrThrow({
    where: { communityId: community, name: 'Lou' },
  });
  await prisma.account.deleteMany({ where: { memberId: lou.id } });
  await prisma.member.delete({ where: { id: lou.id } });
  await t.pass(DAY);
  await play(room, [['Nadia', '/médiation suivre', 'Votre demande attend votre choix']]);
  await staysSecret(t);
});

it('its author gone, it ends by itself, its mediator is told, and it is erased in time', async () => {
  const room = await accepted();
  const id = await onlyRequest(t, room);
  const { prisma } = t.database;
  const community = await room.community();
  const nadia = await prisma.member.findFirstOrThrow({
    where: { communityId: community, name: 'Nadia' },
  });
  await prisma.account.deleteMany({ where: { memberId: nadia.id } });
  await prisma.member.delete({ where: { id: nadia.id } });
  await t.pass(DAY + 3_600_000);
  expect(textOf(await room.say('Karim', 'médiation suivre'))).toContain('est terminée');
  await t.pass(31 * DAY);
  await t.pass(AGAIN);
  await isErased(t, room, id);
});

it('its key lost, it opens for nobody, breaks nothing, and its author is told what to do', async () => {
  const room = await asked();
  const id = await onlyRequest(t, room);
  t.keys.held.delete(id);
  await t.pass(DAY * 3);
  for (const who of ['Nadia', 'Karim', 'Bruno']) {
    expect(textOf(await room.say(who, 'médiation suivre'))).toContain('sa clé est perdue');
  }
  const open = { command: 'mediation.open', args: { case: shortenId(id) } };
  expect(textOf(await room.act('Nadia', open))).toContain('n’est pas, ou n’est plus');
  await room.do('Nadia', 'mediation.ask', STORY);
  expect(textOf(await room.press('Nadia', 'Laisser ECC choisir, et envoyer'))).toContain(
    'la reçoit',
  );
  expect(t.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  await t.pass(401 * DAY);
  await t.pass(AGAIN);
  expect((await readable(t)).includes(id)).toBe(false);
});

it('linked accounts are one person, who is asked once and asks as one', async () => {
  const room = await mediationRoom(t);
  await room.arrive('Nadia bis');
  const offered = textOf(await room.say('Nadia', 'ecc lier'));
  const [code = ''] = /[A-Z\d]{4}-[A-Z\d]{6}/.exec(offered) ?? [];
  await room.do('Nadia', 'mediation.ask', STORY);
  expect(textOf(await room.say('Nadia bis', 'médiation suivre'))).toContain('Aucune demande');
  await room.say('Nadia bis', `ecc lier ${code}`);
  expect(textOf(await room.say('Nadia bis', 'médiation suivre'))).toContain('avant de partir');
  await room.do('Bruno', 'mediation.name', { member: 'Nadia' });
  const draft = textOf(await room.say('Nadia bis', 'médiation suivre'));
  expect(draft).toContain('parmi : Karim et Lou.');
});

it('numbers are shown by quarter once it is over, and none under five', async () => {
  const room = await mediationRoom(t);
  await room.do('Bruno', 'mediation.rules', {});
  for (let one = 0; one < 5; one++) {
    await room.do('Dao', 'mediation.ask', { happening: 'Un désaccord.' });
    await room.press('Dao', 'Laisser ECC choisir, et envoyer');
    await room.say('Dao', 'médiation effacer');
    await room.fill('Dao', {});
  }
  await room.do('Nadia', 'mediation.ask', STORY);
  await room.press('Nadia', 'Laisser ECC choisir, et envoyer');
  expect(textOf(await room.say('Bruno', 'médiation chiffres'))).toContain('Rien à montrer');
  expect(textOf(await room.say('Dao', 'médiation chiffres'))).toContain('personnes qui facilitent');
  t.clock.pass(100 * DAY);
  const shown = textOf(await room.say('Bruno', 'médiation chiffres'));
  expect(shown).toMatch(/trimestre \d{4} : 6 demandes\n/);
});
