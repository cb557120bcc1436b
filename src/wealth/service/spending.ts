import { type Voices, voiceOf } from '../../community/rules/voices.js';
import { listVoices } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import { padded } from '../../kernel/padded.js';
import type { Vault } from '../../kernel/vault.js';
import { type KeptExpense, type KeptStep, listSteps } from '../store/expenses.js';
import type { Expense, ExpenseId, ExpenseStep, Spending } from '../types/expenses.js';
import type { WealthContext } from '../types.js';

/** A length must not tell an amount, nor where a receipt is. */
const PAD_TO_BYTES = 1024;

type Of = Pick<Expense, 'id'>;

const stepPlace = ({ id }: Of, position: number): string =>
  `expense_steps.content:${id}:${position}`;

const receiptPlace = ({ id }: Of): string => `expenses.receipt:${id}`;

interface KeptSums {
  readonly cents: string;
  readonly vatCents: string | null;
}

interface Kept {
  readonly text: string;
  readonly spending:
    | (Omit<Spending, keyof KeptSums | 'replaces'> & KeptSums & { readonly replaces?: KeptSums })
    | null;
}

type Sums = Pick<Spending, 'cents' | 'vatCents'>;

const keptSums = ({ cents, vatCents }: Sums): KeptSums => ({
  cents: String(cents),
  vatCents: vatCents === null ? null : String(vatCents),
});

const readSums = ({ cents, vatCents }: KeptSums): Sums => ({
  cents: BigInt(cents),
  vatCents: vatCents === null ? null : BigInt(vatCents),
});

function kept({ replaces, ...spending }: Spending): NonNullable<Kept['spending']> {
  const said = { ...spending, ...keptSums(spending) };
  return replaces ? { ...said, replaces: keptSums(replaces) } : said;
}

/** In clear where everybody reads it; sealed where the rule of the context keeps it from some. */
export function keepStep(
  vault: Vault,
  { rule }: Pick<WealthContext, 'rule'>,
  of: Expense,
  { text, spending, ...step }: ExpenseStep,
): KeptStep {
  const said: Kept = {
    text,
    spending: spending && kept(spending),
  };
  const clear = JSON.stringify(said);
  const sealed = (): string =>
    vault.seal(padded(clear, PAD_TO_BYTES), stepPlace(of, step.position));
  return {
    ...{ ...step, expense: of.id },
    content: rule.sees === 'everybody' ? clear : sealed(),
  };
}

/** What was done of each of these, in order. */
export async function allStepsOf(
  vault: Vault,
  tx: Tx,
  community: Expense['community'],
  expenses: readonly Expense[],
): Promise<ReadonlyMap<ExpenseId, ExpenseStep[]>> {
  const opening = { vault, voices: await listVoices(tx, community) };
  const kept = await listSteps(tx, community, expenses);
  return new Map(
    [...kept].map(([id, steps]) => [id, steps.map((one) => readStep(opening, { id }, one))]),
  );
}

export const stepsOf = async (vault: Vault, tx: Tx, expense: Expense): Promise<ExpenseStep[]> =>
  (await allStepsOf(vault, tx, expense.community, [expense])).get(expense.id) ?? [];

/** As it was done, by the one voice of who did it. */
function readStep(
  { vault, voices }: { readonly vault: Vault; readonly voices: Voices },
  of: Of,
  { expense: _, content, ...step }: KeptStep,
): ExpenseStep {
  const clear = content.startsWith('v1.')
    ? vault.unseal(content, stepPlace(of, step.position))
    : content;
  const { text, spending } = JSON.parse(clear) as Kept;
  return {
    ...{ ...step, text, member: voiceOf(voices, step.member) },
    spending: spending && {
      ...{ ...spending, ...readSums(spending) },
      replaces: spending.replaces ? readSums(spending.replaces) : null,
    },
  };
}

/** A receipt says more than an amount does: sealed whatever the rule. */
export const keepReceipt = (vault: Vault, of: Of, link: string): string =>
  link === '' ? '' : vault.seal(padded(JSON.stringify(link), PAD_TO_BYTES), receiptPlace(of));

export const readReceipt = (vault: Vault, { id, receipt }: KeptExpense): string =>
  receipt === '' ? '' : (JSON.parse(vault.unseal(receipt, receiptPlace({ id }))) as string);
