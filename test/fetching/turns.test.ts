import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHostTurns } from '../../src/fetching/turns.js';

test('turns are so many for each host and so many for all, in order, and none is lost', async () => {
  const limits = { host: fc.integer({ min: 1, max: 3 }), all: fc.integer({ min: 1, max: 5 }) };
  const work = fc.record({ host: fc.constantFrom('a', 'b', 'c'), fails: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.record(limits), fc.array(work), fc.scheduler(), async (max, works, s) => {
      const inTurn = createHostTurns(max);
      const running: string[] = [];
      const started: number[] = [];
      const run = ({ host, fails }: { host: string; fails: boolean }, index: number) =>
        inTurn(host, async () => {
          started.push(index);
          running.push(host);
          expect(running.length).toBeLessThanOrEqual(max.all);
          expect(running.filter((one) => one === host).length).toBeLessThanOrEqual(max.host);
          await s.schedule(Promise.resolve());
          running.splice(running.indexOf(host), 1);
          if (fails) throw new Error('failed');
        });
      const settled = Promise.allSettled(works.map(run));
      await s.waitFor(settled);
      expect((await settled).map(({ status }) => status === 'rejected')).toEqual(
        works.map(({ fails }) => fails),
      );
      for (const host of ['a', 'b', 'c']) {
        const own = started.filter((index) => works[index]?.host === host);
        expect(own).toEqual(own.toSorted((a, b) => a - b));
      }
    }),
  );
});
