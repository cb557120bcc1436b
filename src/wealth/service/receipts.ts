import { voiceOf } from '../../community/rules/voices.js';
import { getMember, listVoices } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { GivenFile } from '../../kernel/files.js';
import type { CommunityId, FileId, MemberId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { mayFollow } from '../rules/expenses.js';
import { deleteExpenseFile, insertExpenseFile, listExpenseFiles } from '../store/expense-files.js';
import type { Expense, ExpenseId, Receipt, WhichExpense } from '../types/expenses.js';
import { LIMITS, type WealthContext } from '../types.js';
import { createExpenseSteps } from './expense-steps.js';
import type { ByMember, Parts } from './parts.js';
import { contextNow, expenseNow, expensesNow, participantsNow } from './voices.js';

/** Puts what was held with an expense; `false` when it is held no more. */
export async function keepWith(
  { files }: Pick<Parts, 'files'>,
  tx: Tx,
  expense: Pick<Expense, 'id' | 'community'>,
  { file, member, at }: { readonly file: FileId; readonly member: MemberId; readonly at: Date },
): Promise<boolean> {
  if (!(await files.keep(tx, expense.community, file))) return false;
  const known = (await listExpenseFiles(tx, expense.community, [expense])).get(expense.id) ?? [];
  const position = (known.at(-1)?.position ?? 0) + 1;
  await insertExpenseFile(tx, expense, { file, position, member, at });
  return true;
}

/** What is said of the files of each of these. */
export async function receiptsOf(
  { prisma, files }: Pick<Parts, 'prisma' | 'files'>,
  community: CommunityId,
  expenses: readonly Pick<Expense, 'id'>[],
): Promise<ReadonlyMap<ExpenseId, Receipt[]>> {
  const all = await listExpenseFiles(prisma, community, expenses);
  const voices = await listVoices(prisma, community);
  const said = await files.kept(
    community,
    [...all.values()].flat().map(({ file }) => file),
  );
  return new Map(
    [...all].map(([id, own]) => [
      id,
      own.flatMap(({ file, member, ...one }): Receipt[] => {
        const known = said.get(file);
        return known ? [{ ...one, file: known, member: voiceOf(voices, member) }] : [];
      }),
    ]),
  );
}

/** Files that prove an expense. */
export function createReceipts(parts: Parts) {
  const { prisma, files } = parts;
  const { changing, stepped } = createExpenseSteps(parts);

  return {
    /** Joins a file: it changes nothing of what is said, nor of who found it right. */
    attachReceipt: (cause: ByMember, which: WhichExpense, file: FileId): Promise<Result<Expense>> =>
      changing(cause, which, async (held) => {
        const { tx, expense, member, context } = held;
        const { number, state } = expense;
        if (!policy.mayAttach(member, expense, context)) return refuse('own-expense-only');
        if (!mayFollow(state, 'attached')) return refuse(`expense-${state}`, { number });
        const known = await listExpenseFiles(tx, cause.community, [expense]);
        const max = LIMITS.receipts;
        if ((known.get(expense.id) ?? []).length >= max) return refuse('receipts-full', { max });
        const put = { file, member: member.id, at: cause.now };
        if (!(await keepWith(parts, tx, expense, put))) return refuse('file-gone', {}, 'file');
        return ok(await stepped(held, { kind: 'attached' }, cause.now));
      }),

    /** Takes a file away for good, as long as nobody has approved with it. */
    detachReceipt: (
      cause: ByMember,
      which: WhichExpense,
      position: number,
    ): Promise<Result<Expense>> =>
      changing(cause, which, async (held) => {
        const { tx, expense, member } = held;
        const { number, state } = expense;
        const known = await listExpenseFiles(tx, cause.community, [expense]);
        const one = known.get(expense.id)?.find((file) => file.position === position);
        if (!policy.isOwnExpense(member.id, expense)) return refuse('own-expense-only');
        if (!one) return refuse('unknown-receipt', { number });
        if (!mayFollow(state, 'detached')) return refuse('receipt-approved', { number });
        await deleteExpenseFile(tx, expense, one.file);
        await files.drop(tx, cause.community, one.file);
        return ok(await stepped(held, { kind: 'detached' }, cause.now));
      }),

    /** What is said of the files of a context's expenses, as far as this reader may read them. */
    async receiptsFor(
      community: CommunityId,
      which: Pick<WealthContext, 'id'>,
      reader: MemberId,
    ): Promise<ReadonlyMap<ExpenseId, readonly Receipt[]>> {
      const context = await contextNow(prisma, community, { id: which.id });
      const member = await getMember(prisma, community, reader);
      if (!context || !member) return new Map();
      const participants = await participantsNow(prisma, context);
      const all = await expensesNow(prisma, community, context.id);
      const readable = all.filter((one) =>
        policy.mayReadReceipt(member, one, context, participants),
      );
      return receiptsOf(parts, community, readable);
    },

    /** What one of its files holds, for who may read its receipts. */
    async readReceipt(
      community: CommunityId,
      which: WhichExpense,
      { position, reader }: { readonly position: number; readonly reader: MemberId },
    ): Promise<Result<GivenFile & { readonly bytes: Uint8Array }>> {
      const number = 'number' in which ? which.number : 0;
      const expense = await expenseNow(prisma, community, which);
      const context = expense && (await contextNow(prisma, community, { id: expense.context }));
      const member = await getMember(prisma, community, reader);
      if (!expense || !context || !member) return refuse('unknown-expense', { number });
      const participants = await participantsNow(prisma, context);
      if (!policy.mayReadReceipt(member, expense, context, participants)) {
        return refuse('receipt-not-for-you', { number });
      }
      const all = (await receiptsOf(parts, community, [expense])).get(expense.id) ?? [];
      const one = all.find((receipt) => receipt.position === position);
      const bytes = one && (await files.read(community, one.file.id));
      return one && bytes ? ok({ ...one.file, bytes }) : refuse('unknown-receipt', { number });
    },
  };
}
