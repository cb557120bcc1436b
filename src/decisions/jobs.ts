import type { AlarmHandlers } from '../jobs/alarms.js';
import { createLeaving } from './service/leaving.js';
import { ALARMS, type Parts } from './service/parts.js';
import { createRinging } from './service/ringing.js';

/** What is heard of what happens outside, and which alarm it rings. */
export const HEARD = { 'member.left': ALARMS.left } as const;

/** Which alarm calls what. */
export function decisionAlarms(parts: Parts): AlarmHandlers {
  const { close, remind, review } = createRinging(parts);
  const { left } = createLeaving(parts);
  return {
    ...{ [ALARMS.close]: close, [ALARMS.remind]: remind, [ALARMS.review]: review },
    [ALARMS.left]: left,
  };
}
