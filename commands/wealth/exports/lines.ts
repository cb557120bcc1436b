import { isoDay } from '../../../src/kernel/dates/past.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Quantity } from '../../../src/kernel/quantities/quantity.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { endsOf } from '../../../src/wealth/rules/matrix.js';
import type { ExpenseLine } from '../../../src/wealth/service/expense-reading.js';
import type { Validated } from '../../../src/wealth/service/matrix.js';
import type { ExpenseId } from '../../../src/wealth/types/expenses.js';
import type { Distribution, Payment, WealthContext } from '../../../src/wealth/types.js';
import type { Context } from '../../registry/context.js';
import { say } from '../../words/index.js';
import { natureName } from '../params.js';

/** Somebody, told apart from whoever has the same name. */
export interface Party {
  readonly id: string;
  readonly name: string;
}

/** Money laid out for a context: what it owes for it, then what it has paid back. */
export interface ExportedExpense {
  readonly step: 'owed' | 'paid-back';
  /** The tax in it; `null`: not known. */
  readonly vat: bigint | null;
  /** Names and digests of what proves it, for who may read it: never what it holds. */
  readonly receipts: string;
}

/** Of a sharing, what one person has been paid. */
interface Paid {
  readonly distribution: Distribution;
  readonly payment: Payment;
  readonly at: Date;
}

/** One movement, as every export tells it: from somebody or the context, to the other. */
export interface ExportLine extends Quantity {
  /** `R-12`, `P-3`, `E-4`. */
  readonly reference: string;
  readonly id: string;
  /** ISO 8601 day. */
  readonly day: string;
  /** `null`: the context. */
  readonly from: Party | null;
  readonly to: Party | null;
  readonly nature: string;
  readonly what: string;
  readonly period: number | null;
  readonly expense: ExportedExpense | null;
}

/**
 * Everything validated in a context, its expenses, then what was paid of its sharings, each in the
 * order of their numbers. Contributions are read as they are asked for: their number does not
 * matter.
 */
export async function exportLines(
  { services, community, member }: Context,
  about: WealthContext,
  { period: position, locale }: { readonly period: number | null; readonly locale: Locale },
): Promise<Result<AsyncGenerator<ExportLine>>> {
  const periods = await services.wealth.periodsOf(about);
  const period = periods.find((one) => one.position === position)?.id ?? null;
  if (position !== null && period === null) {
    return refuse('unknown-period', { name: about.name, position });
  }
  const seen = { reader: member.id, period };
  const pages = await services.wealth.validatedFor(community.id, about, seen);
  if (!pages) return refuse('export-discreet', { name: about.name });
  const members = await services.community.people(community.id);
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  const party = (id: string | null): Party | null =>
    id === null ? null : { id, name: names.get(id) ?? '?' };
  const positions = new Map(periods.map((one) => [one.id, one.position]));
  const proofs = await services.wealth.receiptsFor(community.id, about, member.id);
  const receiptsOf = (id: ExpenseId): string =>
    (proofs.get(id) ?? []).map(({ file }) => `${file.name} sha256:${file.digest}`).join(' ; ');
  const lineOf = (one: Validated): ExportLine => {
    const { quantity, nature, what, day } = one.content;
    const { from, to } = endsOf(one);
    return {
      ...{ ...quantity, reference: `R-${one.number}`, id: one.id, day, what, expense: null },
      ...{ nature: natureName(nature, locale), from: party(from), to: party(to) },
      period: (one.period && positions.get(one.period)) ?? null,
    };
  };
  const expenseOf = (said: ExpenseLine): ExportLine[] => {
    const { expense, spending, ...one } = said;
    const { quantity, nature, what, day } = one.content;
    const { from, to } = endsOf(one);
    const paid = one.of === 'reimbursement';
    const { replaces } = spending;
    const line: ExportLine = {
      ...{ ...quantity, reference: `E-${expense.number}`, id: expense.id, what },
      ...{ nature: natureName(nature, locale), from: party(from), to: party(to) },
      // What corrects a closed period is of the day when it was said, not of then.
      day: paid || replaces ? isoDay(paid ? one.at : expense.createdAt, community.zone) : day,
      period: (one.period && positions.get(one.period)) ?? null,
      expense: paid
        ? { step: 'paid-back', vat: null, receipts: '' }
        : { step: 'owed', vat: spending.vatCents, receipts: receiptsOf(expense.id) },
    };
    if (paid || !replaces) return [line];
    const undone: ExportLine = {
      ...{ ...line, amount: -replaces.cents, what: say(locale, 'export.wealth.undone', { what }) },
      expense: { step: 'owed', vat: replaces.vatCents && -replaces.vatCents, receipts: '' },
    };
    return [undone, ...(spending.cents === 0n ? [] : [{ ...line, amount: spending.cents }])];
  };
  const paymentOf = ({ distribution, payment, at }: Paid): ExportLine => {
    const reference = `P-${distribution.number}`;
    return {
      ...{ amount: payment.cents, unit: 'cent', reference, id: distribution.id },
      ...{ day: isoDay(at, community.zone), from: null, to: party(payment.member) },
      ...{ nature: '', what: reference, period: null, expense: null },
    };
  };
  return ok(
    (async function* (): AsyncGenerator<ExportLine> {
      for await (const page of pages) yield* page.map(lineOf);
      const spent = await services.wealth.expenseLinesIn(community.id, about, period);
      yield* spent.flatMap(expenseOf);
      if (period !== null) return;
      yield* (await services.wealth.paidIn(community.id, about)).map(paymentOf);
    })(),
  );
}

/** All of them, oldest first: accounts are kept in the order of days. */
export async function byDay(lines: AsyncIterable<ExportLine>): Promise<ExportLine[]> {
  const all: ExportLine[] = [];
  for await (const line of lines) all.push(line);
  return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
