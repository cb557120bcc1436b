import type { MeetingFile } from '../../src/agenda/types.js';
import { ok, type Result, refuse } from '../../src/kernel/result.js';
import type { Context } from '../registry/context.js';
import type { Day, EventRef } from './params.js';

const HALF_DAY_MS = 43_200_000;

/** The meeting that is meant: the occurrence that is named, or of that day, or the next one. */
export async function findMeeting(
  { services, community, now }: Pick<Context, 'services' | 'community' | 'now'>,
  { number, recurrence }: EventRef,
  day: Day | null = null,
): Promise<Result<MeetingFile>> {
  const which = { number };
  let named = recurrence;
  if (day && named === null) {
    const from = new Date(day.noon.getTime() - HALF_DAY_MS);
    const to = new Date(day.noon.getTime() + HALF_DAY_MS);
    const [found] = await services.agenda.coming(community.id, which, { from, to, limit: 1 });
    if (!found) return refuse('no-event-that-day', { number, typed: day.typed }, 'day');
    named = found.recurrence;
  }
  const found = await services.agenda.meeting(community.id, which, { recurrence: named, now });
  return found ? ok(found) : refuse('unknown-event', { number });
}
