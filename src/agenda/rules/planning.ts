import { ok, type Result, refuse } from '../../kernel/result.js';
import { type Details, LIMITS, type Schedule, type Series, type Terms } from '../types.js';
import { checkSchedule } from './pattern.js';
import { instantOf, isAllDay, shifted, wallShift } from './times.js';

const DAY_MS = 86_400_000;
/** A meeting may be written down afterwards, but not long after. */
const DAYS_BACK = 31;

/** What somebody plans; the rest follows. */
export interface Plan extends Details, Schedule, Terms {
  readonly theme: string;
}

/** A plan that can take place. */
export function checkPlan(plan: Plan, now: Date): Result<Plan> {
  const start = instantOf(plan.start, plan.zone).getTime() - now.getTime();
  if (start < -DAYS_BACK * DAY_MS && plan.rule === null) {
    return refuse('event-past', { at: instantOf(plan.start, plan.zone) }, 'when');
  }
  if (start > LIMITS.yearsAhead * 366 * DAY_MS) {
    return refuse('event-far', { years: LIMITS.yearsAhead }, 'when');
  }
  if (plan.minutes < 0 || plan.minutes > LIMITS.minutes) return refuse('event-long', {}, 'when');
  if (plan.rule !== null) {
    const known = checkSchedule(plan);
    if (!known.ok) return known;
  }
  if (plan.link !== '' && !/^https?:\/\/\S+$/i.test(plan.link)) {
    return refuse('link-not-web', { typed: plan.link }, 'link');
  }
  return ok(plan);
}

/** Whether what calendars show of it differs: they are told by its SEQUENCE. */
export const reschedules = (before: Series, after: Series): boolean =>
  (['start', 'zone', 'minutes', 'rule', 'state', 'place', 'title'] as const).some(
    (key) => before[key] !== after[key],
  ) ||
  before.except.join() !== after.except.join() ||
  before.extra.join() !== after.extra.join();

/**
 * The whole series moved as one of its occurrences is: from its planned time to a new one. A rule
 * that names days goes along when it names the one day that moves; otherwise it must be said anew.
 */
export function movedSchedule(
  schedule: Schedule,
  planned: string,
  to: { readonly start: string; readonly minutes: number | null; readonly rule: string | null },
): Result<Schedule> {
  const by = wallShift(planned, to.start);
  const move = (wall: string): string => shifted(wall, by, to.start);
  const minutes = to.minutes ?? (isAllDay(to.start) ? 1440 : schedule.minutes);
  const start = move(schedule.start);
  const moved = { ...schedule, start, minutes, except: schedule.except.map(move) };
  const extra = schedule.extra.map(move);
  if (to.rule !== null) return ok({ ...moved, extra, rule: to.rule });
  if (schedule.rule === null) return ok({ ...moved, extra });
  const rule = by.days === 0 ? schedule.rule : ruleOnDay(schedule.rule, planned, to.start);
  return rule ? ok({ ...moved, extra, rule }) : refuse('repeat-again', {}, 'when');
}

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const dayOf = (wall: string): string =>
  DAYS[new Date(`${wall.slice(0, 10)}T00:00Z`).getUTCDay()] ?? '';

/** `FREQ=WEEKLY;BYDAY=TU` moved from a Tuesday to a Wednesday; `null` for what names more. */
function ruleOnDay(rule: string, from: string, to: string): string | null {
  const parts = rule.split(';');
  const naming = parts.filter((part) => /^BY/.test(part) && !part.startsWith('BYMONTH='));
  if (naming.length === 0) return /FREQ=(DAILY|WEEKLY)/.test(rule) ? rule : null;
  const [only] = naming;
  if (naming.length > 1 || only !== `BYDAY=${dayOf(from)}` || !rule.includes('FREQ=WEEKLY')) {
    return null;
  }
  return parts.map((part) => (part === only ? `BYDAY=${dayOf(to)}` : part)).join(';');
}
