import type { Logger } from 'pino';
import type { Registry } from '../../commands/registry/invocation.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { Hub } from './hub.js';
import type { ApartStore } from './store/apart.js';
import type { WebStore } from './store.js';
import type { Rooms, WebConfig } from './types.js';

/** What the routes work with. */
export interface Desk {
  readonly registry: Registry;
  readonly store: WebStore;
  readonly apart: ApartStore;
  readonly rooms: Rooms;
  readonly config: WebConfig;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error' | 'warn'>;
  readonly hub: Hub;
}
