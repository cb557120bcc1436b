import type { AlarmHandlers } from '../jobs/alarms.js';
import { createClockwork } from './service/clockwork.js';
import { TICK } from './service/parts.js';

export function mediationAlarms(parts: Parameters<typeof createClockwork>[0]): AlarmHandlers {
  const { tick } = createClockwork(parts);
  return { [TICK]: tick };
}
