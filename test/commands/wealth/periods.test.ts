import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
  await room.say('Nadia', 'richesse ouvrir Festival');
  await room.do('Bruno', 'wealth.join', { context: 'Festival' });
  await room.say('Nadia', 'déclarer 3h communication "affiche" contexte:Festival');
  await room.say('Bruno', 'richesse valider 1');
});

const close = async (who = 'Nadia') =>
  play(room, [
    [who, '/période clore Festival', 'Clore cette période ?'],
    [who, {}, 'La période 1 de Festival est close.'],
  ]);

describe('a closed period', () => {
  it('is closed by who holds the context, and says what it leaves', async () => {
    await room.say('Nadia', 'déclarer 1h soin "tisane" contexte:Festival');
    await play(room, [
      ['Bruno', '/période clore Festival', ''],
      ['Bruno', {}, 'Ce geste revient à qui a ouvert le contexte'],
    ]);
    await close();
    await play(room, [
      ['', 'sees', ['Festival : la période 1 est close', '1 contribution validée']],
      ['', 'sees', 'Une autre attend : elle ira dans la période suivante.'],
    ]);
  });

  it('is frozen: nothing of it moves, whoever asks', async () => {
    await close();
    const community = await room.community();
    const own = async () =>
      ((await tables(t.database)).contributions ?? []).filter(
        ({ community_id: id }) => id === community,
      );
    const before = await own();
    expect(before).toHaveLength(1);
    const frozen = 'est dans une période close depuis';
    await play(room, [
      ['Nadia', '/richesse retirer 1', frozen],
      ['Bruno', '/richesse reprendre 1', frozen],
      ['Bruno', '/richesse chiffre 1 "1h" raison:"Non"', frozen],
      ['Nadia', '/déclarer 1h soin "tisane" contexte:Festival', 'Aucune période n’est ouverte'],
    ]);
    await t.pass(30 * 86_400_000);
    expect(await own()).toEqual(before);
  });

  it('is corrected in the next one, by the difference', async () => {
    await close();
    await play(room, [
      ['Nadia', '/richesse corriger 1', 'Quantité=3 h'],
      ['Nadia', { quantity: '2h', reason: 'J’avais compté deux fois.' }, 'Aucune période'],
      ['Nadia', '/période régler Festival', 'La période d’un contexte'],
      ['Nadia', {}, 'La période 2 de Festival est ouverte.'],
      ['Nadia', '/richesse corriger 1', ''],
      ['Nadia', { quantity: '2h', reason: 'J’avais compté deux fois.' }, ['R-2', '-1 h · comm']],
      ['Bruno', '/richesse valider 2', 'Elle est validée.'],
      ['Nadia', '/richesse corriger 1', ''],
      ['Nadia', { quantity: '2h', reason: 'Encore' }, 'rien à corriger'],
      ['Bruno', '/richesse voir 1', '3 h · communication'],
    ]);
  });

  it('is taken back as long as nothing came after', async () => {
    await close();
    await play(room, [
      ['Nadia', '[Rouvrir]', 'La période 1 de Festival est rouverte.'],
      ['Nadia', '/richesse retirer 1', 'R-1 est retirée.'],
    ]);
    await close();
    await play(room, [
      ['Nadia', '/période régler Festival', ''],
      ['Nadia', {}, 'La période 2'],
      ['Nadia', '/période rouvrir Festival', 'il n’y a rien à rouvrir'],
    ]);
  });
});

describe('a period with an end', () => {
  it('is marked halfway, and its end is said: people close it', async () => {
    await play(room, [
      ['Nadia', '/période régler Festival fin:"1er décembre"', 'La période d’un contexte'],
      ['Nadia', {}, 'La période 1 de Festival va jusqu’au mardi 1er décembre.'],
    ]);
    await t.at('2026-11-26T23:30:00Z');
    await play(room, [
      ['', 'sees', 'Festival : mi-parcours'],
      ['Bruno', 'sees', 'Quelque chose à déclarer pour Festival ?'],
    ]);
    expect((await room.seen('Nadia')).join()).not.toContain('Quelque chose à déclarer');
    await t.at('2026-12-01T23:30:00Z');
    await play(room, [['', 'sees', ['la période 1 arrive à sa fin', '[Clore]']]]);
    await close();
  });

  it('closes each month by itself when the group chose so, and goes on', async () => {
    await play(room, [
      ['Nadia', '/période régler Festival mensuelle:oui', ''],
      ['Nadia', {}, 'se clôt à la fin du mois'],
    ]);
    await t.at('2026-11-30T23:01:00Z');
    await play(room, [
      ['', 'sees', ['la période 1 est close', 'Festival : la période 2 commence']],
      ['Nadia', '/déclarer 1h soin "tisane" contexte:Festival', 'R-2'],
      ['Nadia', '/richesse contexte Festival', 'Période 2, de mardi 1er décembre à vendredi 1er'],
    ]);
    await t.at('2026-12-31T23:01:00Z');
    await play(room, [['', 'sees', 'Festival : la période 3 commence']]);
  });
});

describe('looking back', () => {
  it('says what was good, to improve, to try; grouped and carried on', async () => {
    await close();
    await play(room, [
      ['Chloé', '/rétrospective voir Festival', 'Une phrase suffit'],
      [
        'Chloé',
        '/rétrospective dire Festival kind:good text:"La cuisine"',
        'appartient à celles et ceux qui prennent part',
      ],
      ['Bruno', '/rétrospective voir Festival', '[À essayer]'],
      ['Bruno', '[À essayer]', 'Votre retour'],
      ['Bruno', { text: 'Commencer plus tôt' }, ['C’est dit.', '1. Commencer plus tôt (Bruno)']],
      ['Nadia', '/rétrospective dire Festival kind:try text:"Un plan B"', '2. Un plan B (Nadia)'],
      ['Nadia', '/rétrospective regrouper Festival "1,2" Organisation', 'Organisation'],
      ['Nadia', '[Dire qu’on le fait=2]', '2. Un plan B (Nadia) · on le fait'],
      ['Bruno', '[Reprendre un retour=1]', 'Votre retour est repris.'],
      ['Nadia', '/rétrospective reprendre Festival 12', 'Il n’y a pas de retour numéro 12'],
    ]);
    const page = await play(room, [['Bruno', '/rétrospective voir Festival', 'plan B']]);
    expect(JSON.stringify(page)).not.toContain('plus tôt');
  });

  it('keeps no name of who wanted none, in no table and no log', async () => {
    await close();
    const { members = [] } = await tables(t.database);
    const bruno = members.filter(({ name }) => name === 'Bruno').map(({ id }) => String(id));
    const traces = async () => {
      const all = await tables(t.database);
      const { retro_notes: notes = [], journal_entries: entries = [] } = all;
      return JSON.stringify([notes.at(-1), entries, all.handled_events?.length]);
    };
    const before = await traces();
    await play(room, [
      ['Bruno', '/rétrospective dire Festival', 'Votre retour'],
      ['Bruno', { kind: 'improve', text: 'Trop de réunions', anonymous: 'oui' }, 'sans votre nom'],
    ]);
    const [note, entries] = JSON.parse(await traces()) as [Record<string, unknown>, unknown[]];
    expect(entries).toEqual((JSON.parse(before) as unknown[])[1]);
    expect(note.text).toBe('Trop de réunions');
    for (const id of bruno) expect(JSON.stringify(note)).not.toContain(id);
    expect(String(note.created_at)).toMatch(/T00:00:00/);
  });
});

describe('thanks', () => {
  it('are said where everybody sees, and can be taken back', async () => {
    await play(room, [
      [
        'Nadia',
        '/merci @Bruno "la soupe du soir" contexte:Festival',
        'Votre merci à Bruno est dit.',
      ],
      ['', 'sees', ['Nadia remercie Bruno', 'la soupe du soir']],
      ['Nadia', '[Le reprendre]', 'Votre merci est repris.'],
      ['', 'sees', 'Nadia a repris son merci'],
      ['Nadia', '/merci Nadia "tout"', 'Choisissez quelqu’un d’autre que vous.'],
    ]);
  });
});
