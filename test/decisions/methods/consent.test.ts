import { describe, expect, it, test } from 'vitest';
import { codes, counted, repeat } from './counted.js';

const yes = { vote: 'consent' };
const older = { vote: 'consent', current: false };
const objection = { vote: 'objection', reason: 'trop tôt' };
const integrated = { ...objection, state: 'integrated' };
const withdrawn = { ...objection, state: 'withdrawn' };

const count = (ballots: object[], rule?: object) =>
  counted({ method: 'consent', ballots, ...(rule && { rule }) });

test.each([
  ['nobody objects', [yes, yes], {}, 'adopted'],
  ['nobody says anything: what nobody has read is not adopted', [], {}, 'no-votes'],
  ['nobody confirms on the new text', [{ ...yes, current: false }], {}, 'no-votes'],
  ['nobody says anything, and somebody has to', [], { quorum: 1 }, 'no-quorum'],
  ['one objection among many consents', [...repeat(20, yes), objection], {}, 'objections'],
  ['an objection, and no quorum', [objection], { quorum: 5 }, 'objections'],
  ['objections integrated and withdrawn', [yes, integrated, withdrawn], {}, 'adopted'],
  ['an objection kept on an older text', [yes, { ...objection, current: false }], {}, 'objections'],
  ['the quorum just reached', repeat(3, yes), { quorum: 3 }, 'adopted'],
  ['one voice short of the quorum', repeat(2, yes), { quorum: 3 }, 'no-quorum'],
  ['consents on an older text', [yes, yes, older], { quorum: 3 }, 'no-quorum'],
  ['lifted objections are voices', [yes, integrated, withdrawn], { quorum: 3 }, 'adopted'],
  [
    'a lifted objection, unconfirmed',
    [yes, { ...integrated, current: false }],
    { quorum: 2 },
    'no-quorum',
  ],
  ['half of five people', repeat(3, yes), { quorum: '50%', electorate: 5 }, 'adopted'],
  ['less than half of five people', repeat(2, yes), { quorum: '50%', electorate: 5 }, 'no-quorum'],
  ['a heavy voice is one voice', [{ ...yes, weight: 9 }], { quorum: 2 }, 'no-quorum'],
  ['an advisory voice is none', [yes, { ...yes, weight: 0 }], { quorum: 2 }, 'no-quorum'],
  ['an advisory objection does not stand', [yes, { ...objection, weight: 0 }], {}, 'adopted'],
])('%s', (_, ballots, rule, outcome) => {
  expect(count(ballots, rule).outcome).toBe(outcome);
});

describe('the working', () => {
  it('says how many consents were left unconfirmed, and which objections are older', () => {
    const result = count([yes, older, older, { ...objection, current: false }]);
    expect(result.steps).toEqual([
      {
        code: 'consent-votes',
        params: { consents: 1, standing: 1, integrated: 0, withdrawn: 0 },
      },
      { code: 'older-objections', params: { count: 1 } },
      { code: 'unconfirmed', params: { count: 2 } },
    ]);
    expect(result.counts).toMatchObject({ ballots: 4, voices: 2, unconfirmed: 2 });
  });

  it('tells an integrated objection even when its author did not come back', () => {
    const result = count([yes, { ...integrated, current: false }]);
    expect(result.steps[0]?.params).toMatchObject({ integrated: 1 });
  });

  it('has no winners and no ranking', () => {
    expect(Object.keys(count([yes]))).toEqual(['outcome', 'steps', 'counts']);
    expect(codes(count([yes]))).toEqual(['consent-votes']);
  });
});
