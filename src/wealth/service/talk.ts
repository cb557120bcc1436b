import { voiceOf } from '../../community/rules/voices.js';
import { getMember, listVoices, nextNumber } from '../../community/store.js';
import { type CommunityId, type MemberId, newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import {
  countRetro,
  findGratitude,
  insertGratitude,
  insertRetro,
  listGratitudes,
  listRetro,
  setThanked,
  updateRetro,
} from '../store/talk.js';
import type { ContextId, Gratitude, RetroNote, WealthContext, WhichContext } from '../types.js';
import { type ByMember, type HeldContext, inContext, type Parts } from './parts.js';

const DAY_MS = 86_400_000;

/** Looking back together, and thanks: the quality of the relation, never used for sharing. */
export function createTalk(parts: Parts) {
  const { prisma, journal } = parts;

  const changed = (
    cause: ByMember,
    which: WhichContext,
    position: number,
    change: (held: HeldContext, note: RetroNote) => Promise<Result<void>>,
  ): Promise<Result<WealthContext>> =>
    inContext(parts, cause, which, async (held) => {
      const { tx, context, participants, member, record } = held;
      const note = (await listRetro(tx, context)).find((one) => one.position === position);
      if (!note) return refuse('unknown-retro', { number: position });
      if (!participants.includes(member.id)) {
        return refuse('retro-participants-only', { name: context.name });
      }
      const done = await change(held, note);
      if (!done.ok) return done;
      await record('wealth.retro', context.id);
      return ok(context);
    });

  return {
    /** Says something of the last period; without a name, nothing anywhere tells who. */
    retro: (
      cause: ByMember,
      which: WhichContext,
      said: Pick<RetroNote, 'kind' | 'text'> & { readonly anonymous: boolean },
    ): Promise<Result<RetroNote>> =>
      inContext(parts, cause, which, async (held) => {
        const { tx, context, periods, participants, member } = held;
        if (!participants.includes(member.id)) {
          return refuse('retro-participants-only', { name: context.name });
        }
        const period = periods.findLast(({ closedAt }) => closedAt !== null) ?? periods.at(-1);
        if (!period) throw new Error(`context ${context.id} has no period`);
        const { anonymous, ...words } = said;
        // To the day: an instant would tell who had just spoken.
        const day = new Date(Math.floor(cause.now.getTime() / DAY_MS) * DAY_MS);
        const at = anonymous ? day : cause.now;
        const note: RetroNote = {
          ...{ ...words, id: newId(at), period: period.id, theme: '', carried: false },
          ...{
            position: (await countRetro(tx, context)) + 1,
            member: anonymous ? null : member.id,
          },
        };
        await insertRetro(tx, context, note, at);
        // The journal would name who did it.
        if (!anonymous) await held.record('wealth.retro', context.id);
        return ok(note);
      }),

    /** Puts several things said under one theme. */
    groupRetro: (
      cause: ByMember,
      which: WhichContext,
      positions: readonly number[],
      theme: string,
    ) =>
      inContext(parts, cause, which, async ({ tx, context, participants, member, record }) => {
        const { name } = context;
        if (!participants.includes(member.id)) return refuse('retro-participants-only', { name });
        const known = new Set((await listRetro(tx, context)).map(({ position }) => position));
        const unknown = positions.find((position) => !known.has(position));
        if (unknown !== undefined) return refuse('unknown-retro', { number: unknown });
        for (const position of positions) await updateRetro(tx, context, position, { theme });
        await record('wealth.retro', context.id);
        return ok(context);
      }),

    /** The group does it, or not any more. */
    carryRetro: (cause: ByMember, which: WhichContext, position: number) =>
      changed(cause, which, position, async ({ tx, context }, note) => {
        await updateRetro(tx, context, position, { carried: !note.carried });
        return ok(undefined);
      }),

    /** Takes back what one said with one's name. */
    withdrawRetro: (cause: ByMember, which: WhichContext, position: number) =>
      changed(cause, which, position, async ({ tx, context, member }, note) => {
        const voices = await listVoices(tx, context.community);
        if (!note.member || voiceOf(voices, note.member) !== member.id) return refuse('own-only');
        await updateRetro(tx, context, position, { withdrawn: true });
        return ok(undefined);
      }),

    async retrospective(
      community: CommunityId,
      context: Pick<WealthContext, 'id'>,
    ): Promise<RetroNote[]> {
      const voices = await listVoices(prisma, community);
      return (await listRetro(prisma, { id: context.id, community })).map((note) => ({
        ...note,
        member: note.member && voiceOf(voices, note.member),
      }));
    },

    thank: (
      cause: ByMember,
      said: { readonly to: MemberId; readonly text: string; readonly context: ContextId | null },
    ): Promise<Result<Gratitude>> =>
      journal.write(cause, async ({ tx, record }) => {
        const { community, member, now } = cause;
        if (said.to === member) return refuse('thanks-to-oneself', {}, 'member');
        if (!(await getMember(tx, community, said.to))) return refuse('not-a-member');
        const gratitude: Gratitude = {
          ...{ ...said, id: newId<'gratitude'>(now), community, from: member },
          number: await nextNumber(tx, community, 'gratitudes'),
          ...{ withdrawnAt: null, createdAt: now },
        };
        await insertGratitude(tx, gratitude);
        await record('wealth.thanked', gratitude.id, { number: gratitude.number });
        return ok(gratitude);
      }),

    /** Takes back, or says again, one's thanks. */
    unthank: (cause: ByMember, number: number): Promise<Result<Gratitude>> =>
      journal.write(cause, async ({ tx, record }) => {
        const gratitude = await findGratitude(tx, cause.community, { number });
        if (!gratitude) return refuse('unknown-thanks', { number });
        const voices = await listVoices(tx, cause.community);
        if (voiceOf(voices, gratitude.from) !== cause.member) return refuse('own-only');
        const withdrawnAt = gratitude.withdrawnAt ? null : cause.now;
        await setThanked(tx, gratitude, withdrawnAt);
        await record('wealth.thanked', gratitude.id, { number });
        return ok({ ...gratitude, withdrawnAt });
      }),

    async gratitude(community: CommunityId, id: Gratitude['id']): Promise<Gratitude | null> {
      const found = await findGratitude(prisma, community, { id });
      const voices = await listVoices(prisma, community);
      return (
        found && { ...found, from: voiceOf(voices, found.from), to: voiceOf(voices, found.to) }
      );
    },

    async gratitudes(
      community: CommunityId,
      context: Pick<WealthContext, 'id'>,
    ): Promise<Gratitude[]> {
      const voices = await listVoices(prisma, community);
      return (await listGratitudes(prisma, { id: context.id, community })).map((one) => ({
        ...one,
        from: voiceOf(voices, one.from),
        to: voiceOf(voices, one.to),
      }));
    },
  };
}
