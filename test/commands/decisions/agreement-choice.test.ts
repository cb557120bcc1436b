import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';

const WEDNESDAY_18H = '2026-11-25T17:00:01Z';
const PEOPLE = ['Nadia', 'Bruno', 'Chloé', 'Dao', 'Élie', 'Fatou'] as const;

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive(...PEOPLE);
});

/** One vote a person, in their order. */
async function votes(...typed: readonly string[]): Promise<void> {
  for (const [index, vote] of typed.entries()) {
    const answer = await room.say(PEOPLE[index] ?? '', `voter 1 ${vote}`);
    expect(textOf(answer)).toContain('C’est noté');
  }
}

async function outcome(): Promise<string> {
  await t.at(WEDNESDAY_18H);
  const card = await room.card();
  return (
    card
      .split('\n')
      .find((line) => /^(Adoptée|Rejetée|Bloquée|Sans décision|Choix fait|Égalité)/.test(line)) ??
    card
  );
}

describe('an agreement says why', () => {
  const cases: [string, Record<string, string>, string[], string][] = [
    [
      'majority',
      {},
      ['pour', 'pour', 'contre', 'abstention'],
      'Adoptée : 2 pour, 1 contre, 1 abstention ; majorité atteinte',
    ],
    [
      'a half is not a majority',
      {},
      ['pour', 'contre'],
      'Rejetée : 1 pour, 1 contre, 0 abstention ; majorité non atteinte',
    ],
    [
      'two thirds, exactly',
      { threshold: '2/3' },
      ['pour', 'pour', 'contre'],
      'Adoptée : 2 pour, 1 contre, 0 abstention ; seuil 2/3 atteint',
    ],
    [
      'two thirds, missed',
      { threshold: '2/3' },
      ['pour', 'contre'],
      'Rejetée : 1 pour, 1 contre, 0 abstention ; seuil 2/3 non atteint',
    ],
    [
      'unanimity',
      { threshold: 'unanimité' },
      ['pour', 'pour', 'abstention'],
      'Adoptée : 2 pour, 0 contre, 1 abstention ; seuil 100 % atteint',
    ],
    [
      'unanimity, missed',
      { threshold: 'unanimité' },
      ['pour', 'contre'],
      'Rejetée : 1 pour, 1 contre, 0 abstention ; seuil 100 % non atteint',
    ],
    [
      'a percentage',
      { threshold: '75 %' },
      ['pour', 'pour', 'pour', 'contre'],
      'Adoptée : 3 pour, 1 contre, 0 abstention ; seuil 75 % atteint',
    ],
    [
      'quorum met by abstentions',
      { quorum: '3' },
      ['pour', 'abstention', 'abstention'],
      'Adoptée : 1 pour, 0 contre, 2 abstentions ; quorum 3 atteint ; majorité atteinte',
    ],
    [
      'quorum missed',
      { quorum: '3' },
      ['pour', 'pour'],
      'Sans décision : 2 pour, 0 contre, 0 abstention ; quorum 3 non atteint (2 voix) ; majorité atteinte',
    ],
    [
      'nothing but abstentions',
      {},
      ['abstention'],
      'Sans décision : 0 pour, 0 contre, 1 abstention ; aucune voix exprimée',
    ],
    ['nobody', {}, [], 'Sans décision : 0 pour, 0 contre, 0 abstention ; aucune voix exprimée'],
  ];
  it.each(cases)('%s', async (_name, rule, typed, expected) => {
    await room.propose('Nadia', { kind: 'agreement', ...rule });
    await votes(...typed);
    expect(await outcome()).toBe(expected);
  });

  it('its rule is on the card, and its turnout says what the quorum wants', async () => {
    await room.propose('Nadia', { kind: 'agreement', threshold: '2/3', quorum: '2' });
    expect(await room.card()).toContain(
      'Règle : Adoptée si le « pour » recueille au moins 2/3 des voix exprimées et si personne ne bloque, mercredi 25 novembre à 18 h (heure de Paris). Il faut 2 voix au moins. 6 voix : tous les membres. Tout le monde voit les votes.',
    );
    expect(await room.card()).toContain('Personne n’a encore voté ; le quorum est 2');
    await votes('pour');
    expect(await room.card()).toContain('1 voix sur 6, le quorum est 2');
    await room.say('Bruno', 'voter 1 contre');
    expect(await room.card()).toContain(
      '2 voix sur 6, le quorum (2) est atteint\nPour l’instant : 1 pour, 1 contre, 0 abstention',
    );
  });

  it('a block needs a reason, and stops everything', async () => {
    await room.propose('Nadia', { kind: 'agreement' });
    await votes('pour', 'pour', 'pour');
    await play(room, [
      ['Dao', '[Je bloque]', 'Votre blocage'],
      ['Dao', { reason: '   ' }, 'Il manque cette réponse.'],
      ['Dao', { reason: 'Le bail l’interdit.' }, 'vous bloquez la proposition'],
      ['Élie', '/voter 1 blocage', 'Votre voix\nRaison='],
      ['Bruno', '/voir 1', 'Dao | blocage : Le bail l’interdit.'],
    ]);
    expect(await outcome()).toBe(
      'Bloquée : 3 pour, 0 contre, 1 blocage, 0 abstention ; majorité atteinte',
    );
  });

  it('a ballot on an older text is shown as such, and not counted until confirmed', async () => {
    await room.propose('Nadia', { kind: 'agreement' });
    await votes('pour', 'contre', 'contre');
    await room.do('Nadia', 'decision.amend', {
      decision: '1',
      name: 'Samedi',
      body: 'Autre texte.',
    });
    await play(room, [['Bruno', '[Oui, je confirme]', 'vous êtes contre']]);
    expect(await outcome()).toBe(
      'Rejetée : 0 pour, 1 contre, 0 abstention ; 2 votes non confirmés ; majorité non atteinte',
    );
    await play(room, [
      ['Dao', '/voir 1', ['Bruno | contre\n', 'Chloé | contre (texte précédent, non confirmée)']],
    ]);
  });
});

describe('a choice', () => {
  const options = 'Samedi\nDimanche\nLundi, ou mardi';

  it('is made by number, by label, with a select, or left blank', async () => {
    await room.propose('Nadia', { kind: 'choice', options });
    await play(room, [
      ['Nadia', '/voter 1 2', 'vous choisissez Dimanche.'],
      ['Bruno', '/voter 1 dimanche', 'vous choisissez Dimanche.'],
      ['Chloé', '/voter 1 "lundi, OU mardi"', 'vous choisissez Lundi, ou mardi.'],
      ['Dao', '[Votre choix=1]', 'vous choisissez Samedi.'],
      ['Élie', '[Vote blanc]', 'vous votez blanc.'],
      [
        'Fatou',
        '/voter 1 jeudi',
        '« jeudi » n’est pas dans la liste. À choisir : 1 Samedi, 2 Dimanche, 3 Lundi, ou mardi.',
      ],
      ['Fatou', { vote: '1, 2' }, 'Une seule option : il y en a 2.'],
      ['Fatou', { vote: '1' }, 'vous choisissez Samedi.'],
      ['Fatou', '/voter 1 2', 'C’est changé : vous choisissez Dimanche.'],
    ]);
    expect(await room.card()).toContain('- Samedi (1)\n- Dimanche (3)\n- Lundi, ou mardi (1)');
    expect(await outcome()).toBe('Choix fait : Dimanche, 3 voix');
    await play(room, [
      [
        'Nadia',
        '/voir 1',
        [
          '6 bulletins comptés, dont 1 blanc ; une option au plus par bulletin.',
          '1. Dimanche : 3 voix.',
          'Élie | vote blanc',
        ],
      ],
    ]);
  });

  it('takes several options when its rule says so, each once', async () => {
    await room.propose('Nadia', { kind: 'choice', options, max: '2' });
    await play(room, [
      ['Nadia', '/voter 1 1,2', 'vous choisissez Samedi et Dimanche.'],
      ['Bruno', '/voter 1 Samedi ; 1', 'vous choisissez Samedi.'],
      ['Chloé', '[Votre choix=1,2,3]', '2 options au plus : il y en a 3.'],
      ['', 'sees', 'Jusqu’à 2 options par personne'],
    ]);
    expect(await outcome()).toBe('Choix fait : Samedi, 2 voix');
  });

  it('that is a tie is left to people', async () => {
    await room.propose('Nadia', { kind: 'choice', options });
    await votes('1', '2', 'blanc');
    expect(await outcome()).toBe('Égalité : Samedi et Dimanche, 1 voix pour chaque option');
  });

  it('without any choice made decides nothing', async () => {
    await room.propose('Nadia', { kind: 'choice', options });
    await votes('blanc');
    expect(await outcome()).toBe('Sans décision : aucune voix exprimée');
  });

  it('without its quorum decides nothing', async () => {
    await room.propose('Nadia', { kind: 'choice', options, quorum: '3' });
    await votes('1', '1');
    expect(await outcome()).toBe('Sans décision : Samedi, 2 voix ; quorum 3 non atteint (2 voix)');
  });

  it('is typed with the words of its form', async () => {
    await play(room, [
      [
        'Nadia',
        '/proposer "Quel jour ?" "On choisit." choix demain 18h',
        ['Options=', 'Nouvelle proposition'],
      ],
      ['Nadia', { options: 'Samedi' }, 'Il faut deux options au moins, une par ligne.'],
      ['Nadia', { options: 'Samedi\nsamedi' }, 'Deux lignes disent la même chose. Gardez-en une.'],
      [
        'Nadia',
        { options: 'Samedi\nDimanche', max: '3' },
        'Il n’y a que 2 options : donnez ce nombre au plus.',
      ],
      ['Nadia', { max: '2' }, 'clôture le dimanche 22 novembre à 18 h'],
      ['Bruno', '/voter 1 samedi,dimanche', 'vous choisissez Samedi et Dimanche.'],
      [
        'Bruno',
        '/proposer "Autre" "Texte" choix demain 18h options:"Un | Deux | Trois"',
        'D-2 est publiée',
      ],
    ]);
  });

  it('refuses what is not its way to vote', async () => {
    await room.propose('Nadia', { kind: 'choice', options });
    await room.propose('Nadia', { kind: 'agreement' });
    await room.propose('Nadia');
    await play(room, [
      ['Bruno', '/objecter 1 "Non"', 'Ici, on choisit parmi les options.'],
      ['Bruno', '/bloquer 3 "Non"', 'Ici, on consent ou on objecte.'],
      ['Bruno', '/objecter 2 "Non"', 'Ici, on vote pour ou contre'],
      [
        'Bruno',
        '/voter 2 peut-être',
        '« peut-être » : répondez pour, contre, abstention ou blocage.',
      ],
      ['Bruno', '/voter 3 pour', '« pour » : répondez « je consens » ou « objection ».'],
      ['Bruno', '/voter 9 pour', 'Il n’y a pas de décision D-9 ici.'],
    ]);
    expect(
      await t.database.prisma.ballot.count({ where: { communityId: await room.community() } }),
    ).toBe(0);
  });
});
