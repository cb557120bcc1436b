import { createAnswering } from './service/answering.js';
import { createConflicts } from './service/conflicts.js';
import { createFeeds } from './service/feeds.js';
import { createFollowing } from './service/following.js';
import { createLinking } from './service/linking.js';
import { createMinuting } from './service/minuting.js';
import { createMirroring } from './service/mirroring.js';
import type { Parts } from './service/parts.js';
import { createPlanning } from './service/planning.js';
import { createPolling } from './service/polling.js';
import { createPreparing } from './service/preparing.js';
import { createPublishing } from './service/publishing.js';
import { createReading } from './service/reading.js';
import { createRoles } from './service/roles.js';
import { createSpeaking } from './service/speaking.js';
import { createTasking } from './service/tasking.js';

export { checkSlots, type Picked, presencesAfter } from './rules/polls.js';
export { instantOf } from './rules/times.js';
export { joinAgendas } from './service/joining.js';
export type { FloorNow } from './service/speaking.js';

export type AgendaService = ReturnType<typeof createAgendaService>;

/** Everything that can be done with the agenda; each change is one transaction with its trace. */
export const createAgendaService = (parts: Parts) => {
  const feeds = createFeeds(parts);
  return {
    ...{ ...createPlanning(parts), ...createAnswering(parts), ...createPolling(parts) },
    ...{ ...createReading(parts), ...createPreparing(parts), ...createRoles(parts) },
    ...{ ...createMinuting(parts), ...createTasking(parts), ...createSpeaking(parts) },
    ...{ ...feeds, ...createPublishing(parts, feeds), ...createFollowing(parts) },
    ...{ ...createLinking(parts), ...createConflicts(parts), ...createMirroring(parts) },
  };
};
