import type { AlarmHandlers } from '../jobs/alarms.js';
import { createClockwork, FLOOR_LEFT, LOOK, MIRROR, TICK } from './service/clockwork.js';
import { createFollowing, FOLLOW } from './service/following.js';
import { createLeaving, LEFT } from './service/leaving.js';
import { createLinking } from './service/linking.js';
import { createMirroring } from './service/mirroring.js';
import type { Parts } from './service/parts.js';
import { createFloorClock } from './service/speaking.js';
import { createTaskClock, TASK_DUE } from './service/tasking.js';

/** What is heard of what happens outside, and which alarm it rings. */
export const HEARD = { 'member.left': LEFT } as const;

/** Which alarm calls what. */
export const agendaAlarms = (parts: Parts): AlarmHandlers => ({
  [TICK]: createClockwork(parts).tick,
  [TASK_DUE]: createTaskClock(parts).due,
  [FLOOR_LEFT]: createFloorClock(parts).left,
  [LOOK]: createLinking(parts).lookAtCalendar,
  [MIRROR]: createMirroring(parts).mirror,
  [LEFT]: createLeaving(parts).left,
  [FOLLOW]: createFollowing(parts).lookAgain,
});
