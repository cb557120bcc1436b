import type { Decision, Option, Outcome } from '../../../src/decisions/types.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { act, button } from '../../view/build.js';
import type { Action, Inline } from '../../view/view.js';
import { rich, say } from '../../words/index.js';

type Result = Outcome['result']['outcome'];

/** Whether something was decided, which a conclusion then says in full. */
export const isSettled = (result: Result): result is 'adopted' | 'decided' =>
  result === 'adopted' || result === 'decided';

/** What an outcome calls for, in one sentence. */
export const nextText = (result: Result, locale: Locale, fill: { author: string }): Inline[] =>
  rich(locale, isSettled(result) ? 'said.outcome.settled' : `said.outcome.${result}`, fill);

/** The options that came out equal; `null` when it is not how the decision ended. */
export function tiedOptions({ state, options, outcome }: Decision): readonly Option[] | null {
  if (state !== 'closed' || outcome?.result.outcome !== 'tie') return null;
  return options.filter(({ key }) => outcome.result.winners?.includes(key));
}

/** Proposes again what was: its text, its options or those that tied, its rule. */
export function takeUpAgain(
  decision: Decision,
  locale: Locale,
  style: 'primary' | 'plain' = 'plain',
): Action {
  const key = tiedOptions(decision) ? 'again.tie' : 'again.text';
  return button(say(locale, key), act('decision.propose', { from: decision.number }), style);
}
