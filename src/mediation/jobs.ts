import type { AlarmHandlers } from '../jobs/alarms.js';
import { FOLLOW } from './service/agreed.js';
import { createClockwork } from './service/clockwork.js';
import { createFollowing } from './service/following.js';
import { TICK } from './service/parts.js';

export function mediationAlarms(parts: Parameters<typeof createClockwork>[0]): AlarmHandlers {
  const { tick } = createClockwork(parts);
  const { follow } = createFollowing(parts);
  return { [TICK]: tick, [FOLLOW]: follow };
}
