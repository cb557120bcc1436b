import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accept, ask, dueNow, dueOf } from '../../src/mediation/rules/course.js';
import { isAgreed, isPending, meetingOf, nextReminder } from '../../src/mediation/rules/meeting.js';
import { agreedOf } from '../../src/mediation/rules/participants.js';
import type { MeetingPage, Step } from '../../src/mediation/types/meeting.js';
import { member, NOW, request } from './people.js';

const HOUR = 3_600_000;
const [nadia, karim, lou] = [member('Nadia'), member('Karim'), member('Lou')];
const later = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR);

const took = (by: typeof nadia, step: Step, mediator = karim): MeetingPage => ({
  ...{ type: 'meeting', by, mediator, step, at: NOW },
});
const DATES: Step = { type: 'dates', slots: ['2026-12-01T18:00', '2026-12-03T20:00'], zone: 'UTC' };
const suits = (...presences: ('yes' | 'maybe' | 'no')[]): Step => ({ type: 'suits', presences });
const OFFER: Step = { type: 'offer', platform: 'discord' };
const entry = (enters: boolean): Step => ({ type: 'entry', enters });
const START = later(48);

describe('how people come to meet', () => {
  it('begins with nothing', () => {
    expect(meetingOf([], karim)).toEqual({ dates: null, start: null, room: null });
  });

  it('keeps the last answer of each, and begins anew with other dates', () => {
    const said = [
      ...[took(karim, DATES), took(karim, suits('yes', 'yes')), took(nadia, suits('no', 'yes'))],
      took(nadia, suits('maybe', 'yes')),
    ];
    const { dates } = meetingOf(said, karim);
    expect(dates?.answers.map((one) => [one.member, ...one.presences])).toEqual([
      [karim, 'yes', 'yes'],
      [nadia, 'maybe', 'yes'],
    ]);
    const chosen = [...said, took(karim, { type: 'chosen', start: START })];
    expect(meetingOf(chosen, karim).start).toEqual(START);
    const anew = meetingOf([...chosen, took(karim, DATES)], karim);
    expect(anew).toMatchObject({ dates: { round: 2, answers: [] }, start: null });
  });

  it('with a new mediator, is as if nothing had been said', () => {
    const before = [took(karim, DATES), took(nadia, OFFER), took(karim, entry(true))];
    expect(meetingOf(before, lou)).toEqual(meetingOf([], lou));
    expect(meetingOf(before, null)).toEqual(meetingOf([], null));
  });

  it('opens no room that somebody did not say yes to, whatever is said in any order', () => {
    const people = [nadia, karim, lou];
    const step = fc.oneof(
      fc.constant(OFFER),
      fc.boolean().map(entry),
      fc.constant<Step>({ type: 'room', fault: null, url: null }),
      fc.constant<Step>({ type: 'room', fault: 'apart', url: null }),
    );
    const one = fc.tuple(fc.constantFrom(...people), step).map(([by, does]) => took(by, does));
    fc.assert(
      fc.property(fc.array(one), (pages) => {
        const { room } = meetingOf(pages, karim);
        if (!room || !isAgreed(room, people)) return;
        const last = pages.findLastIndex((page) => page.step.type === 'offer');
        const since = pages.slice(last);
        for (const person of people) {
          const own = since.filter(({ by }) => by === person).map((page) => page.step);
          expect(own.some((did) => did.type === 'offer' || did.type === 'entry')).toBe(true);
          expect(own.every((did) => did.type !== 'entry' || did.enters)).toBe(true);
        }
      }),
    );
  });

  it('waits on an offer, and on an open room; not on one refused or impossible', () => {
    const offered = [took(nadia, OFFER)];
    const state = (...more: MeetingPage[]) => meetingOf([...offered, ...more], karim).room;
    expect(isPending(null)).toBe(false);
    expect(isPending(state())).toBe(true);
    expect(isPending(state(took(karim, entry(false))))).toBe(false);
    const room = (fault: 'apart' | null) => took(nadia, { type: 'room', fault, url: null });
    expect(isPending(state(took(karim, entry(true)), room(null)))).toBe(true);
    expect(isPending(state(took(karim, entry(true)), room('apart')))).toBe(false);
  });
});

describe('reminders', () => {
  it.each([
    [48, 24],
    [24, 23],
    [2, 1],
    [1, null],
    [-1, null],
  ])('of a meeting in %i hours come in %s', (hours, next) => {
    expect(nextReminder(later(hours), NOW)).toEqual(next === null ? null : later(next));
  });

  it('come by the clock of the request, for as long as it is accompanied', () => {
    const met = accept(ask(request(), karim, NOW), NOW);
    const reminded = { ...met, meetAt: START, remindAt: later(24) };
    expect(dueOf(reminded)).toEqual({ at: later(24), what: 'remind' });
    expect(dueNow(reminded, later(23))).toBe(null);
    expect(dueNow(reminded, later(24))).toBe('remind');
    expect(dueOf({ ...reminded, remindAt: null })?.what).toBe('close');
    expect(dueOf({ ...reminded, state: 'paused' })?.what).toBe('close');
  });
});

it('whoever asked and whoever accompanies have agreed; nobody else has', () => {
  expect(agreedOf(request())).toEqual([nadia]);
  expect(agreedOf(ask(request(), karim, NOW))).toEqual([nadia]);
  expect(agreedOf(accept(ask(request(), karim, NOW), NOW))).toEqual([nadia, karim]);
});
