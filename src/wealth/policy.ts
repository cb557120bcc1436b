import type { Member } from '../community/types.js';
import type { MemberId } from '../kernel/ids.js';
import type { Expense } from './types/expenses.js';
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

/** Never one's own, nor what one wrote for somebody. */
export const isOwnExpense = (
  member: MemberId,
  { member: payer, author }: Pick<Expense, 'member' | 'author'>,
): boolean => member === payer || member === author;

/** Who refuses it and pays it back: they hold the context, and its purse. */
export const mayPayBack = keeps;

/** Who reads what was paid: as for what is declared, and whoever is to pay it back. */
export const maySeeExpense = (
  reader: Member | null,
  expense: Expense,
  context: WealthContext,
  participants: readonly MemberId[],
): boolean =>
  maySee(reader?.id ?? null, expense, context, participants) ||
  (reader !== null && keeps(reader, context));

/** Who says that it is right: whoever takes part and may read it, was asked, or holds the purse. */
export const mayApprove = (
  reader: Member,
  expense: Expense,
  context: WealthContext,
  participants: readonly MemberId[],
): boolean =>
  !isOwnExpense(reader.id, expense) &&
  maySeeExpense(reader, expense, context, participants) &&
  (expense.asked.includes(reader.id) || participants.includes(reader.id) || keeps(reader, context));

/** A receipt names shops and cards: it is for who paid, and for who says whether it is right. */
export const mayReadReceipt = (
  reader: Member | null,
  expense: Expense,
  context: WealthContext,
  participants: readonly MemberId[],
): boolean =>
  reader !== null &&
  (isOwnExpense(reader.id, expense) ||
    keeps(reader, context) ||
    mayApprove(reader, expense, context, participants));

/** Who paid or wrote it, or holds the purse: a receipt may come by either. */
export const mayAttach = (reader: Member, expense: Expense, context: WealthContext): boolean =>
  isOwnExpense(reader.id, expense) || keeps(reader, context);
