import { afterAll, beforeAll, expect, it } from 'vitest';
import { shortenId } from '../../../src/kernel/ids.js';
import { GESTURES, type Gesture } from '../../../src/mediation/policy.js';
import type { State } from '../../../src/mediation/types.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import type { TestRoom } from '../../support/room.js';
import { heldBy } from '../../support/tables.js';
import { textOf } from '../../support/text.js';
import { onlyRequest } from './secrecy.js';
import { mediationRoom, STORY } from './support.js';

/** What each person is to the request once it is in a state. */
const PEOPLE = {
  requester: 'Nadia',
  asked: 'Lou',
  mediator: 'Lou',
  former: 'Karim',
  named: 'Dao',
  facilitator: 'Bruno',
} as const;
type Who = keyof typeof PEOPLE;

/** By state, then by gesture: who may, and nobody else. Written out, not read from the policy. */
const R: readonly Who[] = ['requester'];
const RA: readonly Who[] = ['requester', 'asked'];
const RM: readonly Who[] = ['requester', 'mediator'];
const TABLE: Readonly<Record<State, Readonly<Partial<Record<Gesture, readonly Who[]>>>>> = {
  draft: { open: R, edit: R, send: R, read: R, erase: R },
  asking: {
    ...{ open: RA, read: RA, accept: ['asked'], decline: ['asked'], talk: R, readings: R },
    ...{ reveal: R, close: R, erase: R },
  },
  met: {
    ...{ open: RM, read: RM, write: RM, talk: RM, readings: R, reveal: R },
    ...{ recuse: ['mediator'], close: R, erase: R },
    ...{ meeting: RM, dates: ['mediator'], suit: RM, choose: ['mediator'], offer: R, enter: RM },
  },
  paused: {
    ...{ open: R, send: R, read: R, talk: R, readings: R, reveal: R, close: R, erase: R },
  },
  closed: { open: RM, read: RM, talk: RM, readings: R, erase: R },
};

const CAST: Readonly<Record<State, readonly Who[]>> = {
  draft: ['requester', 'named', 'facilitator'],
  asking: ['requester', 'asked', 'former', 'named', 'facilitator'],
  met: ['requester', 'mediator', 'former', 'named', 'facilitator'],
  paused: ['requester', 'former', 'named', 'facilitator'],
  closed: ['requester', 'mediator', 'former', 'named', 'facilitator'],
};

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
  await t.restartDeaf();
});
afterAll(() => t.close());

/** Karim was asked, declined; Lou was asked next. */
async function prepared(state: State): Promise<{ room: TestRoom; act: (g: Gesture) => object }> {
  const room = await mediationRoom(t);
  await room.do('Nadia', 'mediation.ask', STORY);
  const id = shortenId(await onlyRequest(t, room));
  const gesture = async (who: string, name: Gesture, args = {}) => {
    const answer = await room.do(who, `mediation.${name}`, { case: id, ...args });
    return answer.form ? room.fill(who, {}) : answer;
  };
  if (state !== 'draft') {
    await gesture('Nadia', 'send');
    await gesture('Karim', 'decline');
  }
  if (state === 'met' || state === 'closed') await gesture('Lou', 'accept');
  if (state === 'met') {
    await gesture('Lou', 'dates', { slots: 'mardi 18h ; jeudi 18h' });
    await gesture('Nadia', 'offer', { network: 'web' });
  }
  if (state === 'paused') await gesture('Lou', 'decline');
  if (state === 'closed') await gesture('Nadia', 'close');
  const words = {
    ...{ write: { text: 'Bonjour' }, edit: { happening: 'Autrement' } },
    ...{ dates: { slots: 'lundi 18h ; mardi 18h' }, offer: { network: 'web' } },
    ...{ suit: { round: '1', presence: 'maybe', slots: '2' }, choose: { round: '1', slot: '1' } },
    enter: { round: '1', yes: 'no' },
  } as const;
  return {
    room,
    act: (name) => ({ case: id, ...(name in words ? words[name as keyof typeof words] : {}) }),
  };
}

const REFUSED =
  /n’est pas, ou n’est plus, parmi les vôtres|n’est plus entre vos mains|Ce n’est pas possible à cette étape/;
/** Readers leave no trace but that of a reading by somebody else. */
const QUIET = new Set<Gesture>(['open', 'readings', 'meeting']);

const cells = Object.entries(TABLE).flatMap(([state, row]) =>
  GESTURES.map((gesture) => [state as State, gesture, row[gesture] ?? []] as const),
);

it.each(cells)('%s: %s', async (state, gesture, may) => {
  let { room, act } = await prepared(state);
  for (const who of CAST[state]) {
    const name = PEOPLE[who];
    const before = await heldBy(t.database, await room.community());
    const answer = await room.do(name, `mediation.${gesture}`, { ...act(gesture) });
    const said = textOf(answer.form ? await room.fill(name, {}) : answer);
    const allowed = may.includes(who);
    expect(REFUSED.test(said), `${who}: ${said}`).toBe(!allowed);
    const changed = (await heldBy(t.database, await room.community())) !== before;
    if (!allowed) {
      expect(changed, who).toBe(false);
      expect(said, who).not.toContain('xylophone');
    } else if (!QUIET.has(gesture) && who !== 'requester') expect(changed, who).toBe(true);
    if (allowed && changed) ({ room, act } = await prepared(state));
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
