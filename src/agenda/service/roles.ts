import { randomInt } from 'node:crypto';
import type { MemberId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { attendanceOf } from '../rules/attendance.js';
import { DRAWN_BELOW, type Draw, draw } from '../rules/draw.js';
import { holderOf, isAhead } from '../rules/sitting.js';
import { freeRole, lastHeld, putRole } from '../store/sittings.js';
import { MEETING_ROLES, type MeetingRole, type Recurrence, type Which } from '../types.js';
import type { ByMember, Parts } from './parts.js';
import { type HeldSitting, sitting, voicesIn } from './sittings.js';
import { answersFor } from './voices.js';

/** How one role was drawn: with it anybody can check. */
export interface Drawn extends Draw {
  readonly role: MeetingRole;
  readonly seed: number;
}

export function createRoles(parts: Parts) {
  const trace = ({ record, series, occurrence, sitting: { id } }: HeldSitting) =>
    record('agenda.prepared', series.id, { recurrence: occurrence.recurrence, sitting: id });

  const over = ({ occurrence, series }: HeldSitting, now: Date): Result<never> | null =>
    isAhead(occurrence, now) ? null : refuse('event-over', { number: series.number });

  const hold = (
    { tx, series, occurrence, sitting: { id } }: HeldSitting,
    held: { readonly role: MeetingRole; readonly member: MemberId; readonly drawn: boolean },
    now: Date,
  ) => putRole(tx, series.community, id, { ...held, at: occurrence.start, now });

  /** When each person last had a role, in whatever meeting of the community. */
  async function lastTimes({ tx, series, occurrence }: HeldSitting, role: MeetingRole) {
    const voice = await voicesIn(tx, series);
    const last = new Map<MemberId, Date>();
    for (const { member, at } of await lastHeld(tx, series.community, role, occurrence.start)) {
      const known = last.get(voice(member));
      if (!known || at > known) last.set(voice(member), at);
    }
    return last;
  }

  return {
    /** Takes a free role; who leads the meeting may also give it, and change who has it. */
    takeRole: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      { role, to }: { readonly role: MeetingRole; readonly to: MemberId },
    ): Promise<Result<void>> =>
      sitting(parts, cause, which, recurrence, async (held) => {
        const { series, member } = held;
        const refused = over(held, cause.now);
        if (refused) return refused;
        const holder = holderOf(held.sitting, role);
        const leads = policy.mayLead(member, series, held.sitting);
        if (to !== member.id && !leads) return refuse('leaders-only');
        if (holder && holder !== to && !leads) return refuse('role-taken');
        if (holder !== to) {
          await hold(held, { role, member: to, drawn: false }, cause.now);
          await trace(held);
        }
        return ok(undefined);
      }),

    releaseRole: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      role: MeetingRole,
    ): Promise<Result<void>> =>
      sitting(parts, cause, which, recurrence, async (held) => {
        const { tx, series, member } = held;
        const refused = over(held, cause.now);
        if (refused) return refused;
        const holder = holderOf(held.sitting, role);
        if (!holder) return refuse('role-free');
        if (holder !== member.id && !policy.mayLead(member, series, held.sitting)) {
          return refuse('leaders-only');
        }
        await freeRole(tx, series.community, held.sitting.id, role);
        await trace(held);
        return ok(undefined);
      }),

    /** Draws a role, or all that are free, among those who come; nobody gets two while others have none. */
    drawRoles: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      wanted: MeetingRole | null,
    ): Promise<Result<readonly Drawn[]>> =>
      sitting(parts, cause, which, recurrence, async (held) => {
        const { tx, series, member, record } = held;
        const refused = over(held, cause.now);
        if (refused) return refused;
        if (!policy.mayLead(member, series, held.sitting)) return refuse('leaders-only');
        if (series.discreet) return refuse('draw-discreet');
        const answers = await answersFor(tx, series, recurrence);
        const coming = attendanceOf(answers, recurrence, series).coming.map((one) => one.member);
        if (coming.length === 0) return refuse('draw-nobody');
        const free = MEETING_ROLES.filter(
          (role) => holderOf(held.sitting, role) === null && (wanted === null || role === wanted),
        );
        if (free.length === 0) return refuse('roles-all-taken');
        const busy = new Set(held.sitting.roles.map((one) => one.member));
        const done: Drawn[] = [];
        for (const role of free) {
          const others = coming.filter((one) => !busy.has(one));
          const candidates = others.length > 0 ? others : coming;
          const seed = randomInt(DRAWN_BELOW);
          const one = draw(candidates, await lastTimes(held, role), seed);
          if (!one) continue;
          busy.add(one.drawn);
          await hold(held, { role, member: one.drawn, drawn: true }, cause.now);
          await record('agenda.drawn', series.id, {
            ...{ recurrence, sitting: held.sitting.id, role, seed },
            ...{ among: [...one.among], drawn: one.drawn },
          });
          done.push({ ...one, role, seed });
        }
        return ok(done);
      }),
  };
}
