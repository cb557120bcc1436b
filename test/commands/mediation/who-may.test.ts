import { afterAll, beforeAll, expect, it } from 'vitest';
import { shortRef } from '../../../commands/mediation/params.js';
import { type MemberId, shortenId } from '../../../src/kernel/ids.js';
import { GESTURES, type Gesture } from '../../../src/mediation/policy.js';
import { STATES, type State } from '../../../src/mediation/types.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import type { TestRoom } from '../../support/room.js';
import { heldBy } from '../../support/tables.js';
import { textOf } from '../../support/text.js';
import { onlyRequest } from './secrecy.js';
import { mediationRoom, STORY } from './support.js';

/** What each person is to the request once it is in a state. */
const PEOPLE = {
  requester: 'Nadia',
  asked: 'Zoé',
  mediator: 'Lou',
  former: 'Karim',
  invited: 'Chloé',
  held: 'Chloé',
  joined: 'Maya',
  drafted: 'Ada',
  named: 'Dao',
  facilitator: 'Bruno',
} as const;
type Who = keyof typeof PEOPLE;

/** By state, then by gesture: who may, and nobody else. Written out, not read from the policy. */
const R: readonly Who[] = ['requester'];
const RA: readonly Who[] = ['requester', 'asked'];
const RM: readonly Who[] = ['requester', 'mediator'];
const G: readonly Who[] = ['invited', 'joined'];
const T: readonly Who[] = [...RM, 'joined'];
const TABLE: Readonly<Record<State, Readonly<Partial<Record<Gesture, readonly Who[]>>>>> = {
  draft: { open: R, edit: R, send: R, read: R, erase: R, outside: R },
  asking: {
    ...{ open: [...RA, 'held'], read: RA, accept: ['asked'], decline: ['asked'], talk: R },
    ...{ readings: R, reveal: R, close: R, erase: R, together: R, leave: ['held'] },
  },
  met: {
    ...{ open: [...RM, ...G], read: RM, write: [...RM, ...G], talk: [...RM, ...G], readings: R },
    ...{ reveal: R, recuse: ['mediator'], close: R, erase: R },
    ...{ guests: RM, invite: R, reword: RM, approve: RM, withdraw: RM, change: R, gather: R },
    ...{ join: ['invited'], prefer: ['invited'], leave: G, terms: T, amend: T },
    confirm: ['requester', 'joined'],
    ...{ say: T, together: T },
    ...{ meeting: T, dates: ['mediator'], suit: T, choose: ['mediator'], offer: R, enter: T },
  },
  paused: {
    ...{ open: [...R, 'held'], send: R, read: R, talk: R, readings: R, reveal: R, close: R },
    ...{ erase: R, together: R, leave: ['held'], outside: R },
  },
  closed: {
    ...{ open: [...RM, 'joined'], read: RM, talk: [...RM, 'joined'], readings: R, erase: R },
    ...{ together: [...RM, 'joined'], leave: ['joined'] },
  },
};

const CAST: Readonly<Record<State, readonly Who[]>> = {
  draft: ['requester', 'named', 'facilitator'],
  asking: ['requester', 'asked', 'former', 'held', 'drafted', 'named', 'facilitator'],
  met: ['requester', 'mediator', 'former', ...G, 'drafted', 'named', 'facilitator'],
  paused: ['requester', 'former', 'held', 'drafted', 'named', 'facilitator'],
  closed: ['requester', 'mediator', 'former', 'joined', 'drafted', 'named', 'facilitator'],
};

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
  await t.restartDeaf();
});
afterAll(() => t.close());

/**
 * Karim was asked, declined; Lou accepted. Maya talks with them, Chloé was invited, Ugo would accept
 * with Zoé, Ada knows nothing yet. Then Lou steps back, and Zoé is asked.
 */
async function prepared(state: State): Promise<{ room: TestRoom; act: (g: Gesture) => object }> {
  const room = await mediationRoom(t);
  for (const who of ['Zoé', 'Chloé', 'Maya', 'Ada', 'Ugo']) {
    await room.arrive(who);
    t.clock.pass(1);
  }
  await room.do('Bruno', 'mediation.name', { member: 'Zoé' });
  const members = await t.house.services.community.members(await room.community());
  const idOf = (who: string) => members.find(({ name }) => name === who)?.id as MemberId;
  const guest = (who: string) => ({ guest: shortRef(idOf(who)), version: '1' });
  await room.do('Nadia', 'mediation.ask', STORY);
  const id = shortenId(await onlyRequest(t, room));
  const gesture = async (who: string, name: Gesture, args = {}) => {
    const answer = await room.do(who, `mediation.${name}`, { case: id, ...args });
    return answer.form ? room.fill(who, {}) : answer;
  };
  const invite = async (who: string) => {
    await gesture('Nadia', 'invite', { member: who, invitation: 'Parlons.' });
    await gesture('Lou', 'approve', guest(who));
  };
  if (state !== 'draft') {
    await gesture('Nadia', 'send');
    await gesture('Karim', 'decline');
    await gesture('Lou', 'accept');
    await invite('Maya');
    await gesture('Maya', 'join');
    await gesture('Nadia', 'gather');
    await gesture('Maya', 'say', { text: 'Bonjour' });
    await gesture('Lou', 'amend', { wording: 'Un texte.' });
    for (const who of ['Chloé', 'Ugo']) await invite(who);
    await gesture('Ugo', 'prefer', { helper: shortenId(idOf('Zoé')) });
    await gesture('Nadia', 'invite', { member: 'Ada', invitation: 'Parlons.' });
  }
  if (state === 'met') {
    await gesture('Lou', 'dates', { slots: 'mardi 18h ; jeudi 18h' });
    await gesture('Nadia', 'offer', { network: 'web' });
  }
  if (state === 'paused' || state === 'asking') await gesture('Lou', 'recuse');
  if (state === 'asking') await gesture('Nadia', 'send', { helper: shortenId(idOf('Zoé')) });
  if (state === 'closed') await gesture('Nadia', 'close');
  const words: Partial<Record<Gesture, object>> = {
    ...{ write: { text: 'Bonjour' }, say: { text: 'Bonjour' }, edit: { happening: 'Autrement' } },
    ...{ invite: { member: 'Dao', invitation: 'Parlons.' }, change: guest('Ugo') },
    ...{ reword: { ...guest('Ada'), invitation: 'Autrement.' }, approve: guest('Ada') },
    ...{ amend: { wording: 'Autrement.' }, confirm: { version: '1' } },
    ...{ dates: { slots: 'lundi 18h ; mardi 18h' }, offer: { network: 'web' } },
    ...{ suit: { round: '1', presence: 'maybe', slots: '2' }, choose: { round: '1', slot: '1' } },
    ...{ enter: { round: '1', yes: 'no' }, introduce: { called: 'Camille' } },
    ...{ withdraw: guest('Ada'), prefer: { helper: shortenId(idOf('Zoé')) } },
  };
  return { room, act: (name) => ({ case: id, ...words[name] }) };
}

const REFUSED =
  /n’est pas, ou n’est plus, parmi les vôtres|n’est plus entre vos mains|Ce n’est pas possible à cette étape/;
/** Readers leave no trace but that of a reading by somebody else. */
const QUIET = new Set<Gesture>(['open', 'readings', 'meeting', 'guests', 'terms']);
/** A guest's own line is theirs: nobody is told that they read it. */
const quiet = (gesture: Gesture, who: Who): boolean =>
  QUIET.has(gesture) || (gesture === 'talk' && (who === 'invited' || who === 'joined'));

const cells = Object.entries(TABLE).flatMap(([state, row]) =>
  GESTURES.flatMap((gesture) => {
    const may = row[gesture];
    return may ? [[state as State, gesture, may] as const] : [];
  }),
);

/** What only adds a message or a reading leaves the rest as it was. */
const ADDS = new Set<Gesture>(['read', 'talk', 'together', 'write', 'say']);
const ready = new Map<State, Awaited<ReturnType<typeof prepared>>>();
async function stage(state: State): ReturnType<typeof prepared> {
  const one = ready.get(state) ?? (await prepared(state));
  ready.set(state, one);
  return one;
}

async function attempt(state: State, gesture: Gesture, who: Who): Promise<string> {
  const { room, act } = await stage(state);
  const answer = await room.do(PEOPLE[who], `mediation.${gesture}`, { ...act(gesture) });
  return textOf(answer.form ? await room.fill(PEOPLE[who], {}) : answer);
}

async function held(state: State): Promise<string> {
  const { room } = await stage(state);
  return heldBy(t.database, await room.community());
}

/** Hundreds of gestures, on a machine that may be slow. */
const LONG = { timeout: 600_000 };

it.each(STATES)('%s: who may not is refused, reads and changes nothing', LONG, async (state) => {
  const before = await held(state);
  for (const gesture of GESTURES) {
    const may = TABLE[state][gesture] ?? [];
    for (const who of CAST[state].filter((one) => !may.includes(one))) {
      const said = await attempt(state, gesture, who);
      expect(said, `${gesture}, ${who}`).toMatch(REFUSED);
      expect(said, `${gesture}, ${who}`).not.toContain('xylophone');
    }
  }
  expect(await held(state)).toBe(before);
});

it.each(cells)('%s: %s, by who may', LONG, async (state, gesture, may) => {
  for (const who of may) {
    const before = await held(state);
    const said = await attempt(state, gesture, who);
    expect(said, who).not.toMatch(REFUSED);
    const changed = (await held(state)) !== before;
    if (!quiet(gesture, who) && who !== 'requester') expect(changed, who).toBe(true);
    if (changed && !ADDS.has(gesture)) ready.delete(state);
  }
});

it('to who is no part of it, a request is as one that is not', async () => {
  const { room, act } = await prepared('met');
  const real = textOf(await room.do('Dao', 'mediation.talk', { ...act('talk') }));
  const none = shortenId('018f0000-0000-7000-8000-000000000000');
  const nothing = textOf(await room.do('Dao', 'mediation.talk', { case: none }));
  const forged = textOf(await room.do('Dao', 'mediation.talk', { case: 'x' }));
  expect(real).toBe(nothing);
  expect(forged).toContain('n’est pas, ou n’est plus, parmi les vôtres');
});

it('a request of another community is out of reach, by its own buttons too', async () => {
  const { act } = await prepared('met');
  const other = await mediationRoom(t);
  for (const gesture of GESTURES) {
    const answer = await other.do('Nadia', `mediation.${gesture}`, { ...act(gesture) });
    const said = textOf(answer.form ? await other.fill('Nadia', {}) : answer);
    expect(said, gesture).toMatch(REFUSED);
  }
});

it('a mediator speaks for themselves, and facilitators name and unname', async () => {
  const room = await mediationRoom(t);
  const done = async (who: string, command: string, args: Record<string, string>) => {
    const answer = await room.do(who, command, args);
    return textOf(answer.form ? await room.fill(who, {}) : answer);
  };
  const words = { aboutme: 'Vingt ans d’écoute', spoken: 'français, anglais', load: '2' };
  expect(await done('Lou', 'mediation.present', { ...words, available: 'oui' })).toContain(
    'C’est enregistré',
  );
  expect(textOf(await room.say('Dao', 'médiation personnes'))).toContain('Vingt ans d’écoute');
  for (const who of ['Dao', 'Bruno']) {
    expect(await done(who, 'mediation.present', words)).toContain('ne reçoit pas de demandes');
  }
  expect(await done('Lou', 'mediation.present', { ...words, spoken: 'klingon' })).toContain(
    'français et anglais',
  );
  expect(await done('Dao', 'mediation.unname', { member: 'Lou' })).toContain('qui facilitent');
  expect(await done('Bruno', 'mediation.unname', { member: 'Lou' })).toContain('ne recevra plus');
  expect(await done('Bruno', 'mediation.unname', { member: 'Lou' })).toContain('ne reçoit pas');
});
