import type { AlarmHandlers } from '../jobs/alarms.js';
import type { Handlers } from '../jobs/queue.js';
import { createDigests, DIGEST } from './service/digests.js';
import { LOOK, LOOK_ALL } from './service/following.js';
import { createLeaving, LEFT } from './service/leaving.js';
import { createPages } from './service/pages.js';
import type { Parts } from './service/parts.js';
import { createPolling } from './service/polling.js';
import { PAGE } from './service/sharing.js';

/** Asks the feeds whose time has come. */
export const POLL = 'veille.poll';
export const POLL_EVERY_MS = 60_000;

/** What is heard of what happens outside, and which alarm it rings. */
export const HEARD = { 'member.left': LEFT } as const;

/** Which alarm and which job call what. */
export function veilleJobs(parts: Parts): {
  readonly alarms: AlarmHandlers;
  readonly jobs: Handlers;
} {
  const polling = createPolling(parts);
  return {
    alarms: {
      [PAGE]: createPages(parts).readPage,
      [LOOK]: polling.look,
      [LOOK_ALL]: polling.lookAll,
      [DIGEST]: createDigests(parts).ring,
      [LEFT]: createLeaving(parts).left,
    },
    jobs: { [POLL]: polling.poll },
  };
}
