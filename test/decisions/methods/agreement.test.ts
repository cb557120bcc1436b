import { describe, expect, it, test } from 'vitest';
import { codes, counted, repeat } from './counted.js';

const agree = { vote: 'agree' };
const disagree = { vote: 'disagree' };
const abstain = { vote: 'abstain' };
const block = { vote: 'block', reason: 'contraire à la charte' };

const count = (ballots: object[], rule: object = {}) =>
  counted({ method: 'agreement', ballots, rule });

const of = (agrees: number, disagrees: number, abstains = 0) => [
  ...repeat(agrees, agree),
  ...repeat(disagrees, disagree),
  ...repeat(abstains, abstain),
];

test.each([
  ['more than half', of(2, 1), {}, 'adopted'],
  ['half is not a majority', of(2, 2), {}, 'rejected'],
  ['half is at least half', of(2, 2), { threshold: '1/2' }, 'adopted'],
  ['half is not more than half', of(2, 2), { threshold: '1/2', strict: true }, 'rejected'],
  ['two thirds exactly', of(4, 2), { threshold: '2/3' }, 'adopted'],
  ['two thirds exactly, more asked', of(4, 2), { threshold: '2/3', strict: true }, 'rejected'],
  ['two thirds as numbers', of(4, 2), { threshold: { numerator: 2, denominator: 3 } }, 'adopted'],
  ['0.66 is less than two thirds', of(4, 2), { threshold: 0.66, strict: true }, 'adopted'],
  ['just under two thirds', of(199, 100), { threshold: '2/3' }, 'rejected'],
  ['75%', of(3, 1), { threshold: '75%' }, 'adopted'],
  ['majorité, in French', of(2, 1), { threshold: 'majorité' }, 'adopted'],
  ['everybody', of(3, 0), { threshold: 1 }, 'adopted'],
  ['abstentions do not lower the share', of(2, 1, 50), { threshold: '2/3' }, 'adopted'],
  ['abstentions make the quorum', of(2, 1, 7), { quorum: 10 }, 'adopted'],
  ['the quorum is missed by one', of(2, 1, 6), { quorum: 10 }, 'no-quorum'],
  ['only abstentions', of(0, 0, 9), {}, 'no-votes'],
  ['nobody at all', [], {}, 'no-votes'],
  ['nobody at all, with a quorum', [], { quorum: 3 }, 'no-votes'],
  ['one block stops it', [...of(99, 0), block], {}, 'blocked'],
  ['one block, no quorum', [block], { quorum: 3 }, 'blocked'],
  ['a block on an older text stands', [...of(9, 0), { ...block, current: false }], {}, 'blocked'],
  ['an advisory block does not', [...of(9, 0), { ...block, weight: 0 }], {}, 'adopted'],
  ['only advisory voices', [{ ...agree, weight: 0 }], {}, 'no-votes'],
  ['a vote on an older text', [...of(1, 1), { ...agree, current: false }], {}, 'rejected'],
  [
    'weights',
    [
      { ...agree, weight: '2/3' },
      { ...disagree, weight: '1/3' },
    ],
    { threshold: '2/3' },
    'adopted',
  ],
  [
    'ten tenths against one',
    [...repeat(10, { ...agree, weight: 0.1 }), disagree],
    { threshold: '1/2' },
    'adopted',
  ],
  ['a quorum of heads, not of weight', [{ ...agree, weight: 100 }], { quorum: 2 }, 'no-quorum'],
])('%s', (_, ballots, rule, outcome) => {
  expect(count(ballots, rule).outcome).toBe(outcome);
});

describe('the working', () => {
  it('gives the numbers of the votes, the quorum and the threshold', () => {
    const { steps, counts } = count(of(12, 2, 1), { quorum: 10, threshold: '2/3' });
    expect(steps).toEqual([
      {
        code: 'agreement-votes',
        params: {
          agree: { amount: '12' },
          disagree: { amount: '2' },
          block: { amount: '0' },
          abstain: { amount: '1' },
        },
      },
      { code: 'quorum', params: { needed: 10, voices: 15, met: 'yes' } },
      {
        code: 'threshold',
        params: {
          share: { share: '2/3' },
          strict: 'no',
          agree: { amount: '12' },
          expressed: { amount: '14' },
          met: 'yes',
        },
      },
    ]);
    expect(counts.tallies).toContainEqual({ key: 'agree', voices: 12, weight: '12' });
  });

  it('says that nothing was expressed, that votes are weighted, that blocks are older', () => {
    expect(codes(count([abstain]))).toEqual(['agreement-votes', 'nothing-expressed']);
    const ballots = [
      { ...agree, weight: 2 },
      { ...block, current: false },
      { ...agree, weight: 0 },
    ];
    expect(codes(count(ballots))).toEqual([
      'agreement-votes',
      'weighted',
      'older-blocks',
      'weightless',
      'majority',
    ]);
  });
});
