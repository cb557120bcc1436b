import { takesVotes } from '../../../src/decisions/rules/course.js';
import type { Decision, Dossier, Vote } from '../../../src/decisions/types.js';
import { formatList } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { act, button, select } from '../../view/build.js';
import type { Act, Action, Ballot } from '../../view/view.js';
import { say } from '../../words/index.js';
import { optionTyped } from '../typed.js';

const CONSENT = ['consent', 'objection'] as const;
const AGREEMENT = ['agree', 'disagree', 'abstain', 'block'] as const;

/** How a vote is called, in two words. */
export function voteText(decision: Decision, vote: Vote | null, locale: Locale): string {
  if (vote === null) return say(locale, 'voted.secret');
  if (vote.kind !== 'choice') return say(locale, `voted.${vote.vote}`);
  if (vote.choices.length === 0) return say(locale, 'voted.blank');
  return formatList(optionLabels(decision, vote.choices), locale);
}

export const optionLabels = (decision: Decision, keys: readonly string[]): string[] =>
  decision.options.filter(({ key }) => keys.includes(key)).map(({ label }) => label);

/** The same sign everywhere for the same voice. */
const LANDMARKS = {
  consent: '✅',
  objection: '🙋',
  agree: '👍',
  disagree: '👎',
  abstain: '😶',
  block: '✋',
  blank: '⚪',
} as const;

/** The gestures of an open decision, those of its kind first. */
export function voteActions(
  dossier: Pick<Dossier, 'decision'>,
  locale: Locale,
  now: Date,
): Action[] {
  const { decision } = dossier;
  const { kind, number, options, rule } = decision;
  if (!takesVotes(decision, now)) return [];
  const ballot: Ballot = {
    secret: rule.secret,
    undo: act('decision.unvote', { decision: number }),
  };
  // What is voted is voted on the text that was seen, even if the button is pressed much later.
  const about = { decision: number, seen: decision.text.version };
  const reasoned = (command: string): Act => act(command, about);
  const vote = (value: string): Act => act('decision.vote', { ...about, vote: value });
  const gesture = (value: keyof typeof LANDMARKS, does: Act, primary = false): Action => ({
    ...button(say(locale, `vote.${value}`), does, primary ? 'primary' : 'plain'),
    landmark: LANDMARKS[value],
    ballot,
  });
  switch (kind) {
    case 'consent':
      return CONSENT.map((value) =>
        value === 'consent'
          ? gesture(value, vote(value), true)
          : gesture(value, reasoned('decision.object')),
      );
    case 'agreement':
      return AGREEMENT.map((value) =>
        value === 'block'
          ? gesture(value, reasoned('decision.block'))
          : gesture(value, vote(value), value === 'agree'),
      );
    case 'choice':
      return [
        {
          ...select({
            label: say(locale, 'vote.choose'),
            act: reasoned('decision.vote'),
            param: 'vote',
            multiple: rule.max > 1,
            options: options.map(({ key, label }) => ({ value: optionTyped(key), label })),
          }),
          ballot,
        },
        gesture('blank', vote('blank')),
      ];
  }
}
