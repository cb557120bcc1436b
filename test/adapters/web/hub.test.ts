import { expect, test } from 'vitest';
import { createHub, type News } from '../../../adapters/web/hub.js';

const message = (onlyFor: string | null, position = 1n): News => ({
  type: 'message',
  message: {
    ...{ id: `m${position}`, position, onlyFor, author: null, text: null, view: null },
    ...{ createdAt: new Date(0), updatedAt: new Date(0) },
  },
});

test('news reaches everybody, private news one person', async () => {
  const hub = createHub();
  const [nadia, elie] = [hub.join('nadia'), hub.join('élie')];
  hub.publish(message('nadia', 1n));
  hub.publish(message(null, 2n));
  expect(await nadia.next(1000)).toEqual(message('nadia', 1n));
  expect(await nadia.next(1000)).toEqual(message(null, 2n));
  expect(await elie.next(1000)).toEqual(message(null, 2n));
  expect(await elie.next(1)).toBe('quiet');
});

test('news wakes who waits for it', async () => {
  const hub = createHub();
  const mailbox = hub.join('nadia');
  const waiting = mailbox.next(60_000);
  hub.publish({ type: 'people' });
  expect(await waiting).toEqual({ type: 'people' });
});

test('the end closes who waits, and who comes after', async () => {
  const hub = createHub();
  const waiting = hub.join('nadia').next(60_000);
  hub.end();
  expect(await waiting).toBe('closed');
  expect(await hub.join('élie').next(60_000)).toBe('closed');
});

test('a page that never reads is let go of', async () => {
  const hub = createHub();
  const mailbox = hub.join('nadia');
  for (let index = 0; index < 1001; index++) hub.publish({ type: 'people' });
  expect(await mailbox.next(60_000)).toBe('closed');
});
