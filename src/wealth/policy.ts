import type { Member } from '../community/types.js';
import type { MemberId } from '../kernel/ids.js';
import type { Contribution, WealthContext } from './types.js';

/** Who opened it, or facilitates: who answers for a context's course. */
const keeps = (member: Member, context: WealthContext): boolean =>
  member.id === context.author || member.role === 'facilitator';

export const mayChangeContext = keeps;
export const mayHoldPeriods = keeps;

/** Only in one's own name; who wrote it may take their proposal back. */
export const mayWithdraw = (member: MemberId, contribution: Contribution): boolean =>
  member === contribution.member ||
  (member === contribution.author && contribution.state === 'proposed');

/** Writes for many at once; each of them says whether it is so. */
export const mayImport = (member: Pick<Member, 'role'>): boolean => member.role === 'facilitator';

export const mayCorrect = (member: MemberId, contribution: Contribution): boolean =>
  member === contribution.member;

/** Never one's own, nor what one wrote for somebody. */
export const isOwn = (member: MemberId, contribution: Contribution): boolean =>
  member === contribution.member || member === contribution.author;

/** Who reads what was declared; the rule of its context says so. */
export function maySee(
  reader: MemberId | null,
  contribution: Pick<Contribution, 'member' | 'author' | 'asked'>,
  context: Pick<WealthContext, 'rule'>,
  participants: readonly MemberId[],
): boolean {
  if (context.rule.sees === 'everybody') return true;
  if (reader === null) return false;
  if (reader === contribution.member || reader === contribution.author) return true;
  if (contribution.asked.includes(reader)) return true;
  return context.rule.sees === 'participants' && participants.includes(reader);
}
