import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tallyJson } from '../../../src/decisions/tally/index.js';
import { counted } from './counted.js';

const OPTIONS = ['a', 'b', 'c', 'd'];

const weight = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom(0.1, 0.25, '1/3', '2/3', '1.5'),
);
const common = { weight, current: fc.boolean() };

const consent = fc.record({
  method: fc.constant('consent'),
  ballots: fc.array(
    fc.oneof(
      fc.record({ vote: fc.constant('consent'), ...common }),
      fc.record({
        vote: fc.constant('objection'),
        state: fc.constantFrom('standing', 'integrated', 'withdrawn'),
        ...common,
      }),
    ),
  ),
  rule: fc.record({ quorum: fc.integer({ min: 0, max: 6 }) }),
});

const agreement = fc.record({
  method: fc.constant('agreement'),
  ballots: fc.array(
    fc.record({
      vote: fc.constantFrom('agree', 'agree', 'disagree', 'abstain', 'block'),
      reason: fc.constant('une raison'),
      ...common,
    }),
  ),
  rule: fc.record({
    quorum: fc.integer({ min: 0, max: 6 }),
    threshold: fc.constantFrom('majority', '1/2', '2/3', '75%', 1),
  }),
});

const choice = fc.record({
  method: fc.constant('choice'),
  options: fc.constant(OPTIONS),
  ballots: fc.array(fc.record({ choices: fc.subarray(OPTIONS), ...common })),
  rule: fc.record({ max: fc.constant(4), quorum: fc.integer({ min: 0, max: 6 }) }),
});

type AnyFile = { method: string; ballots: { weight: number | string }[]; rule: { quorum: number } };
const file: fc.Arbitrary<AnyFile> = fc.oneof(consent, agreement, choice);

const twice = (given: number | string): string => {
  const [top, bottom = 1] = String(given).split('/');
  return String(top).includes('.')
    ? `${Math.round(Number(top) * 200)}/100`
    : `${2 * Number(top)}/${bottom}`;
};

describe('whatever the method', () => {
  it('gives the same result for the same ballots in another order', () => {
    const shuffled = file.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(given.ballots, { minLength: given.ballots.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([given, ballots]) => {
        expect(counted({ ...given, ballots })).toEqual(counted(given));
      }),
    );
  });

  it('comes out the same when all weights are doubled', () => {
    fc.assert(
      fc.property(file, (given) => {
        const ballots = given.ballots.map((ballot) => ({
          ...ballot,
          weight: twice(ballot.weight),
        }));
        const [before, after] = [counted(given), counted({ ...given, ballots })];
        expect(after.outcome).toBe(before.outcome);
        expect(after.winners).toEqual(before.winners);
        expect(after.ranking).toEqual(before.ranking);
      }),
    );
  });

  it('comes out the same when a ballot is split in two halves, where no quorum counts heads', () => {
    fc.assert(
      fc.property(file, (given) => {
        const rule = { ...given.rule, quorum: 0 };
        const whole = given.ballots.map((ballot) => ({ ...ballot, weight: twice(ballot.weight) }));
        const halves = given.ballots.flatMap((ballot) => [ballot, ballot]);
        const [before, after] = [
          counted({ ...given, rule, ballots: whole }),
          counted({ ...given, rule, ballots: halves }),
        ];
        expect(after.outcome).toBe(before.outcome);
        expect(after.winners).toEqual(before.winners);
        expect(after.ranking).toEqual(before.ranking);
      }),
    );
  });

  it('is found again by a recount of its export', () => {
    fc.assert(
      fc.property(file, (given) => {
        const exported = JSON.stringify({ ...given, decision: { number: 12 }, note: 'publié' });
        expect(tallyJson(exported)).toEqual({ ok: true, value: counted(given) });
      }),
    );
  });

  it('counts every ballot once: it is a voice, unconfirmed, or weightless', () => {
    fc.assert(
      fc.property(file, (given) => {
        const { counts } = counted(given);
        expect(counts.voices + counts.unconfirmed + counts.weightless).toBe(counts.ballots);
        expect(counts.ballots).toBe(given.ballots.length);
      }),
    );
  });

  it('reaches no decision below its quorum, and misses none at it', () => {
    fc.assert(
      fc.property(file, (given) => {
        const { outcome, counts } = counted(given);
        const short = counts.voices < given.rule.quorum;
        if (short) expect(['adopted', 'rejected', 'decided', 'tie']).not.toContain(outcome);
        else expect(outcome).not.toBe('no-quorum');
      }),
    );
  });
});

it('agreement: one more voice for never turns an adopted proposal into another outcome', () => {
  fc.assert(
    fc.property(agreement, weight, (given, heavy) => {
      fc.pre(counted(given).outcome === 'adopted');
      const ballots = [...given.ballots, { vote: 'agree', weight: heavy }];
      expect(counted({ ...given, ballots }).outcome).toBe('adopted');
    }),
  );
});

it('consent: adopted is exactly a voice, no standing objection and the quorum', () => {
  fc.assert(
    fc.property(consent, (given) => {
      const { outcome, counts } = counted(given);
      const standing = given.ballots.some(
        (ballot) => 'state' in ballot && ballot.state === 'standing' && ballot.weight !== 0,
      );
      const enough = counts.voices > 0 && counts.voices >= given.rule.quorum;
      expect(outcome === 'adopted').toBe(!standing && enough);
    }),
  );
});

describe('choice', () => {
  it('ranks every option once, and the winners are first', () => {
    fc.assert(
      fc.property(choice, (given) => {
        const { ranking = [], winners = [] } = counted(given);
        expect(ranking.flat().sort()).toEqual(OPTIONS);
        expect([[], ranking[0]]).toContainEqual(winners);
      }),
    );
  });

  it('never makes an option lose by voting for it alone', () => {
    fc.assert(
      fc.property(choice, fc.constantFrom(...OPTIONS), (given, option) => {
        fc.pre(counted(given).winners?.includes(option) ?? false);
        const ballots = [...given.ballots, { choices: [option], weight: 1 }];
        expect(counted({ ...given, ballots }).winners).toEqual([option]);
      }),
    );
  });
});
