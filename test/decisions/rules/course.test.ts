import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as course from '../../../src/decisions/rules/course.js';
import { KINDS, LIMITS, type Rule, type State, type Vote } from '../../../src/decisions/types.js';
import { aDecision, anObjection } from './made.js';

const NOW = new Date('2026-11-21T10:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const codeOf = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? 'ok' : result.refusals?.[0]?.code;

describe('votes are taken', () => {
  it.each<[State, number, boolean]>([
    ['open', 1, true],
    ['open', 0, false],
    ['open', -1, false],
    ['between_rounds', DAY, false],
    ['closed', DAY, false],
    ['withdrawn', DAY, false],
  ])('%s, %d ms before the end: %s', (state, left, taken) => {
    expect(course.takesVotes(aDecision({ state, closesAt: later(left) }), NOW)).toBe(taken);
  });

  it.each<[State, string]>([
    ['open', 'decision-closed'],
    ['closed', 'decision-closed'],
    ['withdrawn', 'decision-withdrawn'],
    ['between_rounds', 'decision-between-rounds'],
  ])('and refused, %s, as %s', (state, code) => {
    expect(codeOf(course.refuseVote(aDecision({ state })))).toBe(code);
  });
});

it.each([
  [MINUTE - 1, 'deadline-past'],
  [-DAY, 'deadline-past'],
  [MINUTE, 'ok'],
  [LIMITS.daysAhead * DAY, 'ok'],
  [LIMITS.daysAhead * DAY + 1, 'deadline-far'],
])('a deadline %d ms ahead: %s', (ahead, code) => {
  expect(codeOf(course.checkDeadline(later(ahead), NOW))).toBe(code);
});

describe('a rule', () => {
  const rule = (more: Partial<Rule> = {}): Rule => ({ ...aDecision().rule, ...more });
  const options = course.keyedOptions(['Un', 'Deux']);
  it.each<[string, ReturnType<typeof course.settleRule>]>([
    ['consent-not-secret', course.settleRule('consent', rule({ secret: true }), [])],
    ['options-too-few', course.settleRule('choice', rule(), options.slice(1))],
    ['max-too-many', course.settleRule('choice', rule({ max: 3 }), options)],
    ['ok', course.settleRule('choice', rule({ max: 2, secret: true }), options)],
    ['ok', course.settleRule('agreement', rule({ secret: true, max: 9 }), [])],
  ])('%s', (code, settled) => {
    expect(codeOf(settled)).toBe(code);
  });
});

describe('a vote', () => {
  const choice = aDecision({
    kind: 'choice',
    options: course.keyedOptions(['Un', 'Deux', 'Trois']),
    rule: { ...aDecision().rule, max: 2 },
  });
  const choose = (...choices: string[]): Vote => ({ kind: 'choice', choices, reason: '' });
  it.each<[string, Vote, string]>([
    ['of one option', choose('1'), 'ok'],
    ['of none', choose(), 'ok'],
    ['of one option twice and another', choose('1', '1', '2'), 'ok'],
    ['of too many', choose('1', '2', '3'), 'too-many-options'],
    ['of an unknown one', choose('4'), 'unknown-option'],
    ['of another kind', { kind: 'consent', vote: 'consent', reason: '' }, 'vote-of-another-kind'],
  ])('%s', (_name, vote, code) => {
    expect(codeOf(course.checkVote(choice, vote))).toBe(code);
  });

  it('that stops needs a reason', () => {
    for (const [kind, vote] of [
      ['consent', 'objection'],
      ['agreement', 'block'],
    ] as const) {
      const cast = (reason: string) => ({ kind, vote, reason }) as Vote;
      expect(codeOf(course.checkVote(aDecision({ kind }), cast('')))).toBe('reason-needed');
      expect(codeOf(course.checkVote(aDecision({ kind }), cast('Trop tôt.')))).toBe('ok');
    }
  });
});

it('a reminder comes in the last quarter, at most a day before the end, and after the opening', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 * DAY }), (length) => {
      const end = later(length);
      const at = course.reminderAt(NOW, end);
      expect(at === null).toBe(length < HOUR);
      if (at === null) return;
      const before = end.getTime() - Number(at);
      expect(before).toBeGreaterThan(0);
      expect(before).toBeLessThanOrEqual(Math.min(DAY, length / 4) + 1);
      expect(Number(at)).toBeGreaterThan(NOW.getTime());
    }),
  );
});

describe('everybody has voted', () => {
  const early = aDecision({ rule: { ...aDecision().rule, closeEarly: true } });
  const on = (...versions: number[]) => versions.map((version) => ({ version }));
  it.each([
    ['all of them', early, on(1, 1), [], true],
    ['one is missing', early, on(1), [], false],
    ['on an older text', { ...early, text: { ...early.text, version: 2 } }, on(1, 2), [], false],
    ['an objection stands', early, on(1, 1), [anObjection()], false],
    ['an objection was lifted', early, on(1, 1), [anObjection({ state: 'withdrawn' })], true],
    ['the rule does not say so', aDecision(), on(1, 1), [], false],
  ])('%s', (_name, decision, ballots, objections, expected) => {
    expect(course.everybodyVoted({ decision, ballots, objections, electorate: 2 })).toBe(expected);
  });
});

it('only objections keep a consent between rounds', () => {
  for (const kind of KINDS) {
    for (const outcome of ['adopted', 'objections', 'no-quorum', 'blocked', 'tie', 'no-votes']) {
      const between = kind === 'consent' && outcome === 'objections';
      expect(course.stateAfter(kind, outcome)).toBe(between ? 'between_rounds' : 'closed');
    }
  }
});

it.each([
  ['open', null, false, 'decision-not-ended'],
  ['between_rounds', 'deadline', false, 'decision-not-ended'],
  ['closed', 'deadline', false, 'decision-counted'],
  ['closed', 'everybody', false, 'decision-counted'],
  ['closed', 'hand', false, 'ok'],
  ['closed', 'hand', true, 'decision-secret-counted'],
  ['withdrawn', 'hand', true, 'ok'],
] as const)('reopening what is %s by %s (secret: %s): %s', (state, closedBy, secret, code) => {
  const rule = { ...aDecision().rule, secret };
  expect(codeOf(course.checkReopen(aDecision({ state, closedBy, rule })))).toBe(code);
});

it('an objection is integrated by a text that came after it was last held, withdrawn otherwise', () => {
  expect(course.liftedAs({ heldOn: 1 }, { version: 2 })).toBe('integrated');
  expect(course.liftedAs({ heldOn: 2 }, { version: 2 })).toBe('withdrawn');
});
