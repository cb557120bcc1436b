import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOM_FAULTS } from '../../../src/journal/outbox/types.js';
import { shortenId } from '../../../src/kernel/ids.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import { roomsSettle } from '../../support/private-rooms.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';
import { textOf } from '../../support/text.js';
import { isErased, onlyRequest, staysSecret } from './secrecy.js';
import { mediationRoom, SECRETS, STORY, WORD } from './support.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

const DAY = 86_400_000;
const AGAIN = 301_000;

/** Karim accompanies Nadia, who has not said who she is. */
async function accepted(): Promise<TestRoom> {
  const room = await mediationRoom(t);
  await room.do('Nadia', 'mediation.ask', STORY);
  await room.press('Nadia', 'Laisser ECC choisir, et envoyer');
  await room.press('Karim', 'Ouvrir');
  await room.press('Karim', 'J’accepte');
  return room;
}

const words = async (room: TestRoom, who: string): Promise<number> =>
  (await room.seen(who)).filter((one) => one === WORD).length;

const opened = () => [...t.web.opened.values()];

describe('a date', () => {
  let room: TestRoom;
  it('is found between the two of them, in private, under a pseudonym', async () => {
    room = await accepted();
    await play(room, [
      ['Nadia', '/médiation rencontre', ['Aucune date n’est encore proposée', 'lui écrire']],
      ['Karim', '/médiation rencontre', '[Proposer des dates]'],
      ['Karim', '[Proposer des dates]', 'n’entrent pas dans l’agenda commun'],
      ['Karim', { slots: 'hier 18h\nmardi 18h' }, 'déjà passé'],
      ['Karim', { slots: 'mardi 18h' }, 'au moins deux dates'],
      [
        'Karim',
        { slots: 'mardi 18h\njeudi 20h\nsamedi 10h' },
        ['1. ★ mardi 24 novembre à 18 h', 'oui (Karim)', '[Retenir une date]'],
      ],
      ['Nadia', 'sees', WORD],
      ['Nadia', '/médiation rencontre', 'Quelles dates vous vont ?'],
      ['Nadia', '[Les dates qui me vont=2]', '2. ★ jeudi 26 novembre à 20 h'],
      ['Nadia', '[Si besoin, aussi=3]', 'si besoin ('],
    ]);
    const seen = textOf(await room.say('Karim', 'médiation rencontre'));
    expect(seen).not.toContain('Nadia');
    expect(textOf(await room.say('Nadia', 'médiation rencontre'))).not.toContain('[Retenir');
    await staysSecret(t, [...SECRETS, 'novembre']);
  });

  it('is chosen by who accompanies, and each is reminded at their own hours', async () => {
    await room.say('Nadia', 'ecc fuseau America/Montreal');
    await play(room, [
      ['Karim', '/médiation rencontre', 'Quelles dates'],
      ['Karim', '[Retenir une date=2]', 'Rencontre : jeudi 26 novembre à 20 h (heure de Paris)'],
      ['Nadia', '/médiation suivre', 'Rencontre : jeudi 26 novembre à 14 h (heure de Montréal)'],
    ]);
    const before = await words(room, 'Nadia');
    await t.at('2026-11-25T18:50:00Z');
    expect(await words(room, 'Nadia')).toBe(before);
    await t.at('2026-11-25T19:00:30Z');
    expect(await words(room, 'Nadia')).toBe(before + 1);
    await t.at('2026-11-26T18:00:30Z');
    expect(await words(room, 'Nadia')).toBe(before + 2);
    await t.pass(DAY);
    expect(await words(room, 'Nadia')).toBe(before + 2);
    expect(textOf(await room.say('Nadia', 'médiation suivre'))).not.toContain('Rencontre :');
  });

  it('leaves nothing in the agenda, its feeds, or what the room hears', async () => {
    const { polls = [], poll_answers: answers = [], events = [] } = await tables(t.database);
    expect([...polls, ...answers, ...events]).toEqual([]);
    expect(await room.seen()).toEqual([]);
    expect(textOf(await room.say('Nadia', 'agenda'))).toContain('Pas de rendez-vous');
    expect(JSON.stringify(await tables(t.database))).not.toMatch(/2026-11-26T20:00|jeudi/);
    expect(t.log.lines.map((line) => JSON.stringify(line)).join()).not.toMatch(/jeudi|novembre/);
  });

  it('that has passed is not chosen', async () => {
    const id = shortenId(await onlyRequest(t, room));
    const passed = await room.do('Karim', 'mediation.choose', { case: id, round: '1', slot: '1' });
    expect(textOf(passed)).toContain('déjà passée');
  });

  it('of before answers nothing once others are proposed', async () => {
    const id = shortenId(await onlyRequest(t, room));
    const suit = { case: id, round: '1', presence: 'yes', slots: '1' };
    await room.do('Karim', 'mediation.dates', { case: id, slots: 'lundi 18h ; mardi 18h' });
    const old = await room.do('Nadia', 'mediation.suit', suit);
    expect(textOf(old)).toContain('D’autres dates ont été proposées depuis');
    const wrong = await room.do('Nadia', 'mediation.suit', { ...suit, round: '2', slots: '9' });
    expect(textOf(wrong)).not.toContain('Se rencontrer');
  });
});

describe('a common room', () => {
  it('opens once both said yes, knowing what it shows, and closes with the mediation', async () => {
    const before = opened().length;
    const room = await accepted();
    const id = await onlyRequest(t, room);
    expect(textOf(await room.say('Karim', 'médiation rencontre'))).not.toContain('salon');
    await play(room, [
      ['Nadia', '/médiation rencontre', 'par messages relayés'],
      [
        'Nadia',
        '[Proposer un salon sur la page web]',
        ['votre pseudonyme n’y sert plus, et votre nom sera connu', 'Rien ne s’ouvre avant'],
      ],
      ['Nadia', {}, ['est proposé', '[Retirer ma proposition]']],
      ['Karim', '/médiation rencontre', ['Y entrer montre votre compte', 'gardé par le réseau']],
    ]);
    expect(textOf(await room.say('Karim', 'médiation rencontre'))).not.toContain('Nadia');
    expect(opened()).toHaveLength(before);
    await play(room, [['Karim', '[Oui, j’y entre]', 'Chaque personne a dit oui']]);
    await roomsSettle(t);
    const one = opened().at(-1);
    expect(one).toMatchObject({ state: 'open', title: 'Un échange privé' });
    expect([...(one?.people ?? [])].sort()).toEqual(['Karim', 'Nadia']);
    const place = `apart-${t.web.opened.size}`;
    const said = t.web.messages.filter(({ to }) => to.roomId === place).map(({ view }) => view.fr);
    expect(said.map(textOf)).toEqual([
      expect.stringContaining('Ce qui s’écrit ici n’est pas chiffré de bout en bout.'),
    ]);
    expect(textOf(said[0] as never)).not.toMatch(/médiat/i);
    await play(room, [
      ['Nadia', '/médiation rencontre', ['est ouvert', '[Y aller]']],
      ['Karim', '/médiation suivre', 'Vous accompagnez Nadia'],
    ]);
    expect(await room.seen()).toEqual([]);
    const { rooms = [] } = await tables(t.database);
    expect(rooms.map(({ platform_id: name }) => name)).not.toContain(place);
    await staysSecret(t);
    const held = JSON.stringify([await tables(t.database), t.log.lines]);
    for (const word of ['échange privé', place]) expect(held.includes(word), word).toBe(false);

    await room.say('Nadia', 'médiation clore');
    await room.fill('Nadia', {});
    await t.settle();
    expect(one?.state).toBe('closed');
    await room.say('Nadia', 'médiation effacer');
    await room.fill('Nadia', {});
    await t.pass(2_000);
    await t.pass(AGAIN);
    expect(one?.state).toBe('erased');
    await isErased(t, room, id);
    const { private_rooms: left = [] } = await tables(t.database);
    expect(left).toEqual([]);
    expect(t.web.messages.filter((shown) => shown?.to.roomId === place)).toEqual([]);
  });

  it('is not opened when one says no, or its offer is taken back', async () => {
    const before = opened().length;
    const room = await accepted();
    const offer = async () => {
      await room.say('Nadia', 'médiation rencontre');
      await room.press('Nadia', 'Proposer un salon sur la page web');
      await room.fill('Nadia', {});
    };
    await offer();
    const asked = await room.say('Karim', 'médiation rencontre');
    await play(room, [
      ['Karim', '[Non, par messages relayés]', 'ne s’ouvre pas'],
      ['Nadia', '/médiation rencontre', ['ne s’ouvre pas', 'par messages relayés']],
    ]);
    await offer();
    expect(textOf(await room.press('Karim', 'Oui, j’y entre', undefined, asked))).toContain(
      'n’attend plus de réponse',
    );
    await play(room, [
      ['Nadia', '[Retirer ma proposition]', 'ne s’ouvre pas'],
      ['Karim', '/médiation rencontre', 'ne s’ouvre pas'],
    ]);
    await t.settle();
    expect(opened()).toHaveLength(before);
  });

  it.each(ROOM_FAULTS.filter((one) => one !== 'away'))('%s: they go on by relay', async (fault) => {
    const room = await accepted();
    t.web.roomFault = fault;
    const before = await words(room, 'Karim');
    await room.say('Nadia', 'médiation rencontre');
    await room.press('Nadia', 'Proposer un salon sur la page web');
    await room.fill('Nadia', {});
    await room.say('Karim', 'médiation rencontre');
    await room.press('Karim', 'Oui, j’y entre');
    await roomsSettle(t);
    t.web.roomFault = null;
    expect(await words(room, 'Karim')).toBeGreaterThan(before + 1);
    for (const who of ['Nadia', 'Karim']) {
      const said = textOf(await room.say(who, 'médiation rencontre'));
      expect(said).toMatch(/n’a pas pu s’ouvrir[\s\S]*par messages relayés/);
    }
    // Nobody was shown to anybody.
    expect(textOf(await room.say('Karim', 'médiation suivre'))).not.toContain('Nadia');
    await staysSecret(t);
  });

  it('is one, however often the process dies on the way', async () => {
    const before = opened().length;
    const room = await accepted();
    await room.say('Nadia', 'médiation rencontre');
    await room.press('Nadia', 'Proposer un salon sur la page web');
    await room.fill('Nadia', {});
    await room.say('Karim', 'médiation rencontre');
    // The room is made, and what would say so is lost.
    t.web.failures = 0;
    const { open } = t.web.privateRooms;
    let lost = 2;
    Object.assign(t.web.privateRooms, {
      async open(wanted: Parameters<typeof open>[0]) {
        const made = await open(wanted);
        if (lost-- > 0) throw new Error('the answer is lost');
        return made;
      },
    });
    await room.press('Karim', 'Oui, j’y entre');
    for (let wait = 0; wait < 4; wait++) await t.pass(60_000);
    Object.assign(t.web.privateRooms, { open });
    await t.restart();
    await t.pass(DAY);
    expect(opened()).toHaveLength(before + 1);
    expect(textOf(await room.say('Nadia', 'médiation rencontre'))).toContain('est ouvert');
  });

  it('is left with nothing when a mediator steps back', async () => {
    const room = await accepted();
    await room.say('Nadia', 'médiation rencontre');
    await room.press('Nadia', 'Proposer un salon sur la page web');
    await room.fill('Nadia', {});
    await room.say('Karim', 'médiation rencontre');
    await room.press('Karim', 'Oui, j’y entre');
    await t.settle();
    await room.say('Karim', 'médiation suivre');
    await room.press('Karim', 'Me retirer');
    await room.fill('Karim', {});
    await t.settle();
    expect(opened().at(-1)?.state).toBe('erased');
    await play(room, [
      ['Nadia', '/médiation suivre', 's’est retiré·e'],
      ['Nadia', '[Laisser ECC choisir, et envoyer]', 'Lou la reçoit'],
      ['Lou', '[Ouvrir]', 'Une personne demande'],
      ['Lou', '[J’accepte]', 'Vous accompagnez'],
      ['Lou', '[Rencontre]', 'Aucune date n’est encore proposée'],
    ]);
    expect(textOf(await room.say('Lou', 'médiation rencontre'))).not.toContain('ouvert');
  });
});
