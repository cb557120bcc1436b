import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { candidates } from '../../src/mediation/rules/choosing.js';
import { accept, ask, close, dueOf, partOf, pause } from '../../src/mediation/rules/course.js';
import {
  approve,
  canGather,
  gather,
  guestOf,
  invite,
  join,
  leave,
  oneVoiceEach,
  prefer,
  reword,
  withdraw,
} from '../../src/mediation/rules/guests.js';
import { guestsNow, mediatorLost } from '../../src/mediation/rules/leaving.js';
import { agreedOf, invitationOf, participantsOf } from '../../src/mediation/rules/participants.js';
import { GUEST_STATES, type Guest, type Request } from '../../src/mediation/types.js';
import { mediator, member, NOW, person, request, STORY } from './people.js';

const DAO = member('Dao');
const LOU = member('Lou');
const KARIM = member('Karim');
const DAY = 86_400_000;
const later = (days: number): Date => new Date(NOW.getTime() + days * DAY);

const met = (): Request =>
  accept(ask(request({ story: { ...STORY, what: 'Un secret.' } }), KARIM, NOW), NOW);
const invited = (one = met(), who = DAO): Request =>
  approve(invite(one, who, 'Parlons.'), 'mediator', who, NOW);
const state = (one: Request, who = DAO) => guestOf(one, who)?.state;

describe('somebody to invite', () => {
  it('knows nothing until both approved the same text', () => {
    const drafted = invite(met(), DAO, 'Parlons.');
    expect(partOf(drafted, DAO)).toBe('stranger');
    const changed = reword(drafted, 'mediator', DAO, 'Parlons un peu.');
    expect(partOf(changed, DAO)).toBe('stranger');
    expect(guestOf(changed, DAO)?.approved).toEqual(['mediator']);
    expect(partOf(approve(changed, 'mediator', DAO, NOW), DAO)).toBe('stranger');
    expect(partOf(approve(changed, 'requester', DAO, NOW), DAO)).toBe('invited');
  });

  it('is told the text and who the mediator is, and nothing else', () => {
    const known = invitationOf(invited(), DAO);
    expect(known).toMatchObject({ text: 'Parlons.', mediator: KARIM, together: [] });
    const all = JSON.stringify(known);
    for (const word of ['Nadia', 'Un secret.', 'Sureau']) expect(all).not.toContain(word);
  });

  it('knows of the others only once all have answered and talk together', () => {
    const both = invited(invited(), LOU);
    const one = join(both, DAO);
    expect(canGather(one)).toBe(false);
    expect(invitationOf(one, DAO)?.together).toEqual([]);
    expect(agreedOf(one)).toEqual(['Nadia', 'Karim']);
    const all = leave(one, LOU);
    expect(canGather(all)).toBe(true);
    expect(agreedOf(gather(all))).toEqual(['Nadia', 'Karim', 'Dao']);
    expect(gather(all).named).toBe(true);
    expect(canGather(gather(all))).toBe(false);
  });

  it('has a week to answer, then is asked no more', () => {
    expect(dueOf(invited())).toEqual({ at: new Date('2026-11-28T11:00:00Z'), what: 'unanswered' });
    const here = () => true;
    expect(state(guestsNow(invited(), later(6), here))).toBe('waiting');
    expect(state(guestsNow(invited(), later(8), here))).toBe('silent');
    expect(dueOf(guestsNow(invited(), later(8), here))?.what).toBe('close');
  });

  it('not told yet, leaves no trace when the idea is dropped; told, is asked no more', () => {
    expect(withdraw(invite(met(), DAO, 'Parlons.'), DAO).guests).toEqual([]);
    expect(state(withdraw(invited(), DAO))).toBe('silent');
  });
});

describe('without the mediator they agreed to', () => {
  test.each([
    ['waiting', invited(), 'held'],
    ['accepted', join(invited(), DAO), 'held'],
    ['elsewhere', prefer(invited(), DAO, LOU), 'held'],
    ['drafted', invite(met(), DAO, 'Parlons.'), 'stranger'],
    ['declined', leave(invited(), DAO), 'former'],
    ['left', leave(join(invited(), DAO), DAO), 'former'],
  ] as const)('%s is', (_, before, part) => {
    const paused = pause(before, 'recused', NOW);
    expect(partOf(paused, DAO)).toBe(part);
    expect(agreedOf(paused)).toEqual(['Nadia']);
    const next = accept(ask(paused, LOU, NOW), NOW);
    expect(partOf(next, DAO)).toBe(part);
    if (part === 'held') expect(partOf(approve(next, 'mediator', DAO, NOW), DAO)).toBe('invited');
  });

  it('what the requester had not approved still waits for them', () => {
    const worded = reword(invite(met(), DAO, 'Parlons.'), 'mediator', DAO, 'Vous et moi.');
    const next = accept(ask(pause(worded, 'recused', NOW), LOU, NOW), NOW);
    expect(state(approve(next, 'mediator', DAO, NOW))).toBe('drafted');
  });
});

it('nobody invited is asked to mediate, whatever they answered', () => {
  for (const one of GUEST_STATES) {
    const guests = [{ ...(guestOf(invited(), DAO) as Guest), state: one }];
    const pool = ['Dao', 'Lou'].map((name) => mediator(name));
    const people = ['Nadia', 'Dao', 'Lou'].map(person);
    const able = candidates(request({ guests }), { pool, people, loads: new Map() });
    expect(able.map((each) => each.member)).toEqual(['Lou']);
  }
});

it('a mediator who is gone, or turns out to be invited, cannot go on', () => {
  const here = (...names: string[]) => ((who: string) => names.includes(who)) as () => boolean;
  expect(mediatorLost(invited(), here('Karim', 'Dao'))).toBe(false);
  expect(mediatorLost(invited(), here('Dao'))).toBe(true);
  expect(mediatorLost(invited(met(), KARIM), here('Karim'))).toBe(true);
  expect(mediatorLost(close(invited(), NOW), here('Dao'))).toBe(false);
});

it('who is gone has left, and who was not told is forgotten', () => {
  const all = invite(join(invited(), DAO), LOU, 'Parlons.');
  const now = guestsNow(all, NOW, () => false);
  expect(now.guests.map((one) => [one.member, one.state])).toEqual([['Dao', 'left']]);
});

it('each is there once, by their firmest answer, and the requester is nobody’s guest', () => {
  const guest = (who: string, is: Guest['state']): Guest => ({
    ...(guestOf(invited(), DAO) as Guest),
    ...{ member: member(who), state: is },
  });
  const several = [guest('Dao', 'waiting'), guest('Dao', 'declined'), guest('Nadia', 'accepted')];
  const kept = oneVoiceEach(several, member('Nadia'));
  expect(kept.map((one) => [one.member, one.state])).toEqual([['Dao', 'declined']]);
});

/** Gestures of anybody on guests, in any order. */
const steps = fc.array(
  fc.record({
    who: fc.constantFrom('Dao', 'Lou', 'Bruno').map(member),
    does: fc.constantFrom(
      ...(['invite', 'reword', 'mine', 'yours', 'join', 'leave', 'prefer', 'gather'] as const),
      ...(['withdraw', 'recuse', 'close', 'time'] as const),
    ),
  }),
  { maxLength: 40 },
);

function step(one: Request, { who, does }: { who: Guest['member']; does: string }): Request {
  const part = partOf(one, who);
  const guest = guestOf(one, who);
  if (does === 'close') return one.state === 'closed' ? one : close(one, NOW);
  if (one.state !== 'met') return part === 'held' && does === 'leave' ? leave(one, who) : one;
  if (does === 'recuse') return accept(ask(pause(one, 'recused', NOW), KARIM, NOW), NOW);
  if (does === 'gather') return canGather(one) ? gather(one) : one;
  if (does === 'time') return guestsNow(one, later(30), () => true);
  if (does === 'leave') {
    return part === 'invited' || part === 'held' || part === 'joined' ? leave(one, who) : one;
  }
  if (part === 'invited' && does === 'join') return join(one, who);
  if (part === 'invited' && does === 'prefer') return prefer(one, who, LOU);
  if (does === 'invite') return !guest || guest.state === 'silent' ? invite(one, who, 'P') : one;
  if (does === 'withdraw')
    return guest?.until || guest?.state === 'drafted' ? withdraw(one, who) : one;
  if (guest?.state !== 'drafted') return one;
  if (does === 'reword') return reword(one, 'mediator', who, 'Q');
  if (does === 'mine') return approve(one, 'requester', who, NOW);
  return does === 'yours' ? approve(one, 'mediator', who, NOW) : one;
}

it('whatever is done, nobody takes part who was not asked with both agreeing, nor against their no', () => {
  fc.assert(
    fc.property(steps, (done) => {
      const no = new Set<string>();
      let one = met();
      for (const each of done) {
        one = step(one, each);
        for (const guest of one.guests) {
          const part = partOf(one, guest.member);
          if (guest.state === 'declined' || guest.state === 'left') no.add(guest.member);
          if (no.has(guest.member)) expect(part).toBe('former');
          if (part === 'invited' || part === 'joined') expect(guest.approved).toHaveLength(2);
          if (guest.together) expect(part).toBe('joined');
          expect(guest.until !== null).toBe(guest.state === 'waiting');
        }
        const people = participantsOf(one).map((who) => who.member);
        expect(new Set(people).size).toBe(people.length);
      }
    }),
  );
});
