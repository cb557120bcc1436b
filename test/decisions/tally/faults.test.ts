import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { faultWords } from '../../../src/decisions/tally/fault-words.js';
import type { Fault } from '../../../src/decisions/tally/index.js';
import { faultLine, tally, tallyJson } from '../../../src/decisions/tally/index.js';

const faultsOf = (input: unknown): readonly Fault[] => {
  const result = typeof input === 'string' ? tallyJson(input) : tally(input);
  return result.ok ? [] : result.refusals;
};
const told = (input: unknown): string[] => faultsOf(input).map((f) => `${f.field ?? ''} ${f.code}`);

const consent = (...ballots: unknown[]) => ({ method: 'consent', ballots });
const agreement = (rule: unknown, ...ballots: unknown[]) => ({
  method: 'agreement',
  ballots,
  rule,
});
const choice = (options: unknown, ballots: unknown[] = [], rule: unknown = {}) => ({
  method: 'choice',
  options,
  ballots,
  rule,
});
const yes = { vote: 'agree' };
const long = 'x'.repeat(1001);
const fine = (index: number) => `1/${10n ** 29n + BigInt(index)}`;

const CASES: [unknown, string[]][] = [
  [null, [' not-object']],
  [[], [' not-object']],
  [undefined, [' missing']],
  [{}, ['method missing-one-of', 'ballots missing']],
  [{ method: 'toString', ballots: [] }, ['method unknown-method']],
  [{ method: 'consent', ballot: [] }, ['ballot unknown-key', 'ballots missing']],
  [{ method: 'consent', ballots: {} }, ['ballots not-list']],
  [
    { method: '?', ballots: [{ weight: 'x' }] },
    ['method unknown-method', 'ballots[0].weight bad-weight'],
  ],
  [{ ...consent(), rule: [] }, ['rule not-object']],
  [{ ...consent(), rule: { threshold: 1 } }, ['rule.threshold unknown-key']],
  [{ ...consent(), options: ['a'] }, ['options options-not-taken']],
  [{ ...choice(['a']), candidates: ['a'] }, ['candidates options-twice']],
  [
    consent({ vote: 'oui' }, 'consent', {}, { vote: 'consent', weihgt: 2 }),
    [
      'ballots[0].vote not-one-of',
      'ballots[1] not-object',
      'ballots[2].vote missing-one-of',
      'ballots[3].weihgt unknown-key',
    ],
  ],
  [consent({ vote: 'consent', 'a b': 1 }), ['ballots[0]["a b"] unknown-key']],
  [consent({ vote: 'consent', state: 'standing' }), ['ballots[0].state state-without-objection']],
  [consent({ vote: 'objection', state: 'gone' }), ['ballots[0].state not-one-of']],
  [consent({ vote: 'consent', current: 'no' }), ['ballots[0].current not-flag']],
  [consent({ vote: 'objection', reason: 3 }), ['ballots[0].reason not-text']],
  [consent({ vote: 'consent', voter: ' ' }), ['ballots[0].voter bad-voter']],
  [consent({ vote: 'consent', voter: null }), ['ballots[0].voter bad-voter']],
  [
    consent({ vote: 'consent', voter: 12 }, { vote: 'consent', voter: '12' }),
    ['ballots[1].voter voter-again'],
  ],
  [agreement({}, { vote: 'block' }), ['ballots[0].reason block-without-reason']],
  [agreement({}, { vote: 'block', reason: '\u200B ' }), ['ballots[0].reason block-without-reason']],
  [agreement({}, { ...yes, weight: -1 }), ['ballots[0].weight bad-weight']],
  [agreement({}, { ...yes, weight: 2 ** 53 }), ['ballots[0].weight bad-weight']],
  [agreement({}, { ...yes, weight: null }), ['ballots[0].weight bad-weight']],
  [
    agreement({}, ...[1, 2, 3, 7].map((index) => ({ ...yes, weight: fine(index) }))),
    ['ballots[2].weight weights-too-fine'],
  ],
  [agreement({ quorum: -1 }), ['rule.quorum bad-quorum']],
  [agreement({ quorum: '2.5' }), ['rule.quorum bad-quorum']],
  [agreement({ quorum: '1/2' }), ['rule.quorum quorum-without-electorate']],
  [agreement({ quorum: 2, electorate: 1.5 }), ['rule.electorate not-whole']],
  [agreement({ threshold: 0 }), ['rule.threshold bad-threshold']],
  [agreement({ threshold: 75 }), ['rule.threshold bad-threshold']],
  [agreement({ threshold: { numerator: 1 } }), ['rule.threshold bad-threshold']],
  [agreement({ strict: false }), ['rule.strict strict-majority']],
  [agreement({ threshold: 1, strict: true }), ['rule.strict strict-whole']],
  [choice(undefined), ['options missing']],
  [choice([]), ['options missing']],
  [choice(['a', ' ']), ['options[1] option-unreadable']],
  [choice(['a', { label: 'A' }]), ['options[1].key missing']],
  [choice([long]), ['options[0] option-too-long']],
  [choice(['a', 'b', 'a', { key: 'b' }]), ['options[2] option-again', 'options[3] option-again']],
  [choice(['\u00E9', 'e\u0301']), ['options[1] option-again']],
  [choice(Array.from({ length: 1001 }, (_, i) => `o${i}`)), ['options too-many']],
  [choice(['a'], [{}]), ['ballots[0].choices missing']],
  [
    choice(['a'], [{ choice: 'b' }, { choice: null }]),
    ['ballots[0].choice unknown-choice', 'ballots[1].choice unknown-choice'],
  ],
  [choice(['a'], [{ choice: 'a', choices: [] }]), ['ballots[0].choice choice-twice']],
  [choice(['a', 'b'], [{ choices: ['a', 'b'] }]), ['ballots[0].choices too-many-choices']],
  [
    choice(['a', 'b'], [{ choices: ['a', 'a'] }], { max: 2 }),
    ['ballots[0].choices[1] choice-again'],
  ],
  [choice(['a'], [], { max: 0 }), ['rule.max not-whole']],
  [{ method: 'consent', ballots: Array(1_000_001) }, ['ballots too-many']],
  [{ method: 'consent', ballots: Array(2) }, ['ballots[0] missing', 'ballots[1] missing']],
  ['', [' json-empty']],
  ['{', [' json-end']],
  ['{]', [' json-unexpected']],
  ['["\t"]', [' json-control']],
  ['"\\u12"', [' json-escape']],
  ['['.repeat(102), [' json-deep']],
  ['{"method":"consent","method":"x","ballots":[]}', [' json-key-again', 'method unknown-method']],
  ['{"method":"consent","ballots":[],"note":1e999}', [' json-number']],
];

test.each(CASES)('%#', (input, expected) => {
  expect(told(input)).toEqual(expected);
});

const crowd = { method: 'consent', ballots: Array(100_002).fill({ vote: 'x' }) };

it('lists a hundred thousand faults, and counts those beyond', () => {
  const faults = faultsOf(crowd);
  expect(faults).toHaveLength(100_001);
  expect(faults.at(-1)).toEqual({ code: 'more-faults', params: { count: 2 } });
});

describe('the words', () => {
  const all = [...CASES.map(([input]) => input), crowd].flatMap((input) => faultsOf(input));

  it('exist for every fault, and every fault can happen', () => {
    const happened = new Set(all.map((fault) => fault.code));
    expect([...happened].sort()).toEqual(Object.keys(faultWords.fr).sort());
  });

  it.each(['fr', 'en'] as const)('make a sentence of each fault in %s', (locale) => {
    for (const fault of all.slice(0, 500)) {
      const line = faultLine(fault, locale);
      expect(line).toMatch(/\.$/);
      expect(line).not.toMatch(/undefined|\{\w|plural,/);
      // Ends of sentence and double signs are typeset: no plain blank before them in French.
      if (locale === 'fr') expect(line).not.toMatch(/ [:;?!»]|« /);
    }
  });

  it('never repeat what could deceive a terminal', () => {
    const hostile = '\u001B[2J\u202Egpj\u0000';
    for (const fault of faultsOf({ method: hostile, [hostile]: 1, ballots: [] })) {
      expect(faultLine(fault, 'fr')).not.toMatch(/[\p{Cc}\u202E]/u);
    }
  });
});

it('never throws, whatever it is given', () => {
  const ballot = fc.dictionary(
    fc.constantFrom('vote', 'weight', 'choices', 'choice', 'state', 'reason', 'voter', '__proto__'),
    fc.anything(),
  );
  const file = fc.record(
    {
      method: fc.oneof(fc.constantFrom('consent', 'agreement', 'choice'), fc.anything()),
      options: fc.oneof(fc.array(fc.anything()), fc.anything()),
      ballots: fc.oneof(fc.array(fc.oneof(ballot, fc.anything())), fc.anything()),
      rule: fc.oneof(
        fc.dictionary(fc.constantFrom('quorum', 'threshold', 'max', 'strict'), fc.anything()),
        fc.anything(),
      ),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(file, fc.anything()), (input) => {
      for (const fault of faultsOf(input)) expect(faultLine(fault, 'en')).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});
