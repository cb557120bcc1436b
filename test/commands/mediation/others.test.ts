import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortenId } from '../../../src/kernel/ids.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';
import { textOf } from '../../support/text.js';
import { accompanied, gather, gathered, joined } from './gathered.js';
import { onlyRequest, staysSecret } from './secrecy.js';
import { SECRETS, WORD } from './support.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

const OFFER = 'Proposer un salon sur la page web';
const opened = () => [...t.web.opened.values()];

/** Nadia offers a room, which each of the others enters. */
async function together(room: TestRoom, ...others: string[]): Promise<void> {
  await room.say('Nadia', 'médiation rencontre');
  await room.press('Nadia', OFFER);
  await room.fill('Nadia', {});
  for (const who of others) {
    await room.say(who, 'médiation rencontre');
    await room.press(who, 'Oui, j’y entre');
  }
  await t.settle();
}

/** Somebody leaves the community by themselves, and what follows from it is done. */
async function leaves(room: TestRoom, who: string): Promise<void> {
  await room.do(who, 'ecc.leave-now', { name: 'keep' });
  await t.settle();
}

describe('the others meet too', () => {
  it('once they talk with everybody, and not before', async () => {
    const room = await accompanied(t);
    await joined(room, 'Dao');
    const id = shortenId(await onlyRequest(t, room));
    await play(room, [
      ['Karim', '/médiation rencontre', '[Proposer des dates]'],
      ['Karim', '[Proposer des dates]', 'n’entrent pas dans l’agenda commun'],
      ['Karim', { slots: 'mardi 18h\njeudi 20h' }, 'oui (Karim)'],
      ['Dao', '/médiation rencontre', 'Il n’y a pas de conversation commune'],
    ]);
    const suit = { case: id, round: '1', presence: 'yes', slots: '2' };
    expect(textOf(await room.do('Dao', 'mediation.suit', suit))).toContain(
      'Il n’y a pas de conversation commune',
    );
    expect(textOf(await room.say('Karim', 'médiation rencontre'))).not.toContain('Dao');
    await gather(room);
    await play(room, [
      ['Dao', '/médiation suivre', '[Rencontre]'],
      ['Dao', '[Rencontre]', 'Quelles dates vous vont ?'],
      ['Dao', '[Les dates qui me vont=2]', 'oui (Karim et Dao)'],
      ['Karim', '/médiation rencontre', 'oui (Karim et Dao)'],
      ['Karim', '[Retenir une date=2]', 'Rencontre : jeudi'],
      ['Dao', 'sees', WORD],
      ['Dao', '/médiation suivre', 'Rencontre : jeudi'],
    ]);
    for (const name of ['dates', 'choose', 'offer']) {
      const args = { case: id, round: '1', slot: '1', slots: 'lundi 18h ; mardi 18h' };
      const tried = await room.do('Dao', `mediation.${name}`, { ...args, network: 'web' });
      const said = textOf(tried.form ? await room.fill('Dao', {}) : tried);
      expect(said, name).toContain('Ce n’est pas possible à cette étape');
    }
    await play(room, [
      ['Dao', '/médiation quitter', 'Aucune raison'],
      ['Dao', {}, 'C’est noté'],
      ['Dao', '/médiation rencontre', 'Aucune demande ne s’y prête'],
    ]);
    await staysSecret(t, [...SECRETS, 'jeudi']);
  });

  it('in a room for those who said yes to it: who joins or leaves ends it', async () => {
    const before = opened().length;
    const room = await gathered(t);
    await together(room, 'Karim');
    expect(opened()).toHaveLength(before);
    await play(room, [['Dao', '/médiation rencontre', '[Oui, j’y entre]']]);
    await room.press('Dao', 'Oui, j’y entre');
    await t.settle();
    const first = opened().at(-1);
    expect([...(first?.people ?? [])].sort()).toEqual(['Dao', 'Karim', 'Nadia']);
    await joined(room, 'Bruno');
    expect(first?.state).toBe('open');
    await gather(room);
    await t.settle();
    expect(first?.state).toBe('closed');
    const over = ['Le salon commun sur la page web est fermé', 'par messages relayés'];
    for (const who of ['Dao', 'Bruno', 'Karim']) {
      await play(room, [[who, '/médiation rencontre', over]]);
    }
    await together(room, 'Karim', 'Dao', 'Bruno');
    const second = opened().at(-1);
    expect(second?.state).toBe('open');
    expect(second?.people).toHaveLength(4);
    await play(room, [
      ['Dao', '/médiation quitter', 'Aucune raison'],
      ['Dao', {}, 'C’est noté'],
    ]);
    await t.settle();
    expect(second?.state).toBe('closed');
    await play(room, [['Nadia', '/médiation rencontre', [...over, `[${OFFER}]`]]]);
    await staysSecret(t);
  });

  it('in a room only offered, it is over too, and the last yes opens nothing', async () => {
    const before = opened().length;
    const room = await gathered(t);
    await together(room, 'Karim');
    const asked = await room.say('Dao', 'médiation rencontre');
    await joined(room, 'Bruno');
    await gather(room);
    const late = await room.press('Dao', 'Oui, j’y entre', undefined, asked);
    expect(textOf(late)).toContain('n’attend plus de réponse');
    await t.settle();
    expect(opened()).toHaveLength(before);
  });
});

describe('who leaves the community', () => {
  it('leaves the exchange: what they wrote to the mediator is gone, the room is closed', async () => {
    const room = await gathered(t);
    await together(room, 'Karim', 'Dao');
    await room.do('Dao', 'mediation.write', { text: 'Une ligne à nous deux.' });
    const { mediation_pages: before = [] } = await tables(t.database);
    await leaves(room, 'Dao');
    const { mediation_pages: after = [] } = await tables(t.database);
    const kept = new Set(after.map(({ id }) => id));
    // Their one line; what is written is that the room is over.
    expect(before.filter(({ id }) => !kept.has(id))).toHaveLength(1);
    expect(opened().at(-1)?.state).toBe('closed');
    await play(room, [
      ['Nadia', '/médiation suivre', '[Les autres personnes]'],
      ['Nadia', '[Les autres personnes]', 's’est retiré·e de l’échange.'],
      ['Dao', '/médiation suivre', 'Vous avez quitté Atelier'],
    ]);
    await staysSecret(t);
  });

  it('keeps no agreement: with the last who does, it is destroyed', async () => {
    const room = await gathered(t);
    await room.do('Nadia', 'mediation.amend', { wording: 'Les clés au crochet.' });
    await room.fill('Nadia', {});
    await room.say('Dao', 'médiation ensemble');
    await room.press('Dao', 'Écrire un accord');
    await room.press('Dao', 'Je confirme ce texte');
    const community = await room.community();
    const held = async (): Promise<number> => {
      const { mediation_agreements: rows = [] } = await tables(t.database);
      return rows.filter((row) => row.community_id === community).length;
    };
    await leaves(room, 'Dao');
    expect(await held()).toBe(1);
    await leaves(room, 'Nadia');
    expect(await held()).toBe(0);
    await staysSecret(t);
  });

  it('having accompanied, is followed by the next, who begins anew with everybody', async () => {
    const room = await gathered(t);
    await together(room, 'Karim', 'Dao');
    await leaves(room, 'Karim');
    expect(opened().at(-1)?.state).toBe('erased');
    await play(room, [
      ['Lou', '[Ouvrir]', 'Une personne demande'],
      ['Dao', '/médiation suivre', 'L’échange est en pause'],
      ['Lou', '[J’accepte]', 'Vous accompagnez Nadia'],
      ['Lou', '[Rencontre]', 'Aucune date n’est encore proposée'],
      ['Dao', '/médiation rencontre', 'Aucune demande ne s’y prête'],
    ]);
    await staysSecret(t);
  });
});
