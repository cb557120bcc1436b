import { nextNumber } from '../../community/store.js';
import type { Work } from '../../journal/service.js';
import { type DecisionId, newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import {
  amendableUntil,
  checkDeadline,
  checkReopen,
  keyedOptions,
  refuseVote,
  reminderAt,
  settleRule,
  takesVotes,
} from '../rules/course.js';
import { insertDecision, insertText, updateDecision } from '../store/decisions.js';
import type { Decision, Kind, Origin, Rule, Which } from '../types.js';
import { close } from './closing.js';
import { withoutFormer } from './leaving.js';
import { ALARMS, type ByMember, changing, type Held, type Parts } from './parts.js';
import { ballotsNow } from './voices.js';

export interface Proposal {
  readonly kind: Kind;
  readonly title: string;
  readonly body: string;
  readonly options: readonly string[];
  readonly rule: Rule;
  readonly closesAt: Date;
  readonly origin?: Origin;
}

/** A change of text; what is not given stays. */
export interface Amendment {
  readonly title: string;
  readonly body: string;
}

export function createCourse(parts: Parts) {
  /** One clock for the deadline, one for the reminder. */
  async function wind({ alarm }: Work, id: DecisionId, now: Date, closesAt: Date): Promise<void> {
    const remindAt = reminderAt(now, closesAt);
    await alarm(ALARMS.close, id, closesAt);
    await alarm(ALARMS.remind, id, remindAt && remindAt > now ? remindAt : null);
  }

  /** A new version of the text when it differs; gives the version that holds. */
  async function amended(held: Held, text: Amendment, now: Date): Promise<Decision> {
    const { tx, decision, member, record } = held;
    if (text.title === decision.text.title && text.body === decision.text.body) return decision;
    const version = decision.text.version + 1;
    const next = { ...decision, text: { version, ...text, author: member.id } };
    await insertText(tx, decision, next.text, now);
    await updateDecision(tx, decision, { version });
    await record('decision.amended', decision.id, { number: decision.number, version });
    return next;
  }

  /** Opens a decision as a part of a larger change: with it, or not at all. */
  async function proposeIn(
    work: Work,
    cause: ByMember,
    proposal: Proposal,
  ): Promise<Result<Decision>> {
    const { kind, title, body, closesAt } = proposal;
    const options = kind === 'choice' ? keyedOptions(proposal.options) : [];
    const rule = settleRule(kind, proposal.rule, options);
    if (!rule.ok) return rule;
    const deadline = checkDeadline(closesAt, cause.now);
    if (!deadline.ok) return deadline;
    const { community, member, now } = cause;
    const decision: Decision = {
      ...{ id: newId<'decision'>(now), community, author: member, kind, options, closesAt },
      number: await nextNumber(work.tx, community, 'decisions'),
      ...{ state: 'open', rule: rule.value, round: 1, openedAt: now },
      text: { version: 1, title, body, author: member },
      ...{ closedAt: null, closedBy: null, closeReason: null, outcome: null },
      ...{ conclusion: null, reviewAt: null, origin: proposal.origin ?? null },
    };
    await insertDecision(work.tx, decision);
    await wind(work, decision.id, now, closesAt);
    await work.record('decision.opened', decision.id, { number: decision.number });
    return ok(decision);
  }

  return {
    proposeIn,

    propose: (cause: ByMember, proposal: Proposal): Promise<Result<Decision>> =>
      parts.journal.write(cause, (work) => proposeIn(work, cause, proposal)),

    /** Changes the text; those who have voted are asked whether their ballot still holds. */
    amend: (cause: ByMember, which: Which, text: Amendment): Promise<Result<Decision>> =>
      changing(parts, cause, which, async (held) => {
        const { decision, member } = held;
        if (!policy.mayAmend(member, decision)) return refuse('author-only');
        if (!takesVotes(decision, cause.now)) return refuseVote(decision);
        const voted = (await ballotsNow(held.tx, decision)).length > 0;
        if (voted && cause.now > amendableUntil(decision)) {
          return refuse('amend-too-late', { number: decision.number, at: decision.closesAt });
        }
        const next = await amended(held, text, cause.now);
        return next === decision ? refuse('same-text', {}, 'body') : ok(next);
      }),

    /** Consent: after a round that ended with objections, another one, amended or not. */
    openRound: (
      cause: ByMember,
      which: Which,
      next: Amendment & { readonly closesAt: Date },
    ): Promise<Result<Decision>> =>
      changing(parts, cause, which, async (held) => {
        const { tx, decision, member, record } = held;
        const { number } = decision;
        if (!policy.mayOpenRound(member, decision)) return refuse('author-only');
        if (decision.state !== 'between_rounds') return refuse('not-between-rounds', { number });
        const deadline = checkDeadline(next.closesAt, cause.now);
        if (!deadline.ok) return deadline;
        const round = decision.round + 1;
        const { closesAt, ...text } = next;
        await updateDecision(tx, decision, { state: 'open', round, closesAt, closedAt: null });
        await withoutFormer(held, decision, cause.now);
        const amendedDecision = await amended(held, text, cause.now);
        await wind(held, decision.id, cause.now, closesAt);
        await record('decision.round-opened', decision.id, { number, round });
        return ok({ ...amendedDecision, state: 'open', round, closesAt });
      }),

    extend: (cause: ByMember, which: Which, closesAt: Date): Promise<Result<Decision>> =>
      changing(parts, cause, which, async (held) => {
        const { tx, decision, member, record } = held;
        if (!policy.mayExtend(member, decision)) return refuse('author-only');
        if (!takesVotes(decision, cause.now)) return refuseVote(decision);
        const deadline = checkDeadline(closesAt, cause.now);
        if (!deadline.ok) return deadline;
        // Nobody who has voted is cut short: an earlier end is only a correction before that.
        const voted = (await ballotsNow(tx, decision)).length > 0;
        if (voted && closesAt <= decision.closesAt) {
          return refuse('not-later', { at: decision.closesAt }, 'closes');
        }
        await updateDecision(tx, decision, { closesAt });
        await wind(held, decision.id, cause.now, closesAt);
        const { number } = decision;
        await record('decision.extended', decision.id, {
          number,
          closesAt: closesAt.toISOString(),
        });
        return ok({ ...decision, closesAt });
      }),

    /** Counts now, before the deadline. */
    close: (cause: ByMember, which: Which, reason: string): Promise<Result<Decision>> =>
      changing(parts, cause, which, async (held) => {
        const { decision, member } = held;
        if (!policy.mayClose(member, decision)) return refuse('author-only');
        if (!takesVotes(decision, cause.now)) return refuseVote(decision);
        const state = await close(parts, held, decision, { by: 'hand', reason, now: cause.now });
        return ok({ ...decision, state });
      }),

    /** Consent: ends there after a round with objections; its count stays what it was. */
    giveUp: (cause: ByMember, which: Which, reason: string): Promise<Result<Decision>> =>
      changing(parts, cause, which, async ({ tx, decision, member, record }) => {
        const { number } = decision;
        if (!policy.mayClose(member, decision)) return refuse('author-only');
        if (decision.state !== 'between_rounds') return refuse('not-between-rounds', { number });
        const end = { closedAt: cause.now, closedBy: 'hand', closeReason: reason } as const;
        await updateDecision(tx, decision, { state: 'closed', ...end });
        await record('decision.closed', decision.id, { number, by: 'hand' });
        return ok({ ...decision, state: 'closed', ...end });
      }),

    withdraw: (cause: ByMember, which: Which, reason: string): Promise<Result<Decision>> =>
      changing(parts, cause, which, async (held) => {
        const { tx, decision, member, record, alarm } = held;
        if (!policy.mayWithdraw(member, decision)) return refuse('author-only');
        const between = decision.state === 'between_rounds';
        if (!between && !takesVotes(decision, cause.now)) return refuseVote(decision);
        const end = { closedAt: cause.now, closedBy: 'hand', closeReason: reason } as const;
        await updateDecision(tx, decision, { state: 'withdrawn', ...end });
        await alarm(ALARMS.close, decision.id, null);
        await alarm(ALARMS.remind, decision.id, null);
        await record('decision.withdrawn', decision.id, { number: decision.number });
        return ok({ ...decision, state: 'withdrawn', ...end });
      }),

    /** Takes up again what was closed or withdrawn by hand; the ballots are still there. */
    reopen: (cause: ByMember, which: Which, closesAt: Date): Promise<Result<Decision>> =>
      changing(parts, cause, which, async (held) => {
        const { tx, decision, member, record, alarm } = held;
        if (!policy.mayReopen(member, decision)) return refuse('author-only');
        const possible = checkReopen(decision);
        if (!possible.ok) return possible;
        const deadline = checkDeadline(closesAt, cause.now);
        if (!deadline.ok) return deadline;
        const ended = { closedAt: null, closedBy: null, closeReason: null } as const;
        const open = { ...ended, conclusion: null, reviewAt: null };
        await updateDecision(tx, decision, { state: 'open', closesAt, ...open });
        await alarm(ALARMS.review, decision.id, null);
        await wind(held, decision.id, cause.now, closesAt);
        await record('decision.reopened', decision.id, { number: decision.number });
        return ok({ ...decision, state: 'open', closesAt, ...open });
      }),

    /** The sentence that says what was decided, and when to look at it again. */
    conclude: (
      cause: ByMember,
      which: Which,
      end: { readonly conclusion: string; readonly reviewAt: Date | null },
    ): Promise<Result<Decision>> =>
      changing(parts, cause, which, async ({ tx, decision, member, record, alarm }) => {
        const { number } = decision;
        if (!policy.mayConclude(member, decision)) return refuse('author-only');
        if (decision.state !== 'closed') return refuse('decision-still-open', { number });
        await updateDecision(tx, decision, end);
        await alarm(ALARMS.review, decision.id, end.reviewAt);
        await record('decision.concluded', decision.id, { number });
        return ok({ ...decision, ...end });
      }),
  };
}
