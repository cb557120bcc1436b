import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  // A Saturday.
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
  await play(room, [
    [
      'Nadia',
      '/agenda ajouter "Cercle" tous les mardis à 20h durée 1h30 rappels:aucun',
      'A-1 est dans l’agenda',
    ],
  ]);
});

const [BUDGET, JARDIN, TOIT] = [
  'Le budget (15 min, Bruno)',
  'Le jardin (10 min, Chloé)',
  'Le toit (60 min, Dao)',
] as const;

const TEN = 'Le budget (10 min, Bruno)';

/** As a list reads. */
const list = (...items: readonly string[]): string => items.map((one) => `- ${one}`).join('\n');

/** On the wall of Paris, that Tuesday. */
const tuesday = (time: string): string => `2026-11-24T${time}:00+01:00`;

describe('what a meeting is about', () => {
  it('is proposed by anybody, ordered by who leads, and added up', async () => {
    await play(room, [
      [
        'Bruno',
        '/agenda point A-1 "Le budget" 15 min',
        ['À l’ordre du jour de A-1 : Le budget, 15 min.', '15 min prévues pour 90.'],
      ],
      ['Chloé', '/agenda point A-1 "Le jardin"', 'Le jardin, 10 min'],
      ['Dao', '/agenda point A-1 "Le toit" 1h', ['Le toit, 60 min', '85 min prévues pour 90.']],
      ['', 'sees', list(BUDGET, JARDIN, TOIT)],
      ['Dao', '/agenda ordre A-1 3', 'Ce geste revient à qui facilite'],
      ['Nadia', '/agenda ordre A-1 3, 1', list(TOIT, BUDGET, JARDIN)],
      ['Nadia', '[Monter un point=i2]', list(TOIT, JARDIN, BUDGET)],
      ['Nadia', '[Descendre un point=i3]', list(JARDIN, TOIT, BUDGET)],
      ['Nadia', '/agenda voir A-1', [list(JARDIN, TOIT, BUDGET), '85 min prévues pour 90.']],
      // What one proposed is theirs to change, and nobody else’s but who leads.
      ['Chloé', '/agenda ordre A-1', ['[Retirer un point]']],
      ['Chloé', '[Modifier un point=i2]', 'Titre=Le jardin'],
      ['Chloé', { name: 'Le potager', length: '20 min' }, ['Le potager (20 min', '5 de trop']],
      ['Bruno', '/agenda ordre A-1 9', 'Il n’y a pas ce point'],
      ['Chloé', '/agenda ordre A-1', ''],
      ['Chloé', '[Retirer un point=i2]', ['Le point est retiré', '75 min prévues pour 90.']],
    ]);
    const forged = { command: 'agenda.remove-item', args: { event: '1', item: 'i1' } };
    expect(textOf(await room.act('Dao', forged))).toContain('revient à qui a proposé le point');
    // Nothing said how long: asked again, with what was understood kept.
    const wrong = textOf(await room.say('Dao', 'agenda point A-1 "Le four" blorp'));
    expect(wrong).toContain('n’est pas une durée');
  });

  it('follows its date when that is moved', async () => {
    await play(room, [
      ['Bruno', '/agenda point A-1 "Le budget" date:"1er décembre"', 'Le budget'],
      [
        'Nadia',
        '/agenda déplacer A-1 quand:"mercredi 2 décembre 19h" date:"1er décembre"',
        'A-1 est modifié',
      ],
      ['Nadia', '/agenda voir A-1 2 décembre', ['mercredi 2 décembre', `- ${TEN}`]],
      ['Chloé', '/agenda point A-1 "Le jardin" date:"8 décembre"', 'Le jardin'],
      [
        'Nadia',
        '/agenda déplacer A-1 quand:"8 décembre 18h30" date:"8 décembre" pour:following',
        'A-2 est modifié',
      ],
      ['Nadia', '/agenda voir A-2', ['mardi 8 décembre de 18 h 30', `- ${JARDIN}`]],
    ]);
  });

  it('may be prepared for another language', async () => {
    room.speak('en');
    await play(room, [
      [
        'Bruno',
        '/agenda item A-1 "The budget" 15 min',
        'To talk about in A-1: The budget, 15 min.',
      ],
      ['Bruno', '/agenda role A-1 notes', ['Role taken: Bruno (notes).', '15 min planned for 90.']],
    ]);
  });
});

describe('roles', () => {
  it('are taken by who volunteers, given back, and given by who leads', async () => {
    await play(room, [
      ['Bruno', '/agenda rôle A-1 facilitation', 'Rôle pris : Bruno (facilitation).'],
      ['Chloé', '/agenda rôle A-1 facilitation', 'Quelqu’un a déjà ce rôle'],
      ['Chloé', '/agenda ordre A-1', ['Rôles : Bruno (facilitation).', '[Je prends les notes]']],
      ['Chloé', '[Je prends les notes]', ['Chloé (notes)', '[Je ne prends plus les notes]']],
      ['Chloé', '[Je ne prends plus les notes]', 'Le rôle est libre.'],
      ['Chloé', '/agenda rôle A-1 temps à:Dao', 'Ce geste revient à qui facilite'],
      // Who facilitates the meeting leads it.
      ['Bruno', '/agenda rôle A-1 temps à:Dao', 'Rôle pris : Dao (temps).'],
      ['Chloé', '/agenda point A-1 "Le jardin"', 'Le jardin'],
      ['Bruno', '/agenda ordre A-1', '[Retirer un point]'],
      ['', 'sees', ['Rôles : Bruno (facilitation) et Dao (temps).']],
    ]);
  });

  it('are drawn among those who come, and the draw can be checked', async () => {
    await play(room, [
      ['Nadia', '/agenda point A-1 "Le budget"', 'Le budget'],
      ['Bruno', '/agenda répondre A-1 oui', 'vous venez'],
      ['Chloé', '/agenda répondre A-1 oui', 'vous venez'],
      ['Dao', '/agenda répondre A-1 peut-être', 'peut-être'],
      ['Nadia', '/agenda ordre A-1', '[Tirer au sort les rôles libres]'],
      ['Nadia', '[Tirer au sort les rôles libres]', '3 rôles tirés au sort'],
    ]);
    const told = (await room.seen()).filter((text) => text.startsWith('Tirage au sort'));
    expect(told).toHaveLength(3);
    const [first = ''] = told;
    const [, who] = /^Tirage au sort \(facilitation\) : (\S+)/.exec(first) ?? [];
    expect(['Bruno', 'Chloé']).toContain(who);
    const [, seed = '', count = '', rest = ''] =
      /Le nombre tiré est ([\d ]+) ; divisé par (\d+), il reste (\d+)/.exec(first) ?? [];
    expect(Number(seed.replaceAll(' ', '')) % Number(count)).toBe(Number(rest));
    const [, among = ''] = /le moins récemment : (.*)\./.exec(first) ?? [];
    expect(among.split(' et ').toSorted()).toEqual(['Bruno', 'Chloé']);
    expect(among.split(' et ')[Number(rest)]).toBe(who);
    // The other one has the notes: nobody has two while somebody has none.
    const other = who === 'Bruno' ? 'Chloé' : 'Bruno';
    expect(told[1]).toContain(`Tirage au sort (notes) : ${other}`);
    expect(await room.last('Le sort vous désigne (facilitation)', who)).toContain('mardi 24');
    expect(await room.seen('Dao')).toEqual([]);
    // The week after, whoever has not had it yet has it.
    await t.at('2026-11-25T10:00:00Z');
    await play(room, [
      ['Bruno', '/agenda répondre A-1 oui', 'vous venez'],
      ['Chloé', '/agenda répondre A-1 oui', 'vous venez'],
    ]);
    const draw = { command: 'agenda.draw', args: { event: '1', role: 'facilitator' } };
    expect(textOf(await room.act('Nadia', draw))).toContain(`${other} (facilitation)`);
    expect(textOf(await room.act('Dao', draw))).toContain('Ce geste revient');
  });

  it('are not drawn where answers are discreet', async () => {
    await play(room, [
      ['Nadia', '/agenda ajouter "Écoute" jeudi 18h réponses-discrètes:oui', 'A-2'],
      ['Bruno', '/agenda répondre A-2 oui', 'vous venez'],
    ]);
    const draw = { command: 'agenda.draw', args: { event: '2' } };
    expect(textOf(await room.act('Nadia', draw))).toContain('Les réponses sont discrètes');
  });
});

describe('when it begins', () => {
  it('a circle that prepared nothing is left alone', async () => {
    await t.at(tuesday('20:00'));
    await t.at(tuesday('21:30'));
    expect((await room.seen()).map((text) => text.slice(0, 12))).toEqual(['A-1 · Cercle']);
  });

  it('the room has the list, the link and the roles, once, whatever happens', async () => {
    await play(room, [
      ['Nadia', '/agenda modifier A-1', ''],
      ['Nadia', { link: 'https://visio.example/cercle', scope: 'all' }, 'A-1 est modifié'],
      ['Bruno', '/agenda point A-1 "Le budget" 15 min', 'Le budget'],
    ]);
    await t.at(tuesday('20:00'));
    const opening = await room.last('C’est l’heure');
    expect(opening).toContain('https://visio.example/cercle');
    expect(opening).toContain('- Le budget (15 min, Bruno)');
    expect(opening).toContain('[Rejoindre] [Je facilite] [Je prends les notes]');
    await t.restart();
    await play(room, [
      ['Dao', '[Je prends les notes]', 'Rôle pris : Dao (notes).'],
      ['', 'sees', ['Rôles : Dao (notes).']],
    ]);
    const openings = (await room.seen()).filter((text) => text.startsWith('C’est l’heure'));
    expect(openings).toHaveLength(1);
    expect(openings[0]).not.toContain('[Je prends les notes]');
    await t.at(tuesday('21:30'));
    expect(await room.last('Cercle : c’est terminé')).toContain('[Compte rendu]');
  });
});
