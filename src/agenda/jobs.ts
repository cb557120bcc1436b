import type { AlarmHandlers } from '../jobs/alarms.js';
import { createClockwork, LOOK, TICK } from './service/clockwork.js';
import { createFollowing, FOLLOW } from './service/following.js';
import { createLeaving, LEFT } from './service/leaving.js';
import { createLinking } from './service/linking.js';
import type { Parts } from './service/parts.js';
import { createTaskClock, TASK_DUE } from './service/tasking.js';

/** What is heard of what happens outside, and which alarm it rings. */
export const HEARD = { 'member.left': LEFT } as const;

/** Which alarm calls what. */
export const agendaAlarms = (parts: Parts): AlarmHandlers => ({
  [TICK]: createClockwork(parts).tick,
  [TASK_DUE]: createTaskClock(parts).due,
  [LOOK]: createLinking(parts).lookAtCalendar,
  [LEFT]: createLeaving(parts).left,
  [FOLLOW]: createFollowing(parts).lookAgain,
});
