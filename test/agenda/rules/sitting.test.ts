import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRAWN_BELOW, draw } from '../../../src/agenda/rules/draw.js';
import { askedWhen, shares, speaking, spoken, waiting } from '../../../src/agenda/rules/floor.js';
import { movedBy, reordered, timeOf, untreated } from '../../../src/agenda/rules/items.js';
import type { Item, Note, Turn } from '../../../src/agenda/types.js';
import type { MemberId } from '../../../src/kernel/ids.js';

const someone = (index: number): MemberId => `member-${index}` as MemberId;
const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 24, 19, minutes));

const anItem = (key: number, more: Partial<Item> = {}): Item => ({
  ...{ key, title: `Point ${key}`, minutes: 10, author: someone(0), treated: false },
  ...{ carriedTo: null, ...more },
});
const items = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 25 })
  .map((keys) => keys.map((key) => anItem(key)));
const keysOf = (all: readonly Item[]): number[] => all.map(({ key }) => key);

describe('the order of what is talked about', () => {
  it('loses and repeats nothing, and leaves the others as they were', () => {
    fc.assert(
      fc.property(items, fc.array(fc.integer({ min: 1, max: 45 })), (all, wanted) => {
        const after = keysOf(reordered(all, wanted));
        expect(after.toSorted()).toEqual(keysOf(all).toSorted());
        const named = [...new Set(wanted)].filter((key) => keysOf(all).includes(key));
        expect(after.slice(0, named.length)).toEqual(named);
        const others = keysOf(all).filter((key) => !named.includes(key));
        expect(after.slice(named.length)).toEqual(others);
      }),
    );
  });

  it('moves one by one place, there and back', () => {
    fc.assert(
      fc.property(items, fc.nat(), fc.constantFrom<(-1 | 1)[]>(-1, 1), (all, nth, by) => {
        const item = all[nth % Math.max(all.length, 1)];
        if (!item) return;
        const after = movedBy(all, item.key, by);
        const from = all.indexOf(item);
        const to = Math.min(Math.max(from + by, 0), all.length - 1);
        expect(after.indexOf(item)).toBe(to);
        if (from !== to) expect(movedBy(after, item.key, by === 1 ? -1 : 1)).toEqual(all);
        else expect(after).toEqual(all);
      }),
    );
  });

  it('is added up against the time there is', () => {
    const three = [anItem(1, { minutes: 15 }), anItem(2), anItem(3, { minutes: 50 })];
    const evening = { start: at(0), end: at(90), allDay: false };
    expect(timeOf(three, evening)).toEqual({ planned: 75, available: 90 });
    expect(timeOf(three, { ...evening, allDay: true }).available).toBeNull();
  });

  it('what nobody spoke of is what has no note, no decision, and was not put off', () => {
    const note = (item: number, text: string): Note => ({
      ...{ key: 1, version: 1, item, text, author: someone(0), writtenAt: at(0) },
    });
    const all = [1, 2, 3, 4, 5, 6].map((key) => anItem(key, { treated: key === 4 }));
    const carried = { ...anItem(7), carriedTo: 'sitting' as never };
    const left = untreated(
      { items: [...all, carried], notes: [note(1, 'Oui'), note(2, ''), note(0, 'Bonjour')] },
      new Set([3]),
    );
    expect(keysOf(left)).toEqual([2, 5, 6]);
  });
});

describe('a draw', () => {
  const people = fc
    .integer({ min: 1, max: 16 })
    .map((count) => Array.from({ length: count }, (_, index) => someone(index)));

  it('gives everybody the same chance', () => {
    fc.assert(
      fc.property(people, fc.nat({ max: 1000 }), (all, block) => {
        // Any run of as many numbers as there are people gives it to each of them once; and all
        // the numbers there are make whole runs.
        const run = all.map((_, index) => draw(all, new Map(), block * all.length + index)?.drawn);
        expect(run.toSorted()).toEqual(all.toSorted());
        expect(DRAWN_BELOW % all.length).toBe(0);
      }),
    );
  });

  it('goes to who had it least recently, whatever the order they are given in', () => {
    const held = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(people, held, fc.nat({ max: DRAWN_BELOW - 1 }), (all, times, seed) => {
        const last = new Map(
          all.flatMap((member, index) => {
            const time = times[index];
            return typeof time === 'number' ? [[member, at(time)] as const] : [];
          }),
        );
        const one = draw(all, last, seed);
        const when = (member: MemberId) => last.get(member)?.getTime() ?? -1;
        const least = Math.min(...all.map(when));
        expect(one?.among).toEqual(all.filter((member) => when(member) === least).toSorted());
        expect(one?.among).toContain(one?.drawn);
        expect(draw(all.toReversed(), last, seed)).toEqual(one);
      }),
    );
  });

  it('is of nobody when nobody comes', () => {
    expect(draw([], new Map(), 7)).toBeNull();
  });
});

/** A queue lived through: who asks again, minute after minute, while the floor passes. */
function lived(asking: readonly (readonly number[])[]): { turns: Turn[]; order: MemberId[] } {
  let turns: Turn[] = [];
  const order: MemberId[] = [];
  for (const [minute, who] of asking.entries()) {
    const now = at(minute);
    for (const index of who) {
      const member = someone(index);
      const known = [...waiting(turns, now), ...[speaking(turns) ?? []].flat()];
      if (known.some((one) => one.member === member)) continue;
      const id = `turn-${turns.length}`;
      const askedAt = askedWhen(turns, now);
      turns = [...turns, { id, member, askedAt, startedAt: null, endedAt: null }];
    }
    const [next] = waiting(turns, now);
    const current = speaking(turns);
    turns = turns.map((turn) => {
      if (turn === current) return { ...turn, endedAt: now };
      return turn === next ? { ...turn, startedAt: now } : turn;
    });
    if (next) order.push(next.member);
  }
  return { turns, order };
}

describe('the floor', () => {
  const asking = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }), {
    maxLength: 40,
  });

  it('goes first to who had it least often, and each waits once', () => {
    fc.assert(
      fc.property(asking, (all) => {
        const { turns } = lived(all);
        const now = at(all.length);
        const queue = waiting(turns, now);
        const had = new Map(spoken(turns, now).map((one) => [one.member, one.turns]));
        const counts = queue.map(({ member }) => had.get(member) ?? 0);
        expect(counts).toEqual(counts.toSorted((a, b) => a - b));
        expect(new Set(queue.map(({ member }) => member)).size).toBe(queue.length);
      }),
    );
  });

  it('comes to everybody who asked once, however often the others ask', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), (count) => {
        const all = Array.from({ length: count }, (_, index) => index);
        const others = all.slice(1);
        const { order } = lived([all, ...Array.from({ length: count * 2 }, () => others)]);
        expect(order.slice(0, count)).toEqual(all.map(someone));
        expect(order.slice(count).every((member) => member !== someone(0))).toBe(true);
      }),
    );
  });

  it('is asked in an order that does not hang on the instant', () => {
    const all = lived([[3, 1, 2], []]);
    expect(all.order).toEqual([someone(3), someone(1)]);
  });

  it('is shared in whole percents that make a hundred', () => {
    const times = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(times, (all) => {
        const had = all.map((ms, index) => ({ member: someone(index), turns: 1, ms }));
        const total = all.reduce((sum, ms) => sum + ms, 0);
        const percents = shares(had).map(({ percent }) => percent);
        expect(percents.reduce((sum, one) => sum + one, 0)).toBe(total === 0 ? 0 : 100);
        for (const [index, percent] of percents.entries()) {
          const exact = total === 0 ? 0 : ((all[index] ?? 0) * 100) / total;
          expect(Math.abs(percent - exact)).toBeLessThan(1);
        }
      }),
    );
  });
});
