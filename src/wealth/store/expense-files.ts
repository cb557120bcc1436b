import type { Tx } from '../../database/transaction.js';
import type { CommunityId, FileId, MemberId } from '../../kernel/ids.js';
import type { Expense, ExpenseFile, ExpenseId } from '../types/expenses.js';

type Of = Pick<Expense, 'id' | 'community'>;

export async function insertExpenseFile(
  tx: Tx,
  { id, community }: Of,
  { file, member, ...rest }: ExpenseFile,
): Promise<void> {
  await tx.expenseFile.create({
    data: {
      ...{ ...rest, fileId: file, memberId: member },
      ...{ communityId: community, expenseId: id },
    },
  });
}

export async function deleteExpenseFile(
  tx: Tx,
  { id, community }: Of,
  file: FileId,
): Promise<void> {
  await tx.expenseFile.deleteMany({
    where: { fileId: file, expenseId: id, communityId: community },
  });
}

/** Those of each of these, oldest first. */
export async function listExpenseFiles(
  tx: Tx,
  community: CommunityId,
  expenses: readonly Pick<Expense, 'id'>[],
): Promise<ReadonlyMap<ExpenseId, ExpenseFile[]>> {
  const found = new Map<ExpenseId, ExpenseFile[]>(expenses.map(({ id }) => [id, []]));
  const rows = await tx.expenseFile.findMany({
    where: { communityId: community, expenseId: { in: [...found.keys()] } },
    orderBy: { position: 'asc' },
  });
  for (const { fileId, expenseId, position, memberId, at } of rows) {
    const file = { file: fileId as FileId, position, at, member: memberId as MemberId };
    found.get(expenseId as ExpenseId)?.push(file);
  }
  return found;
}
