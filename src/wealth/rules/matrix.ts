import type { MemberId } from '../../kernel/ids.js';
import type { Quantity, Unit } from '../../kernel/quantities/quantity.js';
import { type Content, type PeriodId, SCALES, type Scale, type Sees, type Step } from '../types.js';

/** One validated contribution, as the matrix takes it. */
export interface Counted {
  readonly member: MemberId;
  readonly period: PeriodId | null;
  readonly content: Content;
  /** Euros spent, and paid back: in the sums, beside what was declared. */
  readonly of?: 'expense' | 'reimbursement';
}

/** How much of one nature and unit somebody gave or received. */
export interface Cell extends Quantity {
  readonly member: MemberId;
  readonly nature: string;
}

/** What went from somebody to somebody; `null`: from or to the context. */
export interface Flow extends Quantity {
  readonly from: MemberId | null;
  readonly to: MemberId | null;
}

/** A sum over everybody; `people`: how many it is made of. */
export interface Total extends Quantity {
  readonly nature: string;
  readonly people: number;
}

/** How many felt each step, by scale. */
export type Felt = Readonly<Record<Scale, readonly [number, number, number, number, number]>>;

/** Who gave and received what; quantities of different units stay apart. */
export interface Matrix {
  readonly people: readonly MemberId[];
  readonly given: readonly Cell[];
  readonly received: readonly Cell[];
  readonly flows: readonly Flow[];
  readonly totals: readonly Total[];
  readonly felt: Felt;
  /** How many contributions, expenses among them, it is made of. */
  readonly count: number;
}

/** Where a contribution goes from, and to. */
export function endsOf({ member, content }: Counted): {
  from: MemberId | null;
  to: MemberId | null;
} {
  return content.flow === 'gave'
    ? { from: member, to: content.other }
    : { from: content.other, to: member };
}

export function matrixOf(counted: readonly Counted[]): Matrix {
  const given = new Sums<Cell>();
  const received = new Sums<Cell>();
  const flows = new Sums<Flow>();
  const totals = new Map<string, { total: Omit<Total, 'people'>; people: Set<MemberId> }>();
  const people = new Set<MemberId>();
  for (const one of counted) {
    const { nature, quantity } = one.content;
    const { from, to } = endsOf(one);
    for (const id of [from, to]) if (id) people.add(id);
    if (from) given.add([from, nature, quantity.unit], { member: from, nature, ...quantity });
    if (to) received.add([to, nature, quantity.unit], { member: to, nature, ...quantity });
    flows.add([from ?? '', to ?? '', quantity.unit], { from, to, ...quantity });
    if (!from) continue;
    const key = JSON.stringify([nature, quantity.unit]);
    const known = totals.get(key);
    const amount = (known?.total.amount ?? 0n) + quantity.amount;
    const by = known?.people ?? new Set();
    totals.set(key, { total: { nature, amount, unit: quantity.unit }, people: by.add(from) });
  }
  return {
    ...{ people: [...people].sort(), given: given.all, received: received.all, flows: flows.all },
    totals: [...totals.values()]
      .map(({ total, people: by }) => ({ ...total, people: by.size }))
      .sort((a, b) => order([a.nature, a.unit], [b.nature, b.unit])),
    felt: feltOf(counted),
    count: counted.filter(({ of }) => of !== 'reimbursement').length,
  };
}

/** Amounts under the same key, added up; in an order that does not depend on who came first. */
class Sums<T extends Quantity> {
  readonly #sums = new Map<string, T>();

  add(key: readonly string[], one: T): void {
    const known = this.#sums.get(JSON.stringify(key));
    this.#sums.set(JSON.stringify(key), { ...one, amount: one.amount + (known?.amount ?? 0n) });
  }

  get all(): T[] {
    return [...this.#sums].sort(([a], [b]) => order([a], [b])).map(([, one]) => one);
  }
}

function order(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function feltOf(counted: readonly Counted[]): Felt {
  const felt = Object.fromEntries(SCALES.map((scale) => [scale, [0, 0, 0, 0, 0]])) as Record<
    Scale,
    [number, number, number, number, number]
  >;
  for (const { content } of counted) {
    for (const scale of SCALES) {
      const step: Step | undefined = content.scales[scale];
      if (step) felt[scale][step - 1] = (felt[scale][step - 1] ?? 0) + 1;
    }
  }
  return felt;
}

/** Fewer would let a sum be read as somebody's. */
export const FEWEST_IN_A_SUM = 3;

/** Whether somebody sees who gave what, or only sums. */
export const seesNames = (
  sees: Sees,
  reader: MemberId | null,
  participants: readonly MemberId[],
): boolean =>
  sees === 'everybody' ||
  (sees === 'participants' && reader !== null && participants.includes(reader));

/**
 * The matrix as one reader may see it: all of it, or what they declared themselves and the sums of
 * several people. Feelings are told when several people gave something.
 */
export function asSeenBy(
  counted: readonly Counted[],
  {
    sees,
    reader,
    participants,
  }: {
    readonly sees: Sees;
    readonly reader: MemberId | null;
    readonly participants: readonly MemberId[];
  },
): Matrix {
  const all = matrixOf(counted);
  if (seesNames(sees, reader, participants)) return all;
  const own = matrixOf(counted.filter(({ member }) => member === reader));
  // An expense says nothing of how it was: whoever paid does not hide who did say it.
  const felt = counted.filter(({ of }) => of === undefined);
  const declaring = new Set(felt.map(({ member }) => member));
  return {
    ...own,
    people: own.people.filter((id) => id === reader),
    totals: all.totals.filter(({ people }) => people >= FEWEST_IN_A_SUM),
    felt: declaring.size >= FEWEST_IN_A_SUM ? all.felt : feltOf([]),
    count: all.count,
  };
}

/** The units there are, the most used first. */
export function unitsOf({ flows }: Pick<Matrix, 'flows'>): Unit[] {
  const counts = new Map<Unit, number>();
  for (const { unit } of flows) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || order([a], [b])).map(([unit]) => unit);
}
