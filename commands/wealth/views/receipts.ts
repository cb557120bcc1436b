import { formatNumber } from '../../../src/kernel/dates/format.js';
import * as policy from '../../../src/wealth/policy.js';
import { mayFollow } from '../../../src/wealth/rules/expenses.js';
import type { ExpenseDossier, Receipt } from '../../../src/wealth/types/expenses.js';
import { LIMITS } from '../../../src/wealth/types.js';
import { act, button, marked, note, select, text } from '../../view/build.js';
import type { Action, Block } from '../../view/view.js';
import { say } from '../../words/index.js';
import { type Around, nameOf } from '../drawing.js';
import { listOf } from './context.js';

/** What drawing them needs. */
interface ExpenseDrawing extends Around {
  readonly dossier: ExpenseDossier;
}

/** What proves an expense, for who may read it. */
export function receiptBlocks(drawing: ExpenseDrawing): Block[] {
  const { dossier, locale } = drawing;
  const { receipt, files } = dossier;
  if (receipt === null || files === null) return [note(say(locale, 'expense.receipt.kept'))];
  if (receipt === '' && files.length === 0) return [note(say(locale, 'expense.receipt.none'))];
  const link = { type: 'link', href: receipt, children: [receipt] } as const;
  return [
    ...(receipt === '' ? [] : [text(say(locale, 'expense.receipt'), ' ', link)]),
    ...(files.length === 0
      ? []
      : [
          text(say(locale, 'expense.files')),
          listOf(files.map((one) => [say(locale, 'expense.file', wordsOf(drawing, one))])),
        ]),
  ];
}

const wordsOf = (drawing: ExpenseDrawing, { file, member }: Receipt) => ({
  ...{ file: file.name, name: nameOf(drawing, member) },
  size: formatNumber(Math.ceil(file.size / 1000), drawing.locale),
});

/** Reads a file, joins one, takes one away. */
export function receiptActions(drawing: ExpenseDrawing): Action[] {
  const { dossier, locale, reader } = drawing;
  const { expense, context, files } = dossier;
  if (!reader || files === null) return [];
  const about = { expense: expense.number };
  /** Each option says what it does: some networks show them without what they are under. */
  const choosing = (name: 'file' | 'detach'): Action[] =>
    files.length === 0
      ? []
      : [
          select({
            label: say(locale, `expense.do.${name}`),
            act: act(`wealth.expense-${name}`, about),
            param: 'position',
            options: files.map(({ position, file }) => ({
              value: `${position}`,
              label: say(locale, `expense.do.${name}.one`, { file: file.name }),
            })),
          }),
        ];
  const joins =
    policy.mayAttach(reader, expense, context) &&
    mayFollow(expense.state, 'attached') &&
    files.length < LIMITS.receipts;
  const takes = policy.isOwnExpense(reader.id, expense) && mayFollow(expense.state, 'detached');
  const join = button(say(locale, 'expense.do.attach'), act('wealth.expense-receipt', about));
  return [
    ...choosing('file'),
    ...(joins ? [marked('📎', join)] : []),
    ...(takes ? choosing('detach') : []),
  ];
}
