import { act, button, note, text, view } from '../../view/build.js';
import type { Block, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { nameOf } from '../drawing.js';
import {
  aboutExpense,
  approveButton,
  correctionBlocks,
  EXPENSE_LANDMARK,
  type ExpenseDrawing,
  expenseByline,
  expenseState,
  type Seen,
  seeExpense,
  seenOf,
  spendingLine,
} from './expense.js';

/** Private words about one expense, to whom it concerns. */

const word = (
  drawing: ExpenseDrawing,
  seen: Seen,
  title: string,
  more: Pick<View, 'actions'> & { readonly blocks: readonly Block[] },
): View =>
  view({
    title: [title],
    landmark: EXPENSE_LANDMARK,
    audience: 'direct',
    blocks: [
      note(...expenseByline(drawing, seen)),
      text(...spendingLine(drawing, seen.spending)),
      ...correctionBlocks(drawing, seen),
      ...more.blocks,
    ],
    actions: [...more.actions, seeExpense(drawing)],
  });

const titleOf = (
  { locale, dossier }: ExpenseDrawing,
  { spending }: Seen,
  name: 'look' | 'told' | 'written',
): string =>
  say(locale, `expense.${name}.title`, { number: dossier.expense.number, what: spending.what });

/** To one whose turn it is to look; `null` once they have, or need not any more. */
export function expenseLook(drawing: ExpenseDrawing): View | null {
  const seen = seenOf(drawing);
  const { dossier, reader, locale } = drawing;
  const { expense, period } = dossier;
  if (!seen || !reader || period?.closedAt || seen.standing.state !== 'declared') return null;
  if (!expense.asked.includes(reader.id)) return null;
  if (seen.standing.approvals.some(({ member }) => member === reader.id)) return null;
  const ask = text(say(locale, 'expense.look', { name: nameOf(drawing, expense.member) }));
  const actions = [approveButton(drawing)];
  return word(drawing, seen, titleOf(drawing, seen, 'look'), { blocks: [ask], actions });
}

/** To who paid: somebody wrote it for them. */
export function expenseWritten(drawing: ExpenseDrawing): View | null {
  const seen = seenOf(drawing);
  const { dossier, locale } = drawing;
  if (!seen || dossier.expense.state === 'withdrawn') return null;
  const name = nameOf(drawing, dossier.expense.author);
  const fields = aboutExpense(drawing);
  return word(drawing, seen, titleOf(drawing, seen, 'written'), {
    blocks: [text(say(locale, 'expense.written', { name }))],
    actions: [
      button(say(locale, 'expense.do.correct'), act('wealth.expense-correct', fields)),
      button(say(locale, 'expense.do.withdraw'), act('wealth.expense-withdraw', fields)),
    ],
  });
}

/** To who paid: it is refused, or paid back, as it stands. */
export function expenseTold(drawing: ExpenseDrawing): View | null {
  const seen = seenOf(drawing);
  if (!seen || !['refused', 'reimbursed'].includes(seen.standing.state)) return null;
  const { locale } = drawing;
  const refused = seen.standing.state === 'refused';
  const correct = act('wealth.expense-correct', aboutExpense(drawing));
  return word(drawing, seen, titleOf(drawing, seen, 'told'), {
    blocks: [
      ...expenseState(drawing, seen),
      ...(refused ? [text(...rich(locale, 'expense.told.next'))] : []),
    ],
    actions: refused ? [button(say(locale, 'expense.do.correct'), correct, 'primary')] : [],
  });
}

/** What waited has had its answer. */
export const expenseDone = (drawing: ExpenseDrawing): View =>
  view({
    title: [say(drawing.locale, 'expense.done', { number: drawing.dossier.expense.number })],
    audience: 'direct',
    actions: [seeExpense(drawing)],
  });
