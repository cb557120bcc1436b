import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Step, stepsTo, type Wanted } from '../../../src/agenda/rules/mirror.js';
import type { Mirrored, Occurrence } from '../../../src/agenda/types.js';
import type { SeriesId } from '../../../src/kernel/ids.js';

const NOW = new Date('2026-11-21T10:00:00Z');
const HOUR_MS = 3_600_000;
const at = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR_MS);

interface Facts {
  readonly series?: string;
  readonly recurrence?: string;
  readonly from: number;
  readonly hours?: number;
  readonly cancelled?: boolean;
}

const wanted = (said: string, { series = 's', recurrence = '', from, ...rest }: Facts): Wanted => ({
  said,
  occurrence: {
    ...{ series: series as SeriesId, recurrence, number: 1, zone: 'UTC', allDay: false },
    ...{ title: 'Cercle', description: '', place: '', link: '', reason: '', repeats: false },
    ...{ start: at(from), end: at(from + (rest.hours ?? 1)), movedFrom: null },
    cancelled: rest.cancelled ?? false,
  } satisfies Occurrence,
});
const known = (
  said: string,
  { series = 's', recurrence = '', from, hours = 1 }: Facts,
): Mirrored => ({
  ...{ series: series as SeriesId, recurrence, ref: 'r', said },
  ...{ startsAt: at(from), endsAt: at(from + hours) },
});
const brief = (step: Step): string => (step.do === 'edit' ? `edit ${step.begun}` : step.do);

test.each<[string, Wanted[], Mirrored[], string[]]>([
  ['a new one', [wanted('a', { from: 2 })], [], ['create']],
  ['a new one that begins now', [wanted('a', { from: 0 })], [], []],
  ['a new one that is cancelled', [wanted('a', { from: 2, cancelled: true })], [], []],
  ['the same', [wanted('a', { from: 2 })], [known('a', { from: 2 })], []],
  ['another text', [wanted('b', { from: 2 })], [known('a', { from: 2 })], ['edit no']],
  ['moved to now', [wanted('b', { from: -0.5 })], [known('a', { from: 2 })], ['edit now']],
  [
    'changed while it goes on',
    [wanted('b', { from: -0.5 })],
    [known('a', { from: -0.5 })],
    ['edit already'],
  ],
  ['moved to yesterday', [wanted('b', { from: -24 })], [known('a', { from: 2 })], ['cancelled']],
  [
    'cancelled',
    [wanted('a', { from: 2, cancelled: true })],
    [known('a', { from: 2 })],
    ['cancelled'],
  ],
  [
    'cancelled while it goes on',
    [wanted('a', { from: -0.5, cancelled: true })],
    [known('a', { from: -0.5 })],
    ['over'],
  ],
  ['not there any more', [], [known('a', { from: 2 })], ['cancelled']],
  ['over', [wanted('a', { from: -2 })], [known('a', { from: -2 })], ['forget']],
  [
    'put off once begun: ended first, made anew after',
    [wanted('b', { from: 5 })],
    [known('a', { from: -0.5 })],
    ['over'],
  ],
  [
    'taken away there by somebody',
    [wanted('b', { from: 2 })],
    [{ ...known('a', { from: 2 }), ref: '' }],
    [],
  ],
  ['taken away there, over since', [], [{ ...known('a', { from: -2 }), ref: '' }], ['forget']],
])('a network is told of %s', (_, all, shown, expected) => {
  expect(stepsTo(all, shown, NOW).map(brief)).toEqual(expected);
});

/** Does what the steps say, as a network would. */
function follow(steps: readonly Step[], shown: readonly Mirrored[]): Mirrored[] {
  const left = new Map(shown.map((one) => [`${one.series} ${one.recurrence}`, one]));
  for (const step of steps) {
    if (step.do === 'create' || step.do === 'edit') {
      const { said, occurrence } = step.wanted;
      const { series, recurrence, start: startsAt, end: endsAt } = occurrence;
      left.set(`${series} ${recurrence}`, { series, recurrence, ref: 'r', said, startsAt, endsAt });
    } else left.delete(`${step.mirrored.series} ${step.mirrored.recurrence}`);
  }
  return [...left.values()];
}

const facts = fc.record({
  series: fc.constantFrom('s', 't', 'u'),
  recurrence: fc.integer({ min: 0, max: 30 }).map(String),
  from: fc.integer({ min: -50, max: 2000 }),
  hours: fc.integer({ min: 1, max: 48 }),
  cancelled: fc.boolean(),
});
const distinct = fc.uniqueArray(facts, {
  selector: (one) => `${one.series} ${one.recurrence}`,
  maxLength: 90,
});
const agendas = distinct.map((all) => all.map((one) => wanted(JSON.stringify(one), one)));
const shows = distinct.map((all) => all.map((one) => known(JSON.stringify(one), one)));

test('whatever was shown, three rounds lead where nothing is left to tell', () => {
  fc.assert(
    fc.property(agendas, shows, (all, before) => {
      let shown: Mirrored[] = before;
      for (let round = 0; round < 3; round++) shown = follow(stepsTo(all, shown, NOW), shown);
      expect(stepsTo(all, shown, NOW)).toEqual([]);
      const said = new Set(all.map((one) => one.said));
      for (const one of shown) expect(said.has(one.said)).toBe(true);
    }),
  );
});

test('no more than fifty are made, four of one series, none in the past', () => {
  fc.assert(
    fc.property(agendas, (all) => {
      const made = stepsTo(all, [], NOW).flatMap((step) =>
        step.do === 'create' ? [step.wanted.occurrence] : [],
      );
      expect(made.length).toBeLessThanOrEqual(50);
      for (const { series, start, cancelled } of made) {
        expect(made.filter((one) => one.series === series).length).toBeLessThanOrEqual(4);
        expect(start > NOW && !cancelled).toBe(true);
      }
    }),
  );
});
