import { type Answer, type Attendance, EACH, type Recurrence, type Terms } from '../types.js';

/**
 * Who comes to one occurrence. What somebody answered for this one goes before what they answered
 * for each time; places go to those who have said yes for longest.
 */
export function attendanceOf(
  answers: readonly Answer[],
  recurrence: Recurrence,
  { capacity }: Pick<Terms, 'capacity'>,
): Attendance {
  const own = answers.filter((answer) => answer.recurrence === recurrence);
  const told = new Set(own.map(({ member }) => member));
  const standing = answers.filter((one) => one.recurrence === EACH && !told.has(one.member));
  const all = [...own, ...standing].sort(bySeniority);
  const yes = all.filter(({ presence }) => presence === 'yes');
  const places = capacity ?? yes.length;
  return {
    coming: yes.slice(0, places),
    waiting: yes.slice(places),
    maybe: all.filter(({ presence }) => presence === 'maybe'),
    no: all.filter(({ presence }) => presence === 'no'),
  };
}

const bySeniority = (a: Answer, b: Answer): number =>
  a.since.getTime() - b.since.getTime() || (a.member < b.member ? -1 : 1);

/** Those who waited and have a place now. */
export function movedUp(before: Attendance, after: Attendance): Answer[] {
  const waited = new Set(before.waiting.map(({ member }) => member));
  return after.coming.filter(({ member }) => waited.has(member));
}

/**
 * Since when: an answer said again keeps its place in the line, a new one comes after all others,
 * even those of the same instant.
 */
export function sinceWhen(
  answers: readonly Answer[],
  { member, presence }: Pick<Answer, 'member' | 'presence'>,
  now: Date,
): Date {
  const own = answers.find((one) => one.member === member);
  if (own?.presence === presence) return own.since;
  return new Date(Math.max(now.getTime(), ...answers.map(({ since }) => since.getTime() + 1)));
}
