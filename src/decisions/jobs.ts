import type { AlarmHandlers } from '../jobs/alarms.js';
import { ALARMS, type Parts } from './service/parts.js';
import { createRinging } from './service/ringing.js';

/** Which alarm calls what. */
export function decisionAlarms(parts: Parts): AlarmHandlers {
  const { close, remind, review } = createRinging(parts);
  return { [ALARMS.close]: close, [ALARMS.remind]: remind, [ALARMS.review]: review };
}
