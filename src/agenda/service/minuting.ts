import type { CommunityId, MemberId, SittingId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { isCorrectable, isOn } from '../rules/sitting.js';
import { insertNote, insertPresences, notesOf, presencesOf } from '../store/notes.js';
import { LIMITS, type Note, type Presences, type Recurrence, type Which } from '../types.js';
import type { ByMember, Parts } from './parts.js';
import { type HeldSitting, sitting, voicesIn } from './sittings.js';

export function createMinuting(parts: Parts) {
  const { prisma } = parts;

  const trace = ({ record, series, occurrence, sitting: { id } }: HeldSitting) =>
    record('agenda.minuted', series.id, { recurrence: occurrence.recurrence, sitting: id });

  /** Everybody while it goes on; afterwards those who keep the minutes, for a week. */
  function closed(held: HeldSitting, now: Date): Result<never> | null {
    const { series, occurrence, member } = held;
    const { number } = series;
    if (occurrence.start > now) return refuse('event-not-begun', { number });
    if (isOn(occurrence, now)) return null;
    if (!isCorrectable(occurrence, now)) return refuse('minutes-closed', { number });
    return policy.mayKeepMinutes(member, series, held.sitting) ? null : refuse('minutes-keepers');
  }

  const known = (held: HeldSitting, item: number): boolean =>
    item === 0 || held.sitting.items.some(({ key }) => key === item);

  return {
    /**
     * The sitting that something is tied to. It is not what the event asks for: that comes next,
     * and claims it.
     */
    sitIn: (cause: ByMember, which: Which, recurrence: Recurrence): Promise<Result<SittingId>> =>
      sitting(parts, { ...cause, event: null }, which, recurrence, async (held) => {
        const { occurrence, series } = held;
        const { number } = series;
        if (occurrence.start > cause.now) return refuse('event-not-begun', { number });
        if (!isCorrectable(occurrence, cause.now)) return refuse('minutes-closed', { number });
        return ok(held.sitting.id);
      }),

    /** A line of notes, on an item or on none (0). */
    note: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      { text, item }: Pick<Note, 'text' | 'item'>,
    ): Promise<Result<Note>> =>
      sitting(parts, cause, which, recurrence, async (held) => {
        const { tx, series, member } = held;
        const refused = closed(held, cause.now);
        if (refused) return refused;
        if (!known(held, item)) return refuse('unknown-item', {}, 'item');
        const last = held.sitting.notes.at(-1)?.key ?? 0;
        if (last >= LIMITS.notes) return refuse('notes-too-many', { max: LIMITS.notes });
        const note: Note = {
          ...{ key: last + 1, version: 1, item, text },
          ...{ author: member.id, writtenAt: cause.now },
        };
        await insertNote(tx, series.community, held.sitting.id, note);
        await trace(held);
        return ok(note);
      }),

    /** A line reads otherwise, or is taken away (empty); how it read before is kept. */
    correctNote: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      { key, text }: Pick<Note, 'key' | 'text'>,
    ): Promise<Result<void>> =>
      sitting(parts, cause, which, recurrence, async (held) => {
        const { tx, series, member } = held;
        const refused = closed(held, cause.now);
        if (refused) return refused;
        const note = held.sitting.notes.find((one) => one.key === key && one.text !== '');
        if (!note) return refuse('unknown-note', {}, 'note');
        const own = note.author === member.id;
        if (!own && !policy.mayKeepMinutes(member, series, held.sitting)) {
          return refuse('minutes-keepers');
        }
        if (note.text === text) return ok(undefined);
        await insertNote(tx, series.community, held.sitting.id, {
          ...{ ...note, text, version: note.version + 1 },
          ...{ author: member.id, writtenAt: cause.now },
        });
        await trace(held);
        return ok(undefined);
      }),

    /** Who came, instead of those who had said that they would. */
    attended: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      members: readonly MemberId[],
    ): Promise<Result<void>> =>
      sitting(parts, cause, which, recurrence, async (held) => {
        const { tx, series, member } = held;
        const refused = closed(held, cause.now);
        if (refused) return refused;
        if (!policy.mayKeepMinutes(member, series, held.sitting)) return refuse('minutes-keepers');
        const { id } = held.sitting;
        const before = await presencesOf(tx, series.community, id);
        await insertPresences(tx, series.community, id, {
          ...{ version: (before.at(-1)?.version ?? 0) + 1, members: [...new Set(members)] },
          ...{ author: member.id, writtenAt: cause.now },
        });
        await trace(held);
        return ok(undefined);
      }),

    /** Everything the minutes have said, in the order it was written. */
    async history(
      community: CommunityId,
      sitting: SittingId,
    ): Promise<{ readonly notes: readonly Note[]; readonly presences: readonly Presences[] }> {
      const voice = await voicesIn(prisma, { community });
      const own = <T extends { readonly author: MemberId }>(one: T): T => ({
        ...one,
        author: voice(one.author),
      });
      return {
        notes: (await notesOf(prisma, community, sitting)).map(own<Note>),
        presences: (await presencesOf(prisma, community, sitting)).map((one) => ({
          ...own<Presences>(one),
          members: [...new Set(one.members.map(voice))],
        })),
      };
    },
  };
}
