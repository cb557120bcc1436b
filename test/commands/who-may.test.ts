import { afterAll, beforeAll, expect, it } from 'vitest';
import { commands } from '../../commands/commands.js';
import { type TestHouse, testHouse } from '../support/house.js';
import type { TestRoom } from '../support/room.js';
import { heldBy } from '../support/tables.js';
import { textOf } from '../support/text.js';
import { changes, ELSEWHERE, NAMES, READS, ROLES, type Role, type State } from './who-may.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
  await t.restartDeaf();
});
afterAll(() => t.close());

const START = '2026-11-21T10:00:00Z';

/** A meeting of Chloé’s that goes on, where everything there is was done by Dao. */
async function sitting(room: TestRoom): Promise<TestRoom> {
  await room.do('Chloé', 'agenda.add', { name: 'Atelier', when: 'tous les samedis à 11h30' });
  await room.do('Dao', 'agenda.answer', { event: '1', presence: 'yes' });
  await room.do('Dao', 'agenda.role', { event: '1', role: 'scribe' });
  for (const name of ['Un', 'Deux']) await room.do('Dao', 'agenda.item', { event: '1', name });
  t.clock.set('2026-11-21T10:35:00Z');
  await room.do('Dao', 'agenda.note', { text: 'Bonjour.' });
  await room.do('Dao', 'agenda.task', { who: 'Dao', what: 'Ranger', due: 'jeudi' });
  // Since when somebody was last seen is no change of theirs.
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
  return room;
}

async function prepared(state: State | undefined): Promise<TestRoom> {
  const room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
  t.clock.set(START);
  if (state === 'sitting') return sitting(room);
  if (state === 'meeting') {
    await room.do('Chloé', 'agenda.add', { name: 'Atelier', when: 'tous les jeudis à 18h' });
    return room;
  }
  if (state === 'resource') {
    await room.do('Chloé', 'veille.add', { link: 'https://exemple.org/eau', theme: 'eau' });
    return room;
  }
  if (state === 'edition') {
    for (const one of ['eau', 'puits']) {
      await room.do('Chloé', 'veille.add', { link: `https://exemple.org/${one}`, theme: 'eau' });
    }
    await room.do('Nadia', 'veille.edition-begin', { name: 'Eaux', introduction: 'Voici.' });
    await room.do('Nadia', 'veille.edition-add', { resources: 'V-1 V-2' });
    return room;
  }
  await room.propose('Chloé', { closes: 'demain 18h' });
  await room.do('Dao', 'decision.question', { decision: '1', text: 'Qui ?' });
  await room.do('Chloé', 'wealth.open-context', { name: 'Festival' });
  for (const who of ['Dao', 'Bruno', 'Chloé', 'Nadia']) {
    await room.do(who, 'wealth.join', { context: 'Festival' });
  }
  const given = { quantity: '2h', nature: 'soin', what: 'Repas', context: 'Festival' };
  await room.do('Dao', 'wealth.declare', given);
  const ended = { decision: '1', reason: 'Non.' };
  if (state === 'between') await room.do('Dao', 'decision.object', ended);
  if (state === 'between' || state === 'closed') await room.do('Chloé', 'decision.close', ended);
  if (state === 'withdrawn') await room.do('Chloé', 'decision.withdraw', ended);
  if (state && state !== 'open') await room.fill('Chloé', {});
  return room;
}

const held = async (room: TestRoom) => heldBy(t.database, await room.community());

async function attempt(room: TestRoom, role: Role, command: string): Promise<string> {
  const { state, args } = changes[command] ?? { args: {} };
  const about =
    state === 'meeting' || state === 'sitting'
      ? { event: '1' }
      : state === 'resource'
        ? { resource: '1' }
        : state === 'edition'
          ? { edition: '1', resource: '1' }
          : { decision: '1' };
  const given = state ? { ...about, ...args } : args;
  const answer = await room.do(NAMES[role], command, given);
  return textOf(answer.form ? await room.fill(NAMES[role], {}) : answer);
}

/** What leaves no trace, or may be refused to those who may for another reason. */
const QUIET = new Set([
  ...['agenda.follow', 'agenda.unfollow', 'agenda.link-calendar', 'agenda.unlink-calendar'],
  'wealth.join',
  'ecc.language',
  'ecc.reminders',
  'ecc.link-rooms',
  'ecc.unlink-room',
]);
const NOT_THEIRS =
  /Ce geste revient à (?:la personne qui a proposé|qui )|Ce geste revient aux personnes qui facilitent/;

it.each(Object.entries(changes))('%s', async (command, { state, may }) => {
  let room = await prepared(state);
  let changed = false;
  for (const role of ROLES) {
    // What one role has done, another cannot do again: those who may each have their own.
    if (changed && state) room = await prepared(state);
    const before = await held(room);
    const answer = await attempt(room, role, command);
    changed = (await held(room)) !== before;
    const allowed = may.includes(role);
    expect(NOT_THEIRS.test(answer), `${role}: ${answer}`).toBe(!allowed);
    if (!QUIET.has(command)) expect(changed, role).toBe(allowed);
  }
});

it('no command is left out of the table', () => {
  const known = new Set([...Object.keys(changes), ...ELSEWHERE, ...READS]);
  expect(commands.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
});

it('what one may not do is not offered', async () => {
  const room = await prepared('open');
  const offered = async (who: string) =>
    (await room.say(who, 'voir 1')).actions.map(({ label }) => label);
  expect(await offered('Bruno')).not.toContain('Conduire la décision');
  expect(await offered('Chloé')).toContain('Conduire la décision');
  const steer = { command: 'decision.steer', args: { decision: '1' } };
  expect(textOf(await room.act('Bruno', steer))).toContain('Ce geste revient à la personne');
  expect(textOf(await room.act('Chloé', steer))).toContain('[Clore maintenant]');
  expect(textOf(await room.say('Bruno', 'ecc réglages'))).not.toContain('[Modifier les réglages]');
  expect(textOf(await room.say('Nadia', 'ecc réglages'))).toContain('[Modifier les réglages]');
  const community = { topic: 'ecc', group: 'community' };
  expect(textOf(await room.do('Bruno', 'ecc.help', community))).not.toContain('/ecc régler');
  expect(textOf(await room.do('Nadia', 'ecc.help', community))).toContain('/ecc régler');
  expect((await room.complete('Bruno', 'ecc ré')).map(({ label }) => label)).not.toContain(
    'ecc régler',
  );
});
