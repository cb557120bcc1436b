import type { AlarmHandlers } from '../jobs/alarms.js';
import { createClockwork } from './service/clockwork.js';
import { ALARMS, type Parts } from './service/parts.js';
import { createPeriods } from './service/periods.js';

/** Which alarm calls what. */
export function wealthAlarms(parts: Parts): AlarmHandlers {
  const { silence } = createClockwork(parts);
  const { tick } = createPeriods(parts);
  return { [ALARMS.silence]: silence, [ALARMS.period]: tick };
}
