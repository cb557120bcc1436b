import { describe, expect, it, test } from 'vitest';
import { codes, counted } from './counted.js';

const options = ['lundi', 'mardi', 'mercredi'];
const one = (choice: string, more: object = {}) => ({ choice, ...more });
const several = (...choices: string[]) => ({ choices });

const count = (ballots: object[], rule: object = {}, among: unknown[] = options) =>
  counted({ method: 'choice', options: among, ballots, rule });

test.each([
  ['the most votes', [one('mardi'), one('mardi'), one('lundi')], {}, 'decided', ['mardi']],
  ['a tie of two', [one('mardi'), one('lundi')], {}, 'tie', ['lundi', 'mardi']],
  ['only blank votes', [several(), several()], {}, 'no-votes', []],
  ['nobody', [], { quorum: 2 }, 'no-votes', []],
  ['no quorum', [one('mardi')], { quorum: 2 }, 'no-quorum', []],
  ['blank votes make the quorum', [one('mardi'), several()], { quorum: 2 }, 'decided', ['mardi']],
  [
    'several options on a ballot, each with its whole weight',
    [several('lundi', 'mardi'), several('mardi', 'mercredi')],
    { max: 2 },
    'decided',
    ['mardi'],
  ],
  [
    'weights, exactly',
    [one('lundi', { weight: 0.3 }), one('mardi', { weight: 0.1 }), one('mardi', { weight: 0.2 })],
    {},
    'tie',
    ['lundi', 'mardi'],
  ],
  ['an older ballot', [one('lundi'), one('mardi', { current: false })], {}, 'decided', ['lundi']],
  ['an advisory ballot', [one('lundi', { weight: '0' })], {}, 'no-votes', []],
])('%s', (_, ballots, rule, outcome, winners) => {
  expect(count(ballots, rule)).toMatchObject({ outcome, winners });
});

describe('the ranking', () => {
  it('groups ties, best first, in the order of the options', () => {
    const { ranking } = count([one('mercredi'), one('mercredi'), one('mardi'), one('lundi')]);
    expect(ranking).toEqual([['mercredi'], ['lundi', 'mardi']]);
  });

  it('holds every option even when nobody voted', () => {
    expect(count([]).ranking).toEqual([options]);
  });

  it('tells each option with its rank, those tied sharing it', () => {
    const { steps } = count([one('mardi'), one('lundi')]);
    expect(steps.filter((step) => step.code === 'option').map((step) => step.params)).toEqual([
      { rank: 1, label: 'lundi', weight: { amount: '1' } },
      { rank: 1, label: 'mardi', weight: { amount: '1' } },
      { rank: 3, label: 'mercredi', weight: { amount: '0' } },
    ]);
  });
});

describe('options', () => {
  it('are named by key in ballots and results, and by label in the working', () => {
    const result = count([one('a')], {}, [{ key: 'a', label: 'Samedi' }, 'b']);
    expect(result.winners).toEqual(['a']);
    expect(result.steps).toContainEqual({
      code: 'winner',
      params: { labels: ['Samedi'], weight: { amount: '1' } },
    });
  });

  it('may be called candidates, by any name that can be seen', () => {
    const candidates = ['__proto__', 'constructor', 'e\u0301te'];
    const ballots = [one('__proto__'), one('constructor'), one('__proto__'), one('\u00E9te')];
    const result = counted({ method: 'choix', candidates, ballots });
    expect(result.winners).toEqual(['__proto__']);
    expect(result.ranking).toEqual([['__proto__'], ['constructor', 'e\u0301te']]);
  });
});

it('says how many votes were blank', () => {
  const result = count([one('lundi'), several(), several()]);
  expect(result.counts).toMatchObject({ ballots: 3, voices: 3, blank: 2 });
  expect(codes(result)).toEqual(['choice-votes', 'option', 'option', 'option', 'winner']);
});
