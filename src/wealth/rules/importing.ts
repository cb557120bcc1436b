import type { MemberId } from '../../kernel/ids.js';
import { fold } from '../../kernel/text.js';
import type { Content } from '../types.js';
import { endsOf } from './matrix.js';

/** What somebody declared, wherever it comes from. */
interface Told {
  readonly member: MemberId;
  readonly content: Content;
}

/** What makes two declarations the same: the ends, the day, how much of what. */
function keyOf(told: Told): string {
  const { day, quantity, nature, what } = told.content;
  const { from, to } = endsOf({ ...told, period: null });
  return JSON.stringify([
    ...[from, to, day, String(quantity.amount), quantity.unit],
    ...[fold(nature), fold(what)],
  ]);
}

/**
 * The lines that are not declared yet. What is written twice in a file was done twice: each
 * declaration that is there already answers for one line.
 */
export function freshOf<Line extends Told>(
  lines: readonly Line[],
  declared: readonly Told[],
): Line[] {
  const there = new Map<string, number>();
  for (const one of declared) there.set(keyOf(one), (there.get(keyOf(one)) ?? 0) + 1);
  return lines.filter((line) => {
    const key = keyOf(line);
    const left = there.get(key) ?? 0;
    there.set(key, left - 1);
    return left <= 0;
  });
}
