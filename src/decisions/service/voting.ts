import { accountsOf } from '../../community/store.js';
import { newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { checkVote, liftedAs, refuseVote, takesVotes } from '../rules/course.js';
import { deleteBallot, type KeptBallot, putBallot } from '../store/ballots.js';
import { insertObjection, updateObjection } from '../store/talk.js';
import type { Decision, Objection, Vote, Which } from '../types.js';
import { closeIfAllVoted } from './closing.js';
import { type ByMember, changing, type Held, type Parts } from './parts.js';
import { keep, read } from './sealed.js';
import { objectionsNow, ownBallotNow } from './voices.js';

/** What a voter is told. */
export interface Voted {
  readonly decision: Decision;
  readonly vote: Vote;
  /** The version of the text it was cast on: an older one is still to be confirmed. */
  readonly version: number;
  /** What they had voted before, if they had. */
  readonly before: Vote | null;
  /** Everybody had voted: there is nothing to change any more. */
  readonly closed: boolean;
}

export function createVoting(parts: Parts) {
  const { vault } = parts;

  /** Their objection follows their vote: raised, held on to, or lifted. */
  async function settleObjection(
    held: Held,
    vote: Vote,
    version: number,
    now: Date,
  ): Promise<void> {
    if (vote.kind !== 'consent') return;
    const { tx, decision, member, record } = held;
    const [own, ...others] = await standingOf(held);
    const { number, round } = decision;
    if (vote.vote === 'objection' && own) {
      const change = { reason: vote.reason, heldOn: version };
      await updateObjection(tx, decision.community, own.id, change);
    } else if (vote.vote === 'objection') {
      const objection: Objection = {
        ...{ id: newId(now), member: member.id, round, reason: vote.reason, state: 'standing' },
        ...{ raisedOn: version, heldOn: version },
      };
      await insertObjection(tx, decision, objection, now);
      await record('decision.objected', decision.id, { number });
    }
    // One objection a voice: those of their other accounts follow this vote too.
    const lifted = vote.vote === 'objection' ? others : [own, ...others];
    for (const one of lifted) if (one) await lift(held, one, liftedAs(one, decision.text), now);
  }

  async function lift(
    { tx, decision, record }: Held,
    own: Objection,
    state: 'integrated' | 'withdrawn',
    now: Date,
  ): Promise<void> {
    await updateObjection(tx, decision.community, own.id, { state, settledAt: now });
    await record('decision.objection-lifted', decision.id, { number: decision.number, state });
  }

  async function standingOf({ tx, decision, member }: Held): Promise<Objection[]> {
    const objections = await objectionsNow(tx, decision);
    return objections.filter((one) => one.member === member.id && one.state === 'standing');
  }

  async function ownBallot({ tx, decision, member }: Held): Promise<KeptBallot | undefined> {
    return ownBallotNow(tx, decision, member.id);
  }

  async function cast(
    held: Held,
    vote: Vote,
    { seen, now }: { readonly seen: number | null; readonly now: Date },
  ): Promise<Result<Voted>> {
    const { tx, decision, member, record } = held;
    const before = await ownBallot(held);
    const version = Math.min(seen ?? decision.text.version, decision.text.version);
    const ballot = { member: member.id, version, vote, castAt: now };
    await putBallot(tx, decision, keep(vault, decision, ballot));
    await settleObjection(held, vote, version, now);
    if (vote.kind === 'agreement' && vote.vote === 'block' && !decision.rule.secret) {
      await record('decision.blocked', decision.id, { number: decision.number });
    }
    // Never what was voted: the journal is for everybody, and this may be secret.
    await record('decision.voted', decision.id, { number: decision.number });
    const closed = await closeIfAllVoted(parts, held, decision, now);
    const was = before && read(vault, decision, before).vote;
    return ok({ decision, vote, version, before: was ?? null, closed });
  }

  return {
    /** Casts or replaces one's ballot, on the version of the text that was `seen`, if known. */
    vote: (
      cause: ByMember,
      which: Which,
      vote: Vote,
      seen: number | null = null,
    ): Promise<Result<Voted>> =>
      changing(parts, cause, which, async (held) => {
        if (!takesVotes(held.decision, cause.now)) return refuseVote(held.decision);
        const checked = checkVote(held.decision, vote);
        return checked.ok ? cast(held, checked.value, { seen, now: cause.now }) : checked;
      }),

    /** Says why one voted as one did. */
    explain: (cause: ByMember, which: Which, reason: string): Promise<Result<Voted>> =>
      changing(parts, cause, which, async (held) => {
        const { decision } = held;
        if (!takesVotes(decision, cause.now)) return refuseVote(decision);
        const kept = await ownBallot(held);
        const vote = kept && read(vault, decision, kept).vote;
        if (!vote) return refuse('no-vote-yet', { number: decision.number });
        return cast(held, { ...vote, reason }, { seen: kept.version, now: cause.now });
      }),

    /** Says that one's ballot holds for the text as it is now. */
    confirm: (cause: ByMember, which: Which, seen: number | null = null): Promise<Result<Voted>> =>
      changing(parts, cause, which, async (held) => {
        if (!takesVotes(held.decision, cause.now)) return refuseVote(held.decision);
        const kept = await ownBallot(held);
        const vote = kept && read(vault, held.decision, kept).vote;
        if (!vote) return refuse('no-vote-yet', { number: held.decision.number });
        return cast(held, vote, { seen, now: cause.now });
      }),

    /** Takes one's ballot back, and one's objection with it. */
    unvote: (cause: ByMember, which: Which): Promise<Result<Decision>> =>
      changing(parts, cause, which, async (held) => {
        const { tx, decision, member, record } = held;
        if (!takesVotes(decision, cause.now)) return refuseVote(decision);
        if (
          !(await deleteBallot(tx, decision, await accountsOf(tx, decision.community, member.id)))
        ) {
          return refuse('no-vote-yet', { number: decision.number });
        }
        for (const own of await standingOf(held)) await lift(held, own, 'withdrawn', cause.now);
        await record('decision.unvoted', decision.id, { number: decision.number });
        return ok(decision);
      }),
  };
}
