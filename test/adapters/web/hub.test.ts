import { expect, test } from 'vitest';
import { createHub, type News } from '../../../adapters/web/hub.js';

const message = (onlyFor: string | null, position = 1n): News => ({
  type: 'message',
  roomId: 'room',
  message: {
    ...{ id: `m${position}`, position, onlyFor, author: null, text: null, view: null },
    ...{ createdAt: new Date(0), updatedAt: new Date(0) },
  },
});

test('news reaches everybody, private news one person', async () => {
  const hub = createHub();
  const [nadia, elie] = [hub.join('nadia', 'room'), hub.join('élie', 'room')];
  hub.publish(message('nadia', 1n));
  hub.publish(message(null, 2n));
  expect(await nadia.next(1000)).toEqual(message('nadia', 1n));
  expect(await nadia.next(1000)).toEqual(message(null, 2n));
  expect(await elie.next(1000)).toEqual(message(null, 2n));
  expect(await elie.next(1)).toBe('quiet');
});

test('news of a room reaches its own pages, which come back when it ends', async () => {
  const hub = createHub();
  const [here, apart] = [hub.join('nadia', 'room'), hub.join('nadia', 'apart')];
  hub.publish({ ...message(null, 1n), roomId: 'apart' } as News);
  expect(await apart.next(1000)).toMatchObject({ roomId: 'apart' });
  expect(await here.next(1)).toBe('quiet');
  hub.leave('apart');
  expect(await apart.next(1000)).toBe('closed');
  expect(await here.next(1)).toBe('quiet');
});

test('news wakes who waits for it', async () => {
  const hub = createHub();
  const mailbox = hub.join('nadia', 'room');
  const waiting = mailbox.next(60_000);
  hub.publish({ type: 'people' });
  expect(await waiting).toEqual({ type: 'people' });
});

test('the end closes who waits, and who comes after', async () => {
  const hub = createHub();
  const waiting = hub.join('nadia', 'room').next(60_000);
  hub.end();
  expect(await waiting).toBe('closed');
  expect(await hub.join('élie', 'room').next(60_000)).toBe('closed');
});

test('a page that never reads is let go of', async () => {
  const hub = createHub();
  const mailbox = hub.join('nadia', 'room');
  for (let index = 0; index < 1001; index++) hub.publish({ type: 'people' });
  expect(await mailbox.next(60_000)).toBe('closed');
});
