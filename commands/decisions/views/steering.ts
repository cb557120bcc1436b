import type { Member } from '../../../src/community/types.js';
import * as policy from '../../../src/decisions/policy.js';
import { checkReopen, takesVotes } from '../../../src/decisions/rules/course.js';
import type { Decision } from '../../../src/decisions/types.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { act, button } from '../../view/build.js';
import type { Action } from '../../view/view.js';
import { type Key, say } from '../../words/index.js';

/** What the reader may do to the decision's course, and nothing else. */
export function steering(
  decision: Decision,
  about: { readonly reader: Member; readonly locale: Locale; readonly now: Date },
): Action[] {
  const { reader, locale, now } = about;
  const may = (
    allowed: boolean,
    command: string,
    key: Key,
    style: 'plain' | 'danger' = 'plain',
  ): Action[] =>
    allowed ? [button(say(locale, key), act(command, { decision: decision.number }), style)] : [];
  if (takesVotes(decision, now)) {
    return [
      ...may(policy.mayAmend(reader, decision), 'decision.amend', 'done.fix-text'),
      ...may(policy.mayExtend(reader, decision), 'decision.extend', 'steer.date'),
      ...may(policy.mayClose(reader, decision), 'decision.close', 'steer.close', 'danger'),
      ...may(policy.mayWithdraw(reader, decision), 'decision.withdraw', 'done.withdraw', 'danger'),
    ];
  }
  const { state } = decision;
  const between = state === 'between_rounds' && policy.mayOpenRound(reader, decision);
  const concludes = state === 'closed' && policy.mayConclude(reader, decision);
  const reopens = checkReopen(decision).ok && policy.mayReopen(reader, decision);
  return [
    ...may(between, 'decision.round', 'said.to-author.open-round'),
    ...may(between, 'decision.give-up', 'said.to-author.give-up', 'danger'),
    ...may(concludes, 'decision.conclude', 'said.to-author.conclude'),
    ...may(reopens, 'decision.reopen', 'steer.reopen'),
  ];
}
