import type { AlarmHandlers } from '../jobs/alarms.js';
import { FOLLOW } from './service/agreed.js';
import { createClockwork } from './service/clockwork.js';
import { CAME, createComing, WENT } from './service/coming.js';
import { createFollowing } from './service/following.js';
import { createLeaving, LEFT } from './service/leaving.js';
import { TICK } from './service/parts.js';

/** What is heard of what happens outside, and which alarm it rings. */
export const HEARD = {
  'member.left': LEFT,
  'member.mediates': CAME,
  'member.mediates-no-more': WENT,
} as const;

export function mediationAlarms(parts: Parameters<typeof createClockwork>[0]): AlarmHandlers {
  const { tick } = createClockwork(parts);
  const { follow } = createFollowing(parts);
  return {
    ...{ [TICK]: tick, [FOLLOW]: follow, [LEFT]: createLeaving(parts).left },
    ...{ [CAME]: createComing(parts).came, [WENT]: createComing(parts).went },
  };
}
