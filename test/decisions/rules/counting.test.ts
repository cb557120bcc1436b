import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTally } from '../../../src/decisions/rules/counting.js';
import { keyedOptions } from '../../../src/decisions/rules/course.js';
import { tally } from '../../../src/decisions/tally/tally.js';
import type { Ballot, Decision, Vote } from '../../../src/decisions/types.js';
import { MAJORITY } from '../../../src/decisions/types.js';
import { aBallot, aDecision, anObjection } from './made.js';

const reason = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '');
const options = keyedOptions(['Samedi', 'Dimanche', 'Lundi']);
const votes: Record<Decision['kind'], fc.Arbitrary<Vote>> = {
  consent: fc.record({
    kind: fc.constant('consent' as const),
    vote: fc.constantFrom('consent' as const, 'objection' as const),
    reason,
  }),
  agreement: fc.record({
    kind: fc.constant('agreement' as const),
    vote: fc.constantFrom(
      'agree' as const,
      'disagree' as const,
      'abstain' as const,
      'block' as const,
    ),
    reason,
  }),
  choice: fc.record({
    kind: fc.constant('choice' as const),
    choices: fc.subarray(['1', '2', '3'], { maxLength: 2 }),
    reason,
  }),
};

const cases = fc
  .constantFrom('consent' as const, 'agreement' as const, 'choice' as const)
  .chain((kind) =>
    fc.record({
      votes: fc.array(votes[kind], { maxLength: 12 }),
      older: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      decision: fc
        .record({
          secret: kind === 'consent' ? fc.constant(false) : fc.boolean(),
          quorum: fc.option(fc.integer({ min: 1, max: 9 })),
        })
        .map((rule) =>
          aDecision({
            kind,
            options: kind === 'choice' ? options : [],
            rule: { ...aDecision().rule, max: kind === 'choice' ? 2 : 1, ...rule },
            text: { ...aDecision().text, version: 2 },
          }),
        ),
    }),
  );

const ballotsOf = (given: readonly Vote[], older: readonly boolean[]): Ballot[] =>
  given.map((vote, index) => aBallot(index, vote, older[index] ? 1 : 2));
const objectionsOf = (ballots: readonly Ballot[]) =>
  ballots.flatMap(({ member, vote }) =>
    vote?.kind === 'consent' && vote.vote === 'objection'
      ? [anObjection({ member, reason: vote.reason })]
      : [],
  );

describe('a decision given to the tally', () => {
  it('can always be counted, and each ballot is there once', () => {
    fc.assert(
      fc.property(cases, ({ votes: given, older, decision }) => {
        const ballots = ballotsOf(given, older);
        const counted = toTally(decision, ballots, objectionsOf(ballots));
        const result = tally(counted);
        expect(result.ok).toBe(true);
        expect(counted.ballots).toHaveLength(ballots.length);
        expect(tally(JSON.parse(JSON.stringify(counted)))).toEqual(result);
      }),
    );
  });

  it('when secret holds no name, and no trace of who came first', () => {
    fc.assert(
      fc.property(cases, ({ votes: given, older, decision }) => {
        fc.pre(decision.rule.secret);
        const ballots = ballotsOf(given, older);
        const counted = toTally(decision, ballots, []);
        expect(JSON.stringify(counted)).not.toContain('member-');
        expect(toTally(decision, [...ballots].reverse(), [])).toEqual(counted);
      }),
    );
  });

  it('says of each objection what became of it', () => {
    const consents: Vote = { kind: 'consent', vote: 'consent', reason: '' };
    const ballots = [aBallot(0, consents), aBallot(1, consents), aBallot(2, consents)];
    const members = ballots.map(({ member }) => member);
    const objections = [
      anObjection({ ...(members[0] && { member: members[0] }), state: 'integrated' }),
      anObjection({ ...(members[1] && { member: members[1] }), state: 'withdrawn' }),
      anObjection({ ...(members[1] && { member: members[1] }), reason: 'Encore.' }),
    ];
    expect(toTally(aDecision(), ballots, objections).ballots).toEqual([
      { voter: 'member-0', vote: 'objection', reason: 'Non.', state: 'integrated' },
      { voter: 'member-1', vote: 'objection', reason: 'Encore.' },
      { voter: 'member-2', vote: 'consent' },
    ]);
  });
});

it.each([
  [MAJORITY, 'majority'],
  [{ numerator: 2, denominator: 3, strict: false }, '2/3'],
  [{ numerator: 75, denominator: 100, strict: false }, '75%'],
  [{ numerator: 1, denominator: 1, strict: false }, '100%'],
  [{ numerator: 1, denominator: 2, strict: false }, '1/2'],
])('%j is read by the tally as %s', (threshold, text) => {
  const decision = aDecision({ kind: 'agreement', rule: { ...aDecision().rule, threshold } });
  const counted = toTally(decision, [], []);
  expect(counted.rule).toEqual({ threshold: text });
  expect(tally(counted).ok).toBe(true);
});
