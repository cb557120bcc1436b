import { dueOf, expenseSums, owedTo } from '../../../src/wealth/rules/expenses.js';
import type { ExpenseEntry } from '../../../src/wealth/service/expense-reading.js';
import type { ExpenseState } from '../../../src/wealth/types/expenses.js';
import type { WealthContext } from '../../../src/wealth/types.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import type { Action, Block, Inline, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Around, nameOf } from '../drawing.js';
import { contextTyped } from '../params.js';
import { listOf, titled } from './context.js';
import { EXPENSE_LANDMARK } from './expense.js';
import { byName, table } from './matrix.js';
import { euros } from './share.js';

/** One screen of a phone, a part. */
const MOST_LISTED = 10;
/** What a network's menu holds. */
const MOST_OPENED = 25;

/** What is to be looked at first, then to be paid back, then the rest. */
const PARTS = ['declared', 'approved', 'refused', 'reimbursed', 'withdrawn'] as const;

const amountsOf = (all: readonly ExpenseEntry[]) =>
  all.map(({ expense: { member, state }, spending }) => ({
    ...{ member, state, cents: dueOf(spending) },
  }));

/** The expenses that this reader may see: where each is, and what is owed to whom. */
export function expenseList(
  around: Around,
  all: readonly ExpenseEntry[],
  about: WealthContext | null,
): View {
  const { locale } = around;
  const fields = about ? { context: contextTyped(about) } : {};
  const declare = button(say(locale, 'expense.spend'), act('wealth.spend', fields), 'primary');
  const title = about
    ? say(locale, 'expense.list.of', { name: about.name })
    : say(locale, 'expense.list');
  return view({
    title: [title],
    landmark: EXPENSE_LANDMARK,
    blocks: [
      ...(all.length === 0
        ? [none(around, about)]
        : [
            text(say(locale, 'expense.sums', sumsOf(around, all))),
            ...owed(around, all),
            ...PARTS.flatMap((state) => part(around, all, state)),
          ]),
      ...(about && about.rule.sees !== 'everybody'
        ? [note(say(locale, `expense.sees.${about.rule.sees}`))]
        : []),
    ],
    actions: [declare, ...opening(around, all)],
  });
}

/** Where some are kept from some, that there is none would say too much. */
function none({ locale }: Around, about: WealthContext | null): Block {
  if (about && about.rule.sees !== 'everybody') return text(say(locale, 'expense.none.seen'));
  return text(...rich(locale, 'expense.none', { name: about?.name ?? 'Festival' }));
}

function sumsOf(around: Around, all: readonly ExpenseEntry[]) {
  const { declared, approved, reimbursed } = expenseSums(amountsOf(all));
  return {
    declared: euros(declared, around),
    approved: euros(approved, around),
    reimbursed: euros(reimbursed, around),
  };
}

function owed(around: Around, all: readonly ExpenseEntry[]): Block[] {
  const { locale } = around;
  const each = owedTo(amountsOf(all));
  if (each.size < 2) return [];
  const caption = say(locale, 'expense.owed');
  return [
    table(
      caption,
      [say(locale, 'matrix.who'), say(locale, 'share.amount')],
      byName([...each.keys()], around).map((id) => [
        nameOf(around, id),
        euros([...each].find(([own]) => own === id)?.[1] ?? 0n, around),
      ]),
    ),
  ];
}

function part(around: Around, all: readonly ExpenseEntry[], state: ExpenseState): Block[] {
  const { locale } = around;
  const own = all.filter(({ expense }) => expense.state === state);
  if (own.length === 0) return [];
  const lines = own.slice(0, MOST_LISTED).map((entry): Inline[] => lineOf(around, entry));
  const left = own.length - lines.length;
  return [
    titled(say(locale, `expense.part.${state}`)),
    listOf(lines),
    ...(left > 0 ? [note(say(locale, 'expense.more', { count: left }))] : []),
  ];
}

const lineOf = (around: Around, { expense, spending }: ExpenseEntry): Inline[] =>
  rich(around.locale, 'expense.line', {
    ...{ number: expense.number, name: nameOf(around, expense.member), what: spending.what },
    amount: euros(dueOf(spending), around),
  });

function opening({ locale }: Around, all: readonly ExpenseEntry[]): Action[] {
  if (all.length === 0) return [];
  const options = all.slice(0, MOST_OPENED).map(({ expense: { number }, spending }) => ({
    value: `E-${number}`,
    label: `E-${number} · ${spending.what}`,
  }));
  const open = act('wealth.expense');
  return [select({ label: say(locale, 'expense.open'), act: open, param: 'expense', options })];
}
