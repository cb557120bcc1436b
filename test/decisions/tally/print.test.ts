import { describe, expect, it, test } from 'vitest';
import { resultLine, sentence, tally } from '../../../src/decisions/tally/index.js';
import { words } from '../../../src/decisions/tally/words.js';
import { counted, repeat } from '../methods/counted.js';

/** With plain blanks, to be read here; that they are not plain is checked apart. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

const agreement = (rule: object, votes: Record<string, number>, more: object = {}) => ({
  method: 'agreement',
  rule,
  ballots: Object.entries(votes).flatMap(([vote, times]) =>
    repeat(times, { vote, reason: 'dit', ...more }),
  ),
});
const consent = (...ballots: object[]) => ({ method: 'consent', ballots });
const objection = { vote: 'objection' };

const LINES: [string, object, string, string][] = [
  [
    'adopted',
    agreement({ quorum: 10, threshold: '2/3' }, { agree: 12, disagree: 2, abstain: 1 }),
    'Adoptée : 12 pour, 2 contre, 1 abstention ; quorum 10 atteint ; seuil 2/3 atteint',
    'Adopted: 12 for, 2 against, 1 abstention; quorum 10 reached; threshold 2/3 reached',
  ],
  [
    'rejected',
    agreement({ threshold: '75%', strict: true }, { agree: 3, disagree: 1 }),
    'Rejetée : 3 pour, 1 contre, 0 abstention ; seuil de plus de 75 % non atteint',
    'Rejected: 3 for, 1 against, 0 abstentions; threshold of more than 75% not reached',
  ],
  [
    'blocked',
    agreement({}, { agree: 1200, block: 2 }),
    'Bloquée : 1 200 pour, 0 contre, 2 blocages, 0 abstention ; majorité atteinte',
    'Blocked: 1,200 for, 0 against, 2 blocks, 0 abstentions; majority reached',
  ],
  [
    'no quorum',
    agreement(
      { quorum: '1/2', electorate: 23 },
      { agree: 1, disagree: 1, abstain: 2 },
      { weight: 0.5 },
    ),
    'Sans décision : 0,5 pour, 0,5 contre, 1 abstention ; voix pondérées ; quorum 1/2 non atteint (4 voix sur 23) ; majorité non atteinte',
    'No decision: 0.5 for, 0.5 against, 1 abstention; weighted votes; quorum 1/2 not reached (4 votes out of 23); majority not reached',
  ],
  [
    'no votes',
    agreement({ quorum: 2 }, {}),
    'Sans décision : 0 pour, 0 contre, 0 abstention ; quorum 2 non atteint (aucune voix) ; aucune voix exprimée',
    'No decision: 0 for, 0 against, 0 abstentions; quorum 2 not reached (no vote); no vote expressed',
  ],
  [
    'consent',
    consent(...repeat(17, { vote: 'consent' }), { ...objection, state: 'integrated' }),
    'Adoptée : aucune objection maintenue, 17 consentements, 1 objection intégrée',
    'Adopted: no standing objection, 17 consents, 1 objection integrated',
  ],
  [
    'objections',
    consent({ vote: 'consent', current: false }, objection, { ...objection, current: false }),
    'Non adoptée : 2 objections maintenues, 0 consentement ; 1 objection sur un texte plus ancien ; 1 vote non confirmé',
    'Not adopted: 2 standing objections, 0 consents; 1 objection on an older text; 1 vote not confirmed',
  ],
  [
    'a choice',
    {
      method: 'choice',
      options: ['Samedi', 'Lundi'],
      ballots: [{ choice: 'Samedi' }, { choices: [] }],
      rule: { quorum: 2 },
    },
    'Choix fait : Samedi, 1 voix ; quorum 2 atteint',
    'Decided: Samedi, 1 vote; quorum 2 reached',
  ],
  [
    'a tie',
    {
      method: 'choice',
      options: ['a', 'b', 'c'],
      ballots: ['a', 'b', 'c'].map((choice) => ({ choice, weight: '4/3' })),
    },
    'Égalité : voix pondérées ; a, b et c, 4/3 voix pour chaque option',
    'Tie: weighted votes; a, b, and c, 4/3 votes each',
  ],
];

test.each(LINES)('the result line of %s', (_, file, fr, en) => {
  const result = counted(file);
  expect(plain(resultLine(result, 'fr'))).toBe(fr);
  expect(resultLine(result, 'en')).toBe(en);
});

it('gives the arithmetic in the working', () => {
  const file = agreement({ quorum: 10, threshold: '2/3' }, { agree: 12, disagree: 2, abstain: 1 });
  expect(counted(file).steps.map((step) => plain(sentence(step, 'fr')))).toEqual([
    '12 pour, 2 contre, 1 abstention.',
    'Quorum : 15 voix comptées, il en faut 10 : atteint.',
    'Seuil : 12 pour sur 14 exprimées, il faut au moins 2/3 : atteint.',
  ]);
});

describe('in both languages', () => {
  const files = [
    ...LINES.map(([, file]) => file),
    agreement({}, { agree: 1 }, { weight: 0 }),
    { ...agreement({}, {}), ballots: [{ vote: 'block', reason: 'dit', current: false }] },
  ];
  const steps = files.flatMap((file) => counted(file).steps);

  it('has words for every step, each of which can happen', () => {
    const happened = new Set(steps.map((step) => step.code));
    expect([...happened].sort()).toEqual(Object.keys(words.fr.full).sort());
  });

  it.each(['fr', 'en'] as const)('makes a sentence of each step in %s', (locale) => {
    for (const step of steps) {
      expect(sentence(step, locale)).toMatch(/^[\p{Lu}\p{N}].*\.$/u);
      if (locale === 'fr') expect(sentence(step, locale)).not.toMatch(/ [:;?!%]/);
    }
  });
});

it('shows a hostile label harmlessly, and gives it back untouched as a key', () => {
  const hostile = 'a\u001B[31m\u202E{x}\n<b>’‘ : ';
  const result = tally({ method: 'choice', options: [hostile], ballots: [{ choice: hostile }] });
  if (!result.ok) throw new Error('refused');
  expect(result.value.winners).toEqual([hostile]);
  expect(resultLine(result.value, 'en')).toBe('Decided: a[31m{x} <b>’‘ :, 1 vote');
});

it('keeps every digit of a weight', () => {
  const weight = '123456789012345678901234567890';
  const line = resultLine(counted(agreement({}, { agree: 2 }, { weight })), 'en');
  expect(line).toContain('246,913,578,024,691,357,802,469,135,780 for');
});
