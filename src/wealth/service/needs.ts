import Fraction from 'fraction.js';
import { voiceOf } from '../../community/rules/voices.js';
import { listVoices } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import type { Keys } from '../../kernel/keys.js';
import { padded } from '../../kernel/padded.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { needsFirst } from '../sharing/needs.js';
import { deleteNeeds, insertNeed, type KeptNeed, listNeeds, newNeedId } from '../store/needs.js';
import type { Need, NeedId } from '../types/needs.js';
import type { Distribution, ShareResult, WealthContext, WhichContext } from '../types.js';
import { type ByMember, type HeldContext, inContext, type Parts } from './parts.js';

/** Room for any need: a length must not tell that there are words, nor how many readers. */
const PAD_TO_BYTES = 8192;

const place = (id: NeedId): string => `needs.sealed:${id}`;

interface Sealed {
  readonly member: MemberId;
  readonly cents: string | null;
  readonly words: string;
  readonly readers: readonly MemberId[];
  readonly at: string;
}

function sealNeed(keys: Keys, { id, cents, at, ...need }: Need): KeptNeed {
  const clear: Sealed = {
    ...{ ...need, cents: cents === null ? null : String(cents), at: at.toISOString() },
  };
  return { id, sealed: keys.make(id).seal(padded(JSON.stringify(clear), PAD_TO_BYTES), place(id)) };
}

/**
 * Every need of a context that still opens, as said last by each one voice. Only for a rule that
 * uses them, and for those they were written for.
 */
async function needsIn(
  { keys }: Pick<Parts, 'keys'>,
  tx: Tx,
  context: Pick<WealthContext, 'id' | 'community'>,
): Promise<Need[]> {
  const voices = await listVoices(tx, context.community);
  const opened = (await listNeeds(tx, context)).flatMap(({ id, sealed }): Need[] => {
    const own = keys.find(id);
    if (!own) return [];
    const { member, cents, words, readers, at } = JSON.parse(
      own.unseal(sealed, place(id)),
    ) as Sealed;
    return [
      {
        ...{ id, words, at: new Date(at), cents: cents === null ? null : BigInt(cents) },
        member: voiceOf(voices, member),
        readers: readers.map((reader) => voiceOf(voices, reader)),
      },
    ];
  });
  const latest = new Map<MemberId, Need>();
  for (const need of [...opened].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    latest.set(need.member, need);
  }
  return [...latest.values()];
}

/**
 * Needs first, as they are said now, then the rest by claims frozen with the simulation. Nothing of
 * it is worked out before it is proposed in front of all: comparing simulations, made before and
 * after somebody spoke, would tell their need to who makes them.
 */
export async function byNeeds(
  parts: Pick<Parts, 'keys'>,
  { tx, context, member }: HeldContext,
  { number, cents, terms, results }: Distribution,
): Promise<Result<ShareResult>> {
  if (!policy.mayHoldPeriods(member, context)) return refuse('context-keepers-only');
  if (terms.floor !== '0' || terms.cap !== null) return refuse('share-needs-bounds', { number });
  const rest = results[terms.rest ?? 'equal'];
  if (rest?.type !== 'shared') return refuse('share-rule-missing', { number });
  const all = await needsIn(parts, tx, context);
  const needs = new Map(all.map((one) => [one.member, one.cents ?? 0n]));
  const claims = rest.lines.map((one) => ({
    ...{ member: one.member, weight: new Fraction(one.weight) },
  }));
  const done = needsFirst(cents, needs, claims);
  if (done.type === 'no-needs') return refuse('share-needs-none', { name: context.name });
  if (done.type !== 'shared') return ok({ type: done.type });
  return ok({
    ...{ type: 'shared', all: '0', short: done.short },
    // What each amount is made of stays unsaid.
    lines: done.portions.map(({ member: to, cents: amount, tied }) => ({
      ...{ member: to, cents: String(amount), weight: '0', tied, bound: null },
    })),
  });
}

/**
 * What each says, privately, that they need. Nothing tells whose a need is, in the database, the
 * journal or the log: a key of its own keeps it, and erasing it destroys that key.
 */
export function createNeeds(parts: Parts) {
  const { prisma, keys } = parts;

  /** All that somebody ever said of a context, through any account of theirs. */
  async function ownIn(
    tx: Tx,
    context: Pick<WealthContext, 'id' | 'community'>,
    member: MemberId,
  ): Promise<NeedId[]> {
    const voices = await listVoices(tx, context.community);
    return (await listNeeds(tx, context)).flatMap(({ id, sealed }) => {
      const own = keys.find(id);
      const said = own && (JSON.parse(own.unseal(sealed, place(id))) as Sealed);
      return said && voiceOf(voices, said.member) === member ? [id] : [];
    });
  }

  /** Takes away what was said before, and its keys once that is certain. */
  async function replaced(
    cause: ByMember,
    which: WhichContext,
    next: (of: WealthContext, participants: readonly MemberId[]) => Result<Need | null>,
  ): Promise<Result<{ readonly before: number }>> {
    let [before, made]: [NeedId[], NeedId | null] = [[], null];
    const done = await inContext(parts, cause, which, async ({ tx, context, participants }) => {
      // The transaction may be tried again.
      if (made) keys.destroy(made);
      const need = next(context, participants);
      if (!need.ok) return need;
      before = await ownIn(tx, context, cause.member);
      await deleteNeeds(tx, context.community, before);
      if (need.value) {
        made = need.value.id;
        await insertNeed(tx, context, sealNeed(keys, need.value));
      }
      return ok({ before: before.length });
    }).catch((error: unknown) => {
      if (made) keys.destroy(made);
      throw error;
    });
    for (const id of done.ok ? before : []) keys.destroy(id);
    return done;
  }

  return {
    /** Says what one needs; said again, it replaces. */
    async stateNeed(
      cause: ByMember,
      which: WhichContext,
      said: Pick<Need, 'cents' | 'words' | 'readers'>,
    ): Promise<Result<void>> {
      const done = await replaced(cause, which, ({ name }, participants) => {
        if (!participants.includes(cause.member)) return refuse('needs-outside', { name });
        if (said.cents === null && said.words === '') return refuse('need-empty', {}, 'amount');
        const readers = said.readers.filter((id) => id !== cause.member);
        const id = newNeedId(cause.now);
        return ok({ ...said, id, readers, member: cause.member, at: cause.now });
      });
      return done.ok ? ok(undefined) : done;
    },

    /** For good: what was copied elsewhere does not open any more either. */
    async eraseNeed(cause: ByMember, which: WhichContext): Promise<Result<void>> {
      const done = await replaced(cause, which, () => ok(null));
      if (!done.ok) return done;
      return done.value.before > 0 ? ok(undefined) : refuse('need-none');
    },

    /** One's own, and those that one was chosen to read. */
    async needs(
      community: CommunityId,
      { id }: Pick<WealthContext, 'id'>,
      reader: MemberId,
    ): Promise<{ readonly own: Need | null; readonly shown: readonly Need[] }> {
      const all = await needsIn(parts, prisma, { id, community });
      return {
        own: all.find(({ member }) => member === reader) ?? null,
        shown: all.filter(({ member, readers }) => member !== reader && readers.includes(reader)),
      };
    },
  };
}
