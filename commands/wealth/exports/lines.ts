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

/** One movement, as every export tells it: from somebody or the context, to the other. */
export interface ExportLine extends Quantity {
  /** `R-12`, `P-3`. */
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
}

/** Everything validated in a context, and what was paid of its sharings, oldest first. */
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
    };
  });
  const paid = await services.wealth.paidIn(community.id, about);
  const payments = period === null ? paid : [];
  const all = [
    ...lines,
    ...payments.map(
      ({ distribution, payment, at }): ExportLine => ({
        ...{ amount: payment.cents, unit: 'cent', reference: `P-${distribution.number}` },
        ...{ id: distribution.id, day: isoDay(at, community.zone), from: null, period: null },
        ...{ to: party(payment.member), nature: '', what: `P-${distribution.number}` },
      }),
    ),
  ];
  return ok(all.sort((a, b) => order(a).localeCompare(order(b), 'en')));
}

const order = ({ day, reference }: ExportLine): string =>
  `${day} ${reference.replace(/\d+/, (digits) => digits.padStart(10, '0'))}`;
