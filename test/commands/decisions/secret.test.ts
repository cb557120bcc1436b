import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';
import { textOf } from '../../support/text.js';

/** Words that are nowhere else, so that finding one is finding a vote. */
const REASONS = ['xylophone mauve', 'zèbre écarlate', 'quetzal ambré'] as const;
const VOTES = /\b(agree|disagree|abstain|block|objection)\b/;

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
});
afterAll(() => t.close());

/** What can be read in every table, and everything the log was given. */
async function readable(): Promise<string> {
  await t.settle();
  return `${JSON.stringify(await tables(t.database))}\n${JSON.stringify(t.log.lines)}`;
}

const proposed = {
  ...{ name: 'Budget du four', kind: 'agreement', secret: 'oui' },
  body: 'On achète un four.',
};

describe('a secret agreement', () => {
  it('says in plain words who sees what', async () => {
    await room.propose('Nadia', proposed);
    expect(await room.card()).toContain(
      'Vote secret : on voit qui a voté, jamais quoi, ni ici ni dans la base de données.',
    );
    await play(room, [
      ['Nadia', '[Règle du jeu]', 'chiffré avec une clé qui n’est pas dans la base de données'],
      [
        'Bruno',
        `/voter 1 contre raison:"${REASONS[0]}"`,
        ['vous êtes contre', 'Personne d’autre ne voit votre vote.'],
      ],
      ['Chloé', '/voter 1 pour', 'vous êtes pour'],
      ['Dao', '[Je bloque]', 'Votre blocage'],
      ['Dao', { reason: '' }, 'Il manque'],
      ['Dao', { reason: REASONS[1] }, 'vous bloquez la proposition'],
    ]);
  });

  it('is readable in no table, no job and no log line', async () => {
    const all = await readable();
    for (const reason of REASONS) expect(all).not.toContain(reason);
    const {
      ballots,
      dialogues,
      handled_events: events,
      journal_entries: entries,
    } = await tables(t.database);
    expect(ballots?.length).toBe(3);
    for (const rows of [ballots, dialogues, events, entries])
      expect(JSON.stringify(rows)).not.toMatch(VOTES);
    for (const { content } of ballots ?? [])
      expect(String(content)).toMatch(/^v1\.[\w-]{8}\.[\w-]+$/);
  });

  it('is not told by the form that somebody began and left', async () => {
    await play(room, [['Nadia', '[Je bloque]', 'Votre blocage']]);
    await room.do('Nadia', 'decision.vote', { decision: '1', vote: 'block' });
    const { dialogues = [] } = await tables(t.database);
    expect(dialogues.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(dialogues)).not.toContain('block');
    expect(new Set(dialogues.map(({ args }) => String(args).length)).size).toBe(1);
  });

  it('has ballots of one length, whatever they say', async () => {
    await room.do('Nadia', 'decision.vote', {
      decision: '1',
      vote: 'abstain',
      reason: 'é'.repeat(1000),
    });
    const { ballots = [] } = await tables(t.database);
    expect(ballots).toHaveLength(4);
    expect(new Set(ballots.map(({ content }) => String(content).length)).size).toBe(1);
  });

  it('is seen by its owner, and by nobody else', async () => {
    await play(room, [
      [
        'Bruno',
        '/voir 1',
        [
          'Votre voix : contre.',
          'Bruno | contre : xylophone mauve',
          'Chloé | a voté',
          'Dao | a voté',
        ],
      ],
      ['Nadia', '/voir 1', ['Votre voix : abstention.', 'Bruno | a voté']],
      ['Bruno', '/décisions', 'donnée'],
      ['Bruno', '/décision exporter 1', 'Le vote de D-1 est secret et encore ouvert'],
      ['Bruno', '/décision exporter 1 csv', 'Le vote de D-1 est secret et encore ouvert'],
    ]);
    for (const who of ['Nadia', 'Chloé', 'Dao']) {
      const views = [
        textOf(await room.say(who, 'voir 1')),
        textOf(await room.say(who, 'décisions')),
        textOf(await room.say(who, 'ecc moi')),
        textOf(await room.say(who, 'décision règle 1')),
        ...(await room.seen()),
        ...(await room.seen(who)),
      ].join('\n');
      expect(views).not.toContain(REASONS[0]);
      expect(views).not.toContain('Pour l’instant');
      expect(views).not.toMatch(/Bruno \| contre/);
    }
  });

  it('is not repeated in the private message that asks to confirm it', async () => {
    await room.do('Nadia', 'decision.amend', {
      decision: '1',
      name: 'Budget du four',
      body: 'Un petit four.',
    });
    const asked = await room.last('D-1 : votre voix', 'Bruno');
    expect(asked).toContain('~~');
    expect(asked).not.toContain('contre');
    await play(room, [['Bruno', '[Oui, je confirme]', 'vous êtes contre']]);
    for (const who of ['Chloé', 'Dao', 'Nadia']) await room.say(who, 'décision confirmer 1');
    const all = await readable();
    for (const reason of REASONS) expect(all).not.toContain(reason);
  });

  it('once counted is parted from the names for ever', async () => {
    await play(room, [
      ['Nadia', '/décision clore 1', 'Clore maintenant ?'],
      ['Nadia', { reason: 'Tout le monde a voté.' }, 'La décision est close.'],
    ]);
    const { ballots = [] } = await tables(t.database);
    expect(ballots.map(({ content }) => content)).toEqual(['', '', '', '']);
    expect(await room.card()).toContain('Bloquée : 1 pour, 1 contre, 1 blocage, 1 abstention');
    const json = fileIn(await room.say('Bruno', 'décision exporter 1'));
    const { ballots: counted } = JSON.parse(json);
    expect(counted).toHaveLength(4);
    for (const ballot of counted) expect(Object.keys(ballot)).not.toContain('voter');
    expect(counted).toEqual(
      [...counted].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    );
    const csv = fileIn(await room.say('Bruno', 'décision exporter 1 csv'));
    for (const who of ['Bruno', 'Chloé', 'Dao', 'Nadia']) {
      expect(`${JSON.stringify(counted)}${csv}`).not.toContain(who);
    }
    await play(room, [
      ['Bruno', '/voir 1', ['Bruno | a voté', 'Dao | a voté']],
      ['Nadia', '/décision rouvrir 1 "demain 18h"', 'il ne peut plus être rouvert'],
    ]);
  });

  it('withdrawn gives no file', async () => {
    await room.propose('Nadia', proposed);
    await room.say('Bruno', 'voter 2 contre');
    await play(room, [
      ['Nadia', '/décision retirer 2', 'Retirer la proposition ?'],
      ['Nadia', { reason: 'Trop tôt.' }, 'La proposition est retirée.'],
      ['Bruno', '/décision exporter 2', 'D-2 a été retirée.'],
    ]);
  });
});

describe('a secret choice', () => {
  it('hides its options until it closes', async () => {
    const labels = 'Terracotta\nObsidienne';
    await room.propose('Nadia', {
      name: 'Couleur',
      body: 'Au choix.',
      kind: 'choice',
      options: labels,
      secret: 'yes',
      early: 'yes',
    });
    await play(room, [
      ['Bruno', '/voter 3 obsidienne', 'vous choisissez Obsidienne.'],
      ['Chloé', '[Votre choix=2]', 'vous choisissez Obsidienne.'],
      ['Dao', '/voter 3 blanc', 'vous votez blanc.'],
      ['', 'sees', ['- Terracotta\n- Obsidienne\n', '3 voix sur 4']],
    ]);
    const { ballots } = await tables(t.database);
    expect(JSON.stringify(ballots)).not.toContain('choices');
    await play(room, [
      ['Nadia', '/voter 3 1', ['vous choisissez Terracotta.', 'La décision est close.']],
      ['', 'sees', ['Choix fait : Obsidienne, 2 voix', 'Close : tous les membres avaient voté.']],
    ]);
  });
});

it('is refused for a consent, with the reason', async () => {
  const answer = await room.do('Nadia', 'ecc.change', {});
  const refused = await room.fill('Nadia', { kind: 'consent', secret: 'yes' }, answer);
  expect(textOf(refused)).toContain('Le consentement se donne à découvert');
});

function fileIn({
  blocks,
}: {
  readonly blocks: readonly { type: string; text?: string }[];
}): string {
  const file = blocks.find(({ type }) => type === 'file');
  if (!file?.text) throw new Error('no file');
  return file.text;
}
