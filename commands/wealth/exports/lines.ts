import { isoDay } from '../../../src/kernel/dates/past.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Quantity } from '../../../src/kernel/quantities/quantity.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import type { WealthContext } from '../../../src/wealth/types.js';
import type { Context } from '../../registry/context.js';
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
}

/** One movement, as every export tells it: from somebody or the context, to the other. */
export interface ExportLine extends Quantity {
  /** `R-12`, `P-3`, `F-4`. */
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

/** Everything validated in a context, its expenses, and what was paid of its sharings, oldest first. */
export async function exportLines(
  { services, community, member }: Context,
  about: WealthContext,
  { period, locale }: { readonly period: number | null; readonly locale: Locale },
): Promise<Result<ExportLine[]>> {
  const seen = { reader: member.id, period };
  const page = await services.wealth.matrix(community.id, { id: about.id }, seen);
  if (!page?.named) return refuse('export-discreet', { name: about.name });
  const members = await services.community.people(community.id);
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  const party = (id: string | null): Party | null =>
    id === null ? null : { id, name: names.get(id) ?? '?' };
  const periods = new Map<string, number>(
    page.trend.map((one) => [one.period.id, one.period.position]),
  );
  const counted = await services.wealth.countedIn(community.id, about, period ?? undefined);
  const lines = counted.map(({ content, contribution, member: own }): ExportLine => {
    const { quantity, nature, what, day, flow, other } = content;
    return {
      ...{ ...quantity, reference: `R-${contribution.number}`, id: contribution.id, day, what },
      ...{ nature: natureName(nature, locale) },
      from: party(flow === 'gave' ? own : other),
      to: party(flow === 'gave' ? other : own),
      period: (contribution.period && periods.get(contribution.period)) ?? null,
      expense: null,
    };
  });
  const spent = await services.wealth.expenseLinesIn(community.id, about, period);
  const expenses = spent.map(({ of, content, expense, spending, at, ...line }): ExportLine => {
    const paid = of === 'reimbursement';
    return {
      ...{ ...content.quantity, reference: `F-${expense.number}`, id: expense.id },
      ...{ nature: natureName(content.nature, locale), what: content.what },
      day: paid ? isoDay(at, community.zone) : content.day,
      from: paid ? null : party(line.member),
      to: paid ? party(line.member) : null,
      period: (line.period && periods.get(line.period)) ?? null,
      expense: paid ? { step: 'paid-back', vat: null } : { step: 'owed', vat: spending.vatCents },
    };
  });
  const paid = await services.wealth.paidIn(community.id, about);
  const payments = period === null ? paid : [];
  const all = [
    ...lines,
    ...expenses,
    ...payments.map(
      ({ distribution, payment, at }): ExportLine => ({
        ...{ amount: payment.cents, unit: 'cent', reference: `P-${distribution.number}` },
        ...{ id: distribution.id, day: isoDay(at, community.zone), from: null, period: null },
        ...{ to: party(payment.member), nature: '', what: `P-${distribution.number}` },
        expense: null,
      }),
    ),
  ];
  return ok(all.sort((a, b) => order(a).localeCompare(order(b), 'en')));
}

const order = ({ day, reference }: ExportLine): string =>
  `${day} ${reference.replace(/\d+/, (digits) => digits.padStart(10, '0'))}`;
