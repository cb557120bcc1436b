import type { MemberId } from '../../kernel/ids.js';
import type { Attendance, Meeting, MeetingRole, Occurrence, Sitting, Task } from '../types.js';

const HOUR_MS = 3_600_000;
/** A meeting is the one that is meant as long as it goes on, or this long after it began. */
export const MEANT_FOR_MS = 3 * HOUR_MS;
/** How long after the end its minutes may be corrected. */
const CORRECTED_FOR_MS = 7 * 24 * HOUR_MS;

type Times = Pick<Occurrence, 'start' | 'end' | 'cancelled'>;

/** Going on, or begun a short while ago. */
export const isOn = ({ start, end, cancelled }: Times, now: Date): boolean =>
  !cancelled && start <= now && (end > now || now.getTime() - start.getTime() < MEANT_FOR_MS);

/** Not over yet: it can still be prepared, and roles still change hands. */
export const isAhead = ({ end, cancelled }: Times, now: Date): boolean => !cancelled && end > now;

/** Notes are open to all until then; afterwards, to those who keep the minutes. */
export const isCorrectable = ({ end, cancelled }: Times, now: Date): boolean =>
  !cancelled && now.getTime() <= end.getTime() + CORRECTED_FOR_MS;

/** Of several meetings that go on, those of an hour go before those of whole days. */
export function meantAmong<T extends Pick<Meeting, 'occurrence'>>(
  meetings: readonly T[],
  now: Date,
): T[] {
  const on = meetings.filter(({ occurrence }) => isOn(occurrence, now));
  const timed = on.filter(({ occurrence }) => !occurrence.allDay);
  return timed.length > 0 ? timed : on;
}

export const holderOf = ({ roles }: Pick<Sitting, 'roles'>, role: MeetingRole): MemberId | null =>
  roles.find((one) => one.role === role)?.member ?? null;

/** Still to do. */
export const isOpen = ({ state }: Pick<Task, 'state'>): boolean =>
  state !== 'done' && state !== 'dropped';

/** Who came, as it was written down; else those who said that they would. */
export const attendedBy = (
  { attended }: Pick<Sitting, 'attended'>,
  { coming }: Pick<Attendance, 'coming'>,
): readonly MemberId[] => attended ?? coming.map(({ member }) => member);

/** Whether its beginning is worth a word: a circle that prepared nothing is left alone. */
export const isWorthOpening = (
  { items, roles, pending }: Sitting,
  { link }: Pick<Occurrence, 'link'>,
): boolean => items.length > 0 || roles.length > 0 || pending.length > 0 || link !== '';
