import { ok, type Result } from '../../kernel/result.js';
import type { Recurrence, Schedule } from '../types.js';
import { checkRepetition, occurrences, type Repetition } from './recurrence.js';
import { splitAt } from './split.js';
import { isAllDay } from './times.js';

/** How a series repeats, as the arithmetic of repetition takes it. */
const repetitionOf = ({ start, zone, rule, except, extra }: Schedule): Repetition => ({
  ...{ start, zone, rule, except, extra },
  allDay: isAllDay(start),
});

/** Which of a series begin in a window, in order, by their original times. */
export function recurrencesOf(
  schedule: Schedule,
  window: { readonly from: Date; readonly to: Date; readonly limit: number },
): Recurrence[] {
  const found = occurrences(repetitionOf(schedule), window);
  // A rule that cannot be read was never kept: `checkSchedule` stands before.
  return found.ok ? found.value.occurrences.map(({ recurrenceId }) => recurrenceId) : [];
}

/** Whether a schedule can be kept: its rule is read, falls, and not too often. */
export function checkSchedule(schedule: Schedule): Result<void> {
  const checked = checkRepetition(repetitionOf(schedule));
  if (checked.ok) return ok(undefined);
  const [first, ...others] = checked.refusals;
  return {
    ok: false,
    refusals: [{ ...first, field: 'when' }, ...others.map((one) => ({ ...one, field: 'when' }))],
  };
}

/** The same schedule up to an occurrence, and from it on. */
export function splitSchedule(
  schedule: Schedule,
  at: Recurrence,
): Result<{ readonly head: Partial<Schedule>; readonly tail: Partial<Schedule> }> {
  const split = splitAt(repetitionOf(schedule), at);
  if (!split.ok) return split;
  const kept = ({ start, rule, except, extra }: Repetition) => ({ start, rule, except, extra });
  return ok({ head: kept(split.value.head), tail: kept(split.value.tail) });
}
