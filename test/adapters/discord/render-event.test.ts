import { expect, test } from 'vitest';
import { renderEvent } from '../../../adapters/discord/render/event.js';
import type { NetworkEvent } from '../../../src/agenda/types.js';
import { event as shape } from '../../platforms/discord/shapes/event.js';

const EVENT: NetworkEvent = {
  ...{ reference: 'A-12', title: 'Cercle', description: '', place: '', link: '' },
  ...{ start: new Date('2026-12-01T19:00:00Z'), end: new Date('2026-12-01T20:30:00Z') },
  locale: 'fr',
};

test.each<[string, Partial<NetworkEvent>, object]>([
  ['nothing but a title', {}, { entity_metadata: { location: 'Lieu à préciser' } }],
  [
    'a link',
    { link: 'https://visio.test/a' },
    { entity_metadata: { location: 'https://visio.test/a' } },
  ],
  [
    'a place before a link',
    { place: 'Ici', link: 'https://visio.test/a' },
    { entity_metadata: { location: 'Ici' } },
  ],
  [
    'a place of 200',
    { place: 'x'.repeat(200) },
    { entity_metadata: { location: `${'x'.repeat(99)}…` } },
  ],
  [
    'a moment',
    { end: new Date('2026-12-01T19:00:00Z') },
    { scheduled_end_time: '2026-12-01T19:01:00.000Z' },
  ],
  ['a title of 120', { title: 'x'.repeat(120) }, { name: `${'x'.repeat(99)}…` }],
  [
    'a text of 4000',
    { description: '🎉'.repeat(2000), link: `https://a.test/${'x'.repeat(400)}` },
    {},
  ],
])('an event as Discord takes it: %s', (_, parts, expected) => {
  const body = renderEvent({ ...EVENT, ...parts });
  expect(shape.safeParse(body).error).toBeUndefined();
  expect(body).toMatchObject(expected);
});
