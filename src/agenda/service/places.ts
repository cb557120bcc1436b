import { attendanceOf, movedUp } from '../rules/attendance.js';
import { occurrenceOf, occurrencesOf } from '../rules/occurrences.js';
import { type Attendance, EACH, type Occurrence, type Recurrence } from '../types.js';
import type { Held } from './parts.js';
import { answersFor } from './voices.js';

/** How many coming meetings a place given back each time is looked for in. */
const MOST_AHEAD = 8;
const AHEAD_MS = 62 * 86_400_000;

type Places = Pick<Held, 'tx' | 'record' | 'series' | 'changes'>;

/** The occurrences whose places an answer moves. */
function concerned(held: Places, recurrence: Recurrence, now: Date): Occurrence[] {
  const { series, changes } = held;
  if (recurrence !== EACH) {
    const change = changes.find((one) => one.recurrence === recurrence);
    return [occurrenceOf(series, recurrence, change)];
  }
  const to = new Date(now.getTime() + AHEAD_MS);
  return occurrencesOf(series, changes, { from: now, to, limit: MOST_AHEAD });
}

/** Changes answers, and tells those who waited and now have a place. */
export async function withPlaces(
  held: Places,
  recurrence: Recurrence,
  now: Date,
  change: () => Promise<boolean>,
): Promise<ReadonlyMap<Recurrence, Attendance> | null> {
  const { tx, series, record } = held;
  const places = async (occurrence: Occurrence): Promise<Attendance> => {
    const answers = await answersFor(tx, series, occurrence.recurrence);
    return attendanceOf(answers, occurrence.recurrence, series);
  };
  const all = concerned(held, recurrence, now);
  const before = new Map<Recurrence, Attendance>();
  if (series.capacity !== null) {
    for (const one of all) before.set(one.recurrence, await places(one));
  }
  if (!(await change())) return null;
  const after = new Map<Recurrence, Attendance>();
  for (const one of all) {
    const now = await places(one);
    after.set(one.recurrence, now);
    const was = before.get(one.recurrence);
    for (const { member } of was ? movedUp(was, now) : []) {
      await record('agenda.seated', series.id, { recurrence: one.recurrence, member });
    }
  }
  return after;
}
