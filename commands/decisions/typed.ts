import type { Decision, Threshold, Vote } from '../../src/decisions/types.js';
import type { Locale } from '../../src/kernel/locale.js';
import { ok, type Result, refuse } from '../../src/kernel/result.js';
import { fold } from '../../src/kernel/text.js';

/** A threshold as a person would type it. */
export function thresholdTyped(threshold: Threshold, locale: Locale): string {
  const { numerator, denominator, strict } = threshold;
  if (strict) return locale === 'fr' ? 'majorité' : 'majority';
  if (numerator === denominator) return locale === 'fr' ? 'unanimité' : 'unanimity';
  return denominator === 100 ? `${numerator} %` : `${numerator}/${denominator}`;
}

const CONSENT = {
  consent: ['consent', 'consentement', 'je consens', 'i consent', 'oui', 'yes', 'ok'],
  objection: ['objection', 'j’ai une objection', 'i object', 'object', 'non', 'no'],
} as const;
const AGREEMENT = {
  agree: ['agree', 'pour', 'for', 'oui', 'yes', 'd’accord'],
  disagree: ['disagree', 'contre', 'against', 'non', 'no'],
  abstain: ['abstain', 'abstention', 'je m’abstiens', 'i abstain', 'neutre'],
  block: ['block', 'blocage', 'je bloque', 'i block', 'veto'],
} as const;
const BLANK = ['blank', 'blanc', 'vote blanc', 'blank vote'];

/** A vote as a person types it or a button gives it, for this very decision. */
export function readVote(decision: Decision, typed: string, reason: string): Result<Vote> {
  switch (decision.kind) {
    case 'consent': {
      const vote = meant(CONSENT, typed);
      return vote ? ok({ kind: 'consent', vote, reason }) : notAVote(decision, typed);
    }
    case 'agreement': {
      const vote = meant(AGREEMENT, typed);
      return vote ? ok({ kind: 'agreement', vote, reason }) : notAVote(decision, typed);
    }
    case 'choice':
      return readChoices(decision, typed, reason);
  }
}

const meant = <T extends string>(
  words: Record<T, readonly string[]>,
  typed: string,
): T | undefined =>
  (Object.keys(words) as T[]).find((vote) =>
    words[vote].some((word) => fold(word) === fold(typed)),
  );

const notAVote = ({ kind }: Decision, typed: string): Result<never> =>
  refuse('not-a-vote', { typed, kind }, 'vote');

/** How a button names an option: never to be taken for a label, which may be a number. */
export const optionTyped = (key: string): string => `#${key}`;

/** Options by label or, failing that, by place, separated by commas; a label may hold commas alone. */
function readChoices({ options }: Decision, typed: string, reason: string): Result<Vote> {
  if (BLANK.includes(fold(typed))) return ok({ kind: 'choice', choices: [], reason });
  const find = (word: string) =>
    options.find(({ key }) => optionTyped(key) === word.trim()) ??
    options.find(({ label }) => fold(label) === fold(word)) ??
    options.find(({ key }) => key === word.trim());
  const whole = find(typed);
  if (whole) return ok({ kind: 'choice', choices: [whole.key], reason });
  const choices: string[] = [];
  for (const word of typed.split(/[,;]/).filter((part) => part.trim() !== '')) {
    const option = find(word);
    if (!option) {
      const list = options.map(({ key, label }) => `${key} ${label}`).join(', ');
      return refuse('not-in-list', { typed: word.trim(), list }, 'vote');
    }
    choices.push(option.key);
  }
  return ok({ kind: 'choice', choices, reason });
}
