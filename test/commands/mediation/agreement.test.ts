import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';
import { textOf } from '../../support/text.js';
import { gathered, remove } from './gathered.js';
import { isErased, onlyRequest, readable, staysSecret } from './secrecy.js';
import { SECRETS, WORD } from './support.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

const DAY = 86_400_000;
const AGAIN = 301_000;
const FIRST = 'Les clés du tatou indigo restent au crochet.';
const SECOND = 'Les clés du tatou indigo, et le carnet fuchsia, restent au crochet.';
const ALL = [...SECRETS, 'tatou', 'fuchsia'];

const agreements = async (): Promise<string[]> => {
  const { mediation_agreements: rows = [] } = await tables(t.database);
  return rows.map(({ id }) => String(id));
};

async function agreed(room: TestRoom, followup = ''): Promise<string> {
  await room.do('Nadia', 'mediation.amend', { wording: FIRST, followup });
  await room.fill('Nadia', {});
  const before = await agreements();
  await room.say('Dao', 'médiation ensemble');
  await room.press('Dao', 'Écrire un accord');
  await room.press('Dao', 'Je confirme ce texte');
  const [id = ''] = (await agreements()).filter((one) => !before.includes(one));
  expect(id).not.toBe('');
  return id;
}

describe('an agreement', () => {
  let room: TestRoom;
  let id: string;

  it('is written by those who talk together, and amended by any of them', async () => {
    room = await gathered(t);
    await play(room, [
      ['Nadia', '/médiation ensemble', '[Écrire un accord]'],
      ['Nadia', '[Écrire un accord]', ['Rien n’est encore écrit.', 'quand Nadia et Dao l’ont']],
      ['Nadia', '[Proposer un texte]', 'Il ne vaut accord qu’une fois confirmé par chacun·e.'],
      [
        'Nadia',
        { wording: FIRST, followup: 'le 15 janvier' },
        ['Version 1, écrite par Nadia', 'vendredi 15 janvier à 9 h', 'Il manque : Dao.'],
      ],
      ['Dao', 'sees', WORD],
      ['Dao', '/médiation ensemble', '[Écrire un accord]'],
      ['Dao', '[Écrire un accord]', [FIRST, 'Confirmé par Nadia', '[Je confirme ce texte]']],
      ['Karim', '/médiation rédiger', ['15 janvier', FIRST]],
      [
        'Karim',
        { wording: SECOND },
        ['Version 2, écrite par Karim', 'Personne ne l’a encore confirmé', `> ${FIRST}`],
      ],
    ]);
    const mediator = textOf(await room.say('Karim', 'médiation ensemble'));
    expect(mediator).toContain('[Écrire un accord]');
    expect(textOf(await room.press('Karim', 'Écrire un accord'))).not.toContain('Je confirme');
    await staysSecret(t, ALL);
  });

  it('is confirmed as it was read, by each of those who will live with it', async () => {
    await play(room, [
      ['Dao', '[Je confirme ce texte]', 'Le texte a changé depuis que vous l’avez lu.'],
      ['Dao', '/médiation ensemble', '[Écrire un accord]'],
      ['Dao', '[Écrire un accord]', ['carnet fuchsia', 'Il manque : Nadia et Dao.']],
      ['Dao', '[Je confirme ce texte]', ['Confirmé par Dao', 'Il manque : Nadia.']],
    ]);
    expect(await agreements()).toEqual([]);
    await play(room, [
      ['Nadia', '/médiation ensemble', '[Écrire un accord]'],
      ['Nadia', '[Écrire un accord]', '[Je confirme ce texte]'],
      ['Nadia', '[Je confirme ce texte]', ['Votre accord', SECOND, 'Entre Nadia et Dao']],
      ['Dao', '/médiation accords', 'Les accords que vous gardez'],
      ['Karim', '/médiation accords', 'Vous ne gardez aucun accord.'],
      ['Bruno', '/médiation accords', 'Vous ne gardez aucun accord.'],
    ]);
    [id = ''] = await agreements();
    await staysSecret(t, ALL);
  });

  it('outlives the request it comes from', async () => {
    const request = await onlyRequest(t, room);
    await room.say('Nadia', 'médiation effacer');
    await room.fill('Nadia', {});
    await t.pass(2_000);
    await t.pass(AGAIN);
    await isErased(t, room, request, 1);
    await play(room, [['Dao', '/médiation accords', '[Nadia et Dao, samedi 21 novembre']]);
    await staysSecret(t, ALL);
  });

  it('is asked about at the date they chose, and each answers for themselves', async () => {
    await t.at('2027-01-15T08:00:01Z');
    await play(room, [
      ['Dao', 'sees', WORD],
      ['Dao', '[Ouvrir]', ['Cet accord tient-il encore ?', SECOND, 'Votre réponse est pour vous.']],
      ['Dao', '[En partie]', ['Votre réponse : en partie. Vous seul·e', '[Écrire une demande]']],
      ['Nadia', '[Ouvrir]', 'Cet accord tient-il encore ?'],
      ['Nadia', '[Il tient]', 'Votre réponse : il tient.'],
    ]);
    const nadia = textOf(await room.press('Nadia', 'Ouvrir'));
    expect(nadia).not.toContain('Dao vous dit');
    await play(room, [
      ['Dao', '[Dire ma réponse aux autres]', 'la liront, avec votre nom'],
      ['Dao', {}, 'Votre réponse, dite aux autres : en partie.'],
      ['Nadia', '[Ouvrir]', 'Dao vous dit : en partie.'],
    ]);
    await staysSecret(t, ALL);
  });

  it('is destroyed when nobody keeps it any more', async () => {
    await play(room, [
      ['Dao', '[Ne plus le garder]', 'ne sont pas prévenues'],
      ['Dao', {}, 'Vous ne gardez plus cet accord'],
      ['Dao', '/médiation accords', 'Vous ne gardez aucun accord.'],
    ]);
    expect(textOf(await room.press('Nadia', 'Ouvrir'))).toContain(SECOND);
    expect([...t.keys.held.keys()]).toContain(id);
    await play(room, [
      ['Nadia', '[Ne plus le garder]', 'Vous ne pourrez plus le relire.'],
      ['Nadia', {}, 'Vous ne gardez plus cet accord'],
    ]);
    await t.pass(2_000);
    await t.pass(AGAIN);
    const all = await readable(t);
    for (const word of [...ALL, id]) expect(all).not.toContain(word);
    expect([...t.keys.held.keys()]).not.toContain(id);
    expect(t.web.forgotten).toContain(id);
  });
});

it('who goes before all have confirmed is not waited for, and nothing is confirmed for them', async () => {
  const room = await gathered(t);
  await room.do('Nadia', 'mediation.amend', { wording: FIRST });
  await room.fill('Nadia', {});
  await room.say('Dao', 'médiation quitter');
  await room.fill('Dao', {});
  await play(room, [['Nadia', '/médiation rédiger', 'Il n’y a pas de conversation commune']]);
  await room.do('Dao', 'mediation.amend', { wording: FIRST });
  expect(textOf(await room.fill('Dao', {}))).toContain('Aucune demande ne s’y prête');
  expect(await agreements()).toEqual([]);
});

it('kept by nobody who is still there, it is destroyed; its key away, it waits', async () => {
  const room = await gathered(t);
  const id = await agreed(room);
  const own = t.keys.held.get(id);
  if (!own) throw new Error('no key');
  t.keys.held.delete(id);
  await t.pass(40 * DAY);
  expect(textOf(await room.say('Dao', 'médiation accords'))).toContain('aucun accord');
  expect(await agreements()).toContain(id);
  t.keys.held.set(id, own);
  expect(textOf(await room.say('Dao', 'médiation accords'))).toContain('Nadia et Dao');
  for (const name of ['Dao', 'Nadia']) {
    await remove(t, room, name);
    await t.pass(DAY + 3_600_000);
    if (name === 'Dao') expect(await agreements()).toContain(id);
  }
  await t.pass(AGAIN);
  expect(await agreements()).not.toContain(id);
  expect([...t.keys.held.keys()]).not.toContain(id);
});

it('is out of reach of who never kept it, by its own buttons too, in this community and others', async () => {
  const room = await gathered(t);
  await agreed(room, 'demain');
  await t.pass(2 * DAY);
  const seen = await room.press('Dao', 'Ouvrir');
  const other = await gathered(t);
  for (const action of seen.actions) {
    if (action.type !== 'button' || !action.act.args.agreement) continue;
    for (const [place, who] of [
      ...(['Karim', 'Bruno', 'Lou'] as const).map((one) => [room, one] as const),
      [other, 'Dao'] as const,
    ]) {
      const answer = await place.do(who, action.act.command, { ...action.act.args });
      const said = textOf(answer.form ? await place.fill(who, {}) : answer);
      expect(said, `${who} ${action.label}`).toContain('n’est pas, ou n’est plus, parmi ceux');
    }
  }
});
