import type { MemberId } from '../../kernel/ids.js';
import type { Floor, Turn } from '../types.js';

/** How much somebody has spoken so far. */
export interface Spoken {
  readonly member: MemberId;
  readonly turns: number;
  readonly ms: number;
}

const isWaiting = ({ startedAt }: Turn): boolean => startedAt === null;

/** Who has the floor. */
export const speaking = (turns: readonly Turn[]): Turn | null =>
  turns.find(({ startedAt, endedAt }) => startedAt !== null && endedAt === null) ?? null;

/** What each has spoken, those who spoke most first; the turn going on counts up to now. */
export function spoken(turns: readonly Turn[], now: Date): Spoken[] {
  const all = new Map<MemberId, Spoken>();
  for (const { member, startedAt, endedAt } of turns) {
    if (startedAt === null) continue;
    const before = all.get(member) ?? { member, turns: 0, ms: 0 };
    const ms = Math.max(0, (endedAt ?? now).getTime() - startedAt.getTime());
    all.set(member, { member, turns: before.turns + 1, ms: before.ms + ms });
  }
  return [...all.values()].sort(
    (a, b) => b.ms - a.ms || b.turns - a.turns || (a.member < b.member ? -1 : 1),
  );
}

/**
 * Who waits, in the order they will speak: those who had fewest turns, then who spoke least, then
 * who asked first. Each waits once, however many of their accounts asked.
 */
export function waiting(turns: readonly Turn[], now: Date): Turn[] {
  const had = new Map(spoken(turns, now).map((one) => [one.member, one]));
  const asked = turns.filter(isWaiting).sort(byAsking);
  const first = asked.filter(
    ({ member }, index) => asked.findIndex((one) => one.member === member) === index,
  );
  const count = ({ member }: Turn): number => had.get(member)?.turns ?? 0;
  const time = ({ member }: Turn): number => had.get(member)?.ms ?? 0;
  return first.sort((a, b) => count(a) - count(b) || time(a) - time(b) || byAsking(a, b));
}

const byAsking = (a: Turn, b: Turn): number =>
  a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1);

/** When somebody asks: after all others, even those of the same instant. */
export const askedWhen = (turns: readonly Turn[], now: Date): Date =>
  new Date(Math.max(now.getTime(), ...turns.map(({ askedAt }) => askedAt.getTime() + 1)));

/** When somebody last did something with it. */
export const lastGesture = ({ openedAt }: Pick<Floor, 'openedAt'>, turns: readonly Turn[]): Date =>
  new Date(
    Math.max(
      ...[openedAt, ...turns.flatMap((one) => [one.askedAt, one.startedAt, one.endedAt])].map(
        (at) => at?.getTime() ?? 0,
      ),
    ),
  );

/** Whole percents that make a hundred: the largest remainders get what rounding leaves. */
export function shares(all: readonly Spoken[]): { member: MemberId; percent: number }[] {
  const total = all.reduce((sum, { ms }) => sum + ms, 0);
  if (total === 0) return all.map(({ member }) => ({ member, percent: 0 }));
  const exact = all.map(({ member, ms }) => ({
    ...{ member, floor: Math.floor((ms * 100) / total), rest: (ms * 100) % total },
  }));
  const left = 100 - exact.reduce((sum, { floor }) => sum + floor, 0);
  const lucky = new Set([...exact].sort((a, b) => b.rest - a.rest).slice(0, left));
  return exact.map((one) => ({
    member: one.member,
    percent: one.floor + (lucky.has(one) ? 1 : 0),
  }));
}
