import { formatList, formatMoment } from '../../../src/kernel/dates/format.js';
import * as policy from '../../../src/wealth/policy.js';
import {
  dueOf,
  type ExpenseStanding,
  expenseStanding,
  mayFollow,
  spendingOf,
  WEIGHING,
} from '../../../src/wealth/rules/expenses.js';
import type { ExpenseDossier, ExpenseStep, Spending } from '../../../src/wealth/types/expenses.js';
import { act, button, marked, note, text, view } from '../../view/build.js';
import type { Action, Block, Inline, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Around, dayText, nameOf } from '../drawing.js';
import { contextTyped } from '../params.js';
import { listOf, titled } from './context.js';
import { receiptActions, receiptBlocks } from './receipts.js';
import { euros } from './share.js';

export const EXPENSE_LANDMARK = '🧾';

/** What drawing an expense needs. */
export interface ExpenseDrawing extends Around {
  readonly dossier: ExpenseDossier;
}

/** What these eyes may see of it, its steps among it; `null`: nothing. */
export interface Seen {
  readonly spending: Spending;
  readonly steps: readonly ExpenseStep[];
  readonly standing: ExpenseStanding;
}

export function seenOf({ dossier: { expense, context, steps } }: ExpenseDrawing): Seen | null {
  if (steps === null) return null;
  const standing = expenseStanding(steps, expense, context.rule);
  return { steps, standing, spending: spendingOf(steps) };
}

export const aboutExpense = ({ dossier }: Pick<ExpenseDrawing, 'dossier'>) => ({
  expense: dossier.expense.number,
});

const expenseHeadline = ({ dossier }: ExpenseDrawing, { spending }: Seen): Inline[] => [
  `E-${dossier.expense.number} · ${spending.what}`,
];

const moment = ({ community: { zone }, locale, now }: Around, at: Date): string =>
  formatMoment(at, { zone, locale, now });

/** « **45,20 €** · dont 7,53 € de TVA » */
export const spendingLine = (around: Around, { cents, vatCents }: Spending): Inline[] => [
  { type: 'strong', children: [euros(cents, around)] },
  ' · ',
  vatCents === null
    ? say(around.locale, 'expense.vat.unknown')
    : say(around.locale, 'expense.vat', { vat: euros(vatCents, around) }),
];

export function expenseByline(drawing: ExpenseDrawing, { spending }: Seen): Inline[] {
  const { locale, dossier } = drawing;
  const { expense, context } = dossier;
  const fill = {
    ...{ name: nameOf(drawing, expense.member), context: context.name },
    ...{ author: nameOf(drawing, expense.author), day: dayText(spending.day, drawing) },
  };
  return rich(
    locale,
    expense.author === expense.member ? 'expense.paid' : 'expense.paid.for',
    fill,
  );
}

/** What it says again of a closed period, and what that leaves to be paid. */
export function correctionBlocks(drawing: ExpenseDrawing, { spending }: Seen): Block[] {
  const { locale, dossier } = drawing;
  const { corrects, correctedBy, expense } = dossier;
  const by = rich(locale, 'expense.corrected-by', { by: correctedBy ?? 0 });
  const due = dueOf(spending);
  const fill = {
    ...{ number: corrects ?? 0, name: nameOf(drawing, expense.member) },
    before: euros(spending.replaces?.cents ?? 0n, drawing),
    after: euros(spending.cents, drawing),
    due: euros(due < 0n ? -due : due, drawing),
    way: due < 0n ? 'back' : due > 0n ? 'more' : 'none',
  };
  return [
    ...(spending.replaces ? [text(...rich(locale, 'expense.corrects', fill))] : []),
    ...(correctedBy === null ? [] : [note(...by)]),
  ];
}

/** Where it stands, in sentences: by whom, and when. */
export function expenseState(drawing: ExpenseDrawing, { standing, spending }: Seen): Block[] {
  const { locale, dossier } = drawing;
  const { expense, period, needed } = dossier;
  const { state, approvals, refusal, reimbursement } = standing;
  const by = (step: ExpenseStep | null | undefined) => ({
    by: step ? nameOf(drawing, step.member) : '?',
    at: step ? moment(drawing, step.at) : '',
  });
  const fill = {
    ...{ name: nameOf(drawing, expense.member), needed, count: approvals.length },
    way: dueOf(spending) < 0n ? 'back' : 'more',
    names: formatList(
      approvals.map(({ member }) => nameOf(drawing, member)),
      locale,
    ),
    ...by(state === 'approved' ? approvals.at(-1) : (reimbursement ?? refusal)),
    reason: refusal?.text ?? '',
  };
  return [
    text(...rich(locale, `expense.state.${state}`, fill)),
    ...(period?.closedAt
      ? [note(...rich(locale, 'expense.frozen', { at: moment(drawing, period.closedAt) }))]
      : []),
  ];
}

/** The rule of the game, in whole sentences. */
const expenseRule = ({ locale, dossier: { context, needed } }: ExpenseDrawing): Block =>
  note(
    ...rich(locale, 'expense.rule', {
      needed,
      sees: say(locale, `expense.sees.${context.rule.sees}`),
    }),
  );

const gesture = (
  drawing: ExpenseDrawing,
  name: 'approve' | 'unapprove' | 'refuse' | 'unrefuse' | 'correct' | 'withdraw' | 'restore',
) =>
  button(
    say(drawing.locale, `expense.do.${name}`),
    act(`wealth.expense-${name}`, aboutExpense(drawing)),
  );

export const approveButton = (drawing: ExpenseDrawing): Action => ({
  ...marked('✅', gesture(drawing, 'approve')),
  style: 'primary',
});

export const seeExpense = (drawing: ExpenseDrawing): Action =>
  marked(
    '🔎',
    button(say(drawing.locale, 'card.more'), act('wealth.expense', aboutExpense(drawing))),
  );

/** The living card of the rooms: never the receipt. */
export function expenseCard(drawing: ExpenseDrawing): View | null {
  const seen = seenOf(drawing);
  if (!seen) return null;
  const frozen = drawing.dossier.period?.closedAt;
  return view({
    title: expenseHeadline(drawing, seen),
    landmark: EXPENSE_LANDMARK,
    reference: `E-${drawing.dossier.expense.number}`,
    audience: 'room',
    blocks: [
      note(...expenseByline(drawing, seen)),
      text(...spendingLine(drawing, seen.spending)),
      ...correctionBlocks(drawing, seen),
      ...expenseState(drawing, seen),
      expenseRule(drawing),
    ],
    actions: [
      ...(seen.standing.state === 'declared' && !frozen ? [approveButton(drawing)] : []),
      seeExpense(drawing),
    ],
  });
}

/** Everything of an expense, for one reader. */
export function expensePage(drawing: ExpenseDrawing): View {
  const { dossier, locale } = drawing;
  const { expense, context } = dossier;
  const seen = seenOf(drawing);
  return view({
    title: seen ? expenseHeadline(drawing, seen) : [`E-${expense.number}`],
    landmark: EXPENSE_LANDMARK,
    reference: `E-${expense.number}`,
    blocks: seen
      ? [
          note(...expenseByline(drawing, seen)),
          text(...spendingLine(drawing, seen.spending)),
          ...correctionBlocks(drawing, seen),
          ...expenseState(drawing, seen),
          ...receiptBlocks(drawing),
          ...history(drawing, seen),
          expenseRule(drawing),
        ]
      : [text(say(locale, `wealth.hidden.${context.rule.sees}`, { name: context.name }))],
    actions: [
      ...(seen ? gestures(drawing, seen) : []),
      ...receiptActions(drawing),
      button(
        say(locale, 'expense.all'),
        act('wealth.expenses', { context: contextTyped(context) }),
      ),
    ],
  });
}

/** What was done, by whom and when: nothing is erased. */
function history(drawing: ExpenseDrawing, { steps }: Seen): Block[] {
  const { locale } = drawing;
  if (steps.length < 2) return [];
  const lines = steps.map(({ kind, member, at, text: why, spending }) =>
    rich(locale, `expense.step.${kind}`, {
      ...{ name: nameOf(drawing, member), at: moment(drawing, at) },
      ...{ reason: spending?.reason || why, what: spending?.what ?? '' },
      amount: spending ? euros(spending.cents, drawing) : '',
    }),
  );
  return [titled(say(locale, 'expense.history')), listOf(lines)];
}

/** What this reader may do, as it stands. */
function gestures(drawing: ExpenseDrawing, { standing }: Seen): Action[] {
  const { reader, dossier, locale } = drawing;
  const { expense, context, period, receipt } = dossier;
  if (!reader) return [];
  const { state, approvals } = standing;
  const own = policy.isOwnExpense(reader.id, expense);
  const keeper = policy.mayPayBack(reader, context);
  const pay = (paid: 'yes' | 'no') =>
    button(
      say(locale, `expense.do.reimburse.${paid}`),
      act('wealth.expense-reimburse', { ...aboutExpense(drawing), paid }),
      paid === 'yes' ? 'primary' : 'plain',
    );
  const paying = [
    ...(keeper && mayFollow(state, 'reimbursed') ? [pay('yes')] : []),
    ...(keeper && mayFollow(state, 'unreimbursed') ? [pay('no')] : []),
  ];
  const corrects = own && WEIGHING.includes(state) && dossier.correctedBy === null;
  if (period?.closedAt) return [...paying, ...(corrects ? [gesture(drawing, 'correct')] : [])];
  const approved = approvals.some(({ member }) => member === reader.id);
  // Who may read a receipt that is not theirs is who may say that it is right.
  const looks = !own && receipt !== null;
  return [
    ...(looks && state === 'declared' && !approved ? [approveButton(drawing)] : []),
    ...paying,
    ...(approved && mayFollow(state, 'unapproved') ? [gesture(drawing, 'unapprove')] : []),
    ...(own && mayFollow(state, 'restored') ? [gesture(drawing, 'restore')] : []),
    ...(own && mayFollow(state, 'corrected') ? [gesture(drawing, 'correct')] : []),
    ...(own && mayFollow(state, 'withdrawn') ? [gesture(drawing, 'withdraw')] : []),
    ...(keeper && !own && mayFollow(state, 'refused') ? [gesture(drawing, 'refuse')] : []),
    ...(keeper && !own && mayFollow(state, 'unrefused') ? [gesture(drawing, 'unrefuse')] : []),
  ];
}
