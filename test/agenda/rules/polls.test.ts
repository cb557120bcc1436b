import fc from 'fast-check';
import { expect, test } from 'vitest';
import { picks } from '../../../commands/agenda/slots.js';
import { type Picked, presencesAfter } from '../../../src/agenda/rules/polls.js';
import type { Presence } from '../../../src/agenda/types.js';

const poll = { slots: ['2026-12-01T20:00', '2026-12-03T18:30', '2026-12-05T10:00'] };
const letters = (presences: readonly Presence[]): string =>
  presences.map((one) => one.charAt(0)).join('');
const presencesOf = (text: string): Presence[] =>
  [...text].map((one) => (one === 'y' ? 'yes' : one === 'm' ? 'maybe' : 'no'));

test.each([
  ['', 'yes', 'only', [1, 3], 'yny'],
  ['yny', 'yes', 'only', [2], 'nyn'],
  ['ymn', 'yes', 'only', [3], 'nmy'],
  ['ymn', 'maybe', 'only', [], 'ynn'],
  ['', 'yes', 'also', [2], 'nyn'],
  ['ynn', 'yes', 'also', [2], 'yyn'],
  ['ynn', 'yes', 'also', [1], 'ynn'],
  ['ymn', 'yes', 'also', [2], 'yyn'],
  ['yyn', 'yes', 'not', [2], 'ynn'],
  ['ymn', 'yes', 'not', [2], 'ymn'],
  ['ymn', 'maybe', 'not', [2], 'ynn'],
  ['ynn', 'yes', 'not', [3], 'ynn'],
] as const)('%s, then %s, %s %j: %s', (before, presence, how, places, after) => {
  expect(letters(presencesAfter(poll, presencesOf(before), { presence, how, places }))).toBe(after);
});

const presence = fc.constantFrom('yes' as const, 'maybe' as const);
const before = fc.array(fc.constantFrom<Presence>('yes', 'maybe', 'no'), { maxLength: 3 });
const places = fc.subarray([1, 2, 3]);

test('said twice is said once, and one by one comes to the same as all at once', () => {
  fc.assert(
    fc.property(before, presence, places, (was, which, chosen) => {
      const say = (own: readonly Presence[], said: Picked) =>
        presencesAfter(poll, own, { presence: which, ...said });
      for (const how of ['only', 'also', 'not'] as const) {
        const once = say(was, { how, places: chosen });
        expect(say(once, { how, places: chosen })).toEqual(once);
      }
      const none = say(was, { how: 'only', places: [] });
      const added = chosen.reduce<readonly Presence[]>(
        (own, place) => say(own, { how: 'also', places: [place] }),
        none,
      );
      expect(added).toEqual(say(was, { how: 'only', places: chosen }));
    }),
  );
});

test.each([
  ['1, 3', 'only', [1, 3]],
  ['1 3', 'only', [1, 3]],
  ['aucune', 'only', []],
  ['+2', 'also', [2]],
  [' +2', 'also', [2]],
  ['-2', 'not', [2]],
] as const)('“%s” is %s %j', async (typed, how, chosen) => {
  const read = await picks().parse(typed, {} as never);
  expect(read).toEqual({ ok: true, value: { how, places: chosen } });
});

test.each(['mardi', '1, -2', '+', '++1', '1.5'])('“%s” is no date', async (typed) => {
  const read = await picks().parse(typed, {} as never);
  expect(read.ok && read.value.places.length > 0).toBe(false);
});
