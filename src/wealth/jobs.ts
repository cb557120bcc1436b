import type { AlarmHandlers } from '../jobs/alarms.js';
import { createClockwork } from './service/clockwork.js';
import { createLeaving } from './service/leaving.js';
import { ALARMS, type Parts } from './service/parts.js';
import { createPeriods } from './service/periods.js';

/** What is heard of what happens outside, and which alarm it rings. */
export const HEARD = { 'member.left': ALARMS.left } as const;

/** Which alarm calls what. */
export function wealthAlarms(parts: Parts): AlarmHandlers {
  const { silence } = createClockwork(parts);
  const { tick } = createPeriods(parts);
  const { left } = createLeaving(parts);
  return { [ALARMS.silence]: silence, [ALARMS.period]: tick, [ALARMS.left]: left };
}
