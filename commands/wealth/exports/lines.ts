import { isoDay } from '../../../src/kernel/dates/past.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Quantity } from '../../../src/kernel/quantities/quantity.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { endsOf } from '../../../src/wealth/rules/matrix.js';
import type { Validated } from '../../../src/wealth/service/matrix.js';
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

/**
 * Everything validated in a context, then what was paid of its sharings, in the order of their
 * numbers: read as they are asked for, so that their number does not matter.
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
  const members = await services.community.members(community.id);
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  const party = (id: string | null): Party | null =>
    id === null ? null : { id, name: names.get(id) ?? '?' };
  const positions = new Map(periods.map((one) => [one.id, one.position]));
  const lineOf = (one: Validated): ExportLine => {
    const { quantity, nature, what, day } = one.content;
    const { from, to } = endsOf(one);
    return {
      ...{ ...quantity, reference: `R-${one.number}`, id: one.id, day, what },
      ...{ nature: natureName(nature, locale), from: party(from), to: party(to) },
      period: (one.period && positions.get(one.period)) ?? null,
    };
  };
  return ok(
    (async function* (): AsyncGenerator<ExportLine> {
      for await (const page of pages) yield* page.map(lineOf);
      if (position !== null) return;
      for (const { distribution, payment, at } of await services.wealth.paidIn(
        community.id,
        about,
      )) {
        const reference = `P-${distribution.number}`;
        yield {
          ...{ amount: payment.cents, unit: 'cent', reference, id: distribution.id },
          ...{ day: isoDay(at, community.zone), from: null, to: party(payment.member) },
          ...{ nature: '', what: reference, period: null },
        };
      }
    })(),
  );
}

/** All of them, oldest first: accounts are kept in the order of days. */
export async function byDay(lines: AsyncIterable<ExportLine>): Promise<ExportLine[]> {
  const all: ExportLine[] = [];
  for await (const line of lines) all.push(line);
  return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
