import { createFeedsApp } from '../../../adapters/feeds/feeds-app.js';
import { listen } from '../../../adapters/web/server.js';
import type { View } from '../../../commands/view/view.js';
import { testHouse } from '../../support/house.js';
import type { TestRoom } from '../../support/room.js';
import { testSite } from '../../support/site.js';
import { textOf } from '../../support/text.js';

/** A house with a site to share pages of, and its addresses served on loopback. */
export async function givingHouse(pages: Parameters<typeof testSite>[0]) {
  const t = await testHouse();
  const site = await testSite(pages);
  const { agenda, veille } = t.house.services;
  const app = createFeedsApp({ agenda, veille, clock: t.clock, log: t.log });
  const server = await listen({ fetch: app.fetch, host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${server.port}/veilles/`;
  return {
    ...{ t, site, base },
    /** A room of its own, on the same day. */
    async freshRoom(): Promise<TestRoom> {
      t.clock.set('2026-11-21T10:00:00Z');
      const room = t.room();
      await room.arrive('Nadia', 'Bruno', 'Chloé');
      return room;
    },
    /** The address an answer gives, as it is reached here. */
    addressIn(view: View): string {
      const [, key] = /4110\/veilles\/([\w-]+)\//.exec(textOf(view)) ?? [];
      if (!key) throw new Error(textOf(view));
      return `${base}${key}/`;
    },
    async close(): Promise<void> {
      await server.stop();
      await site.close();
      await t.close();
    },
  };
}

export type GivingHouse = Awaited<ReturnType<typeof givingHouse>>;
