import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { festivalRoom } from '../../support/festival.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';
import { plainBlanks, textOf } from '../../support/text.js';

/** Said nowhere else: finding one is finding a need. */
const WORDS = ['tapir vermillon', 'loyer du tamanoir'] as const;
/** An amount as a person reads it, and as it would be counted. */
const AMOUNT = ['431,17', '431.17', '"43117"', ':43117'] as const;

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = await festivalRoom(t);
});
afterAll(() => t.close());

/** Everything that can be read without a key: tables, jobs among them, log, what others see. */
async function readable(but: string): Promise<string> {
  await t.settle();
  const seen: string[] = [];
  for (const who of [null, 'Nadia', 'Bruno', 'Chloé', 'Dao'].filter((one) => one !== but)) {
    seen.push(...(await room.seen(who)));
  }
  return plainBlanks(
    [await tables(t.database), t.log.lines, seen].map((one) => JSON.stringify(one)).join('\n'),
  );
}

async function staysSecret(): Promise<void> {
  const all = await readable('Chloé');
  for (const secret of [...WORDS, ...AMOUNT]) expect(all).not.toContain(secret);
}

/** What somebody else is told, wherever they ask. */
async function seenBy(who: string): Promise<string> {
  const lines = [
    'partage besoins Festival',
    ...['richesse', 'richesse contexte Festival', 'richesse matrice Festival', 'ecc moi'],
    ...['partage voir P-1', 'partage voir P-1 "besoins d’abord"'],
  ];
  const seen = [];
  for (const line of lines) seen.push(textOf(await room.say(who, line)));
  return seen.join('\n');
}

describe('a need', () => {
  it('is said after reading what it is used for, and read by whom one chose', async () => {
    await play(room, [
      [
        'Chloé',
        '/partage besoin Festival',
        [
          'Chiffré, lu seulement par qui vous choisissez',
          'ce que chacun·e recevrait s’affiche pour tout le monde',
        ],
      ],
      ['Chloé', {}, 'Dites un montant, des mots, ou les deux.'],
      [
        'Chloé',
        { amount: '431,17 €', words: `${WORDS[0]} et ${WORDS[1]}`, readers: 'Bruno' },
        ['Votre besoin pour Festival est gardé.', '431,17 €', WORDS[0], 'Peuvent le lire : Bruno.'],
      ],
      ['Bruno', '/partage besoins Festival', ['Ce que Chloé vous confie', '431,17 €', WORDS[1]]],
      ['Dao', '/partage besoin Festival montant:5€', 'Votre besoin'],
      ['Dao', {}, 'Les besoins se disent entre personnes qui prennent part à Festival'],
      ['Chloé', '/partage besoin Festival', 'Votre besoin'],
    ]);
    const form = await room.say('Chloé', 'partage besoin Festival');
    expect(plainBlanks(JSON.stringify(form.form?.fields))).toContain('431,17 €');
    expect(form.confidential).toBe('form');
  });

  it('is found in no table, no job, no log line, and in nobody else’s view', async () => {
    await room.say('Nadia', 'richesse répartir 1200€ contexte:Festival');
    await staysSecret();
    for (const who of ['Nadia', 'Dao']) {
      const seen = await seenBy(who);
      for (const secret of [...WORDS, ...AMOUNT]) expect(seen, who).not.toContain(secret);
      expect(seen).toContain('Vous n’avez rien dit de votre besoin.');
    }
    // Nor does anything tell whose it is: rows of a need name nobody, at no hour.
    const { needs = [], members = [] } = await tables(t.database);
    expect(needs).toHaveLength(1);
    for (const { id } of members) expect(JSON.stringify(needs)).not.toContain(String(id));
    expect(Object.keys(needs[0] ?? {}).sort()).toEqual([
      ...['community_id', 'context_id', 'id', 'sealed'],
    ]);
  });

  it('opens with no other key, and is gone once erased, copies too', async () => {
    const [copy] = (await tables(t.database)).needs ?? [];
    const id = String(copy?.id);
    expect(t.keys.find(id)?.unseal(String(copy?.sealed), `needs.sealed:${id}`)).toContain(WORDS[0]);
    await play(room, [
      ['Bruno', '/partage oublier Festival', 'Vous n’avez rien dit de votre besoin ici'],
      ['Chloé', '/partage oublier Festival', 'Votre besoin pour Festival est effacé.'],
      ['Bruno', '/partage besoins Festival', 'Vous n’avez rien dit de votre besoin.'],
    ]);
    expect(textOf(await room.say('Bruno', 'partage besoins Festival'))).not.toContain('431');
    expect((await tables(t.database)).needs).toEqual([]);
    expect(t.keys.find(id)).toBeNull();
  });
});

describe('sharing by needs first', () => {
  it('shows nothing until who holds the context proposes it, then sums to the cent', async () => {
    for (const [who, amount] of [
      ['Chloé', '431,17 €'],
      ['Bruno', '100,01 €'],
    ] as const) {
      await room.do(who, 'wealth.need', { context: 'Festival', amount });
      await room.fill(who, {});
    }
    await play(room, [
      [
        'Nadia',
        '/richesse répartir 1200€ contexte:Festival',
        ['Besoins d’abord, puis le reste (parts égales)', '/partage besoin Festival'],
      ],
      ['Nadia', '/partage voir P-2 "besoins d’abord"', 'ne se calcule qu’au moment où'],
      ['Bruno', '/partage décider P-2 "besoins d’abord"', 'Proposer cette répartition'],
      ['Bruno', { closes: 'mercredi 18h' }, 'Ce geste revient à qui a ouvert le contexte'],
    ]);
    const bruno = await room.say('Bruno', 'partage voir P-2');
    expect(JSON.stringify(bruno.actions)).not.toContain('"needs"');
    await staysSecret();
    await play(room, [
      ['Nadia', '/partage voir P-2', 'Besoins d’abord'],
      ['Nadia', '[Proposer à la décision=needs]', 'Proposer cette répartition'],
      ['Nadia', { closes: 'mercredi 18h' }, 'P-2 est à la décision : D-1.'],
      [
        '',
        'sees',
        [
          'Besoins d’abord : chaque besoin dit en euros est couvert',
          // 1 200 − 531,18 leaves 668,82: 222,94 each.
          'Bruno : 322,95 €, son besoin s’il est dit, puis sa part du reste.',
          'Chloé : 654,11 €, son besoin s’il est dit, puis sa part du reste.',
          'Nadia : 222,94 €, son besoin s’il est dit, puis sa part du reste.',
        ],
      ],
    ]);
    // What the rule shows is shown; what each asked for is not.
    await staysSecret();
  });

  it('is carried out as it was decided, whatever is erased since', async () => {
    await room.say('Chloé', 'partage oublier Festival');
    for (const who of ['Nadia', 'Bruno', 'Chloé']) await room.say(who, 'voter 1 oui');
    await t.at('2026-11-25T17:01:00Z');
    await play(room, [
      ['Nadia', '/partage adopter P-2', ['Chloé | 654,11 €', '0 € payés sur 1 200 €']],
    ]);
  });

  it('answers the same part of each need when they ask for more than there is', async () => {
    await room.do('Nadia', 'wealth.need', { context: 'Festival', amount: '300 €' });
    await room.fill('Nadia', {});
    await play(room, [
      ['Nadia', '/richesse répartir 200€ contexte:Festival reste:"selon le temps"', 'P-3'],
      ['Nadia', '/partage décider P-3 "besoins d’abord"', 'Proposer'],
      ['Nadia', { closes: 'jeudi 18h' }, 'ne peut pas se répartir par cette règle'],
      ['Nadia', '/richesse répartir 200€ contexte:Festival', 'P-4'],
      ['Nadia', '/partage décider P-4 "besoins d’abord"', 'Proposer'],
      ['Nadia', { closes: 'jeudi 18h' }, 'P-4 est à la décision'],
      ['', 'sees', ['Nadia : 150 €, pour un besoin', 'Bruno : 50 €, pour un besoin']],
      ['Nadia', '/richesse répartir 200€ contexte:Festival plancher:5€', 'P-5'],
      ['Nadia', '/partage décider P-5 "besoins d’abord"', 'Proposer'],
      ['Nadia', { closes: 'jeudi 18h' }, 'ne se combine pas avec un plancher ou un plafond'],
      ['Nadia', '/partage oublier Festival', 'effacé'],
      ['Bruno', '/partage oublier Festival', 'effacé'],
      ['Nadia', '/richesse répartir 200€ contexte:Festival', 'P-6'],
      ['Nadia', '/partage décider P-6 "besoins d’abord"', 'Proposer'],
      ['Nadia', { closes: 'jeudi 18h' }, 'Personne n’a dit de besoin en euros'],
    ]);
  });
});
