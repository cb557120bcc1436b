import { ok, type Result, refuse } from '../../kernel/result.js';
import type {
  Ballot,
  Decision,
  Kind,
  Objection,
  Option,
  Rule,
  State,
  Text,
  Vote,
} from '../types.js';
import { LIMITS } from '../types.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A decision takes votes until its deadline, to the millisecond, even if its closing comes late. */
export const takesVotes = (decision: Decision, now: Date): boolean =>
  decision.state === 'open' && now < decision.closesAt;

/** Why no vote is taken now. */
export function refuseVote(decision: Decision): Result<never> {
  const { state, number } = decision;
  if (state === 'withdrawn') return refuse('decision-withdrawn', { number });
  if (state === 'between_rounds') return refuse('decision-between-rounds', { number });
  return refuse('decision-closed', { number, at: decision.closedAt ?? decision.closesAt });
}

/** A deadline far enough ahead to vote, near enough to remember. */
export function checkDeadline(at: Date, now: Date): Result<Date> {
  const ahead = at.getTime() - now.getTime();
  if (ahead < MINUTE_MS) return refuse('deadline-past', { at }, 'closes');
  if (ahead > LIMITS.daysAhead * DAY_MS) {
    return refuse('deadline-far', { at, days: LIMITS.daysAhead }, 'closes');
  }
  return ok(at);
}

/** The rule with what does not apply to its kind put at rest. */
export function settleRule(kind: Kind, rule: Rule, options: readonly Option[]): Result<Rule> {
  if (kind === 'consent' && rule.secret) return refuse('consent-not-secret', {}, 'secret');
  if (kind === 'choice' && options.length < 2) return refuse('options-too-few', {}, 'options');
  if (kind === 'choice' && rule.max > options.length) {
    return refuse('max-too-many', { count: options.length }, 'max');
  }
  return ok({ ...rule, max: kind === 'choice' ? rule.max : 1 });
}

/** Options by a key that stays, whatever their labels. */
export const keyedOptions = (labels: readonly string[]): Option[] =>
  labels.map((label, index) => ({ key: String(index + 1), label }));

/** Whether the vote fits the decision; objecting and blocking need a reason. */
export function checkVote(decision: Decision, vote: Vote): Result<Vote> {
  if (vote.kind !== decision.kind) return refuse('vote-of-another-kind', { kind: decision.kind });
  if (vote.kind === 'choice') {
    const known = new Set(decision.options.map(({ key }) => key));
    const choices = [...new Set(vote.choices)];
    if (choices.some((choice) => !known.has(choice))) return refuse('unknown-option', {}, 'vote');
    if (choices.length > decision.rule.max) {
      return refuse('too-many-options', { max: decision.rule.max, count: choices.length }, 'vote');
    }
    return ok({ ...vote, choices });
  }
  const stops = vote.vote === 'objection' || vote.vote === 'block';
  return stops && vote.reason === '' ? refuse('reason-needed', {}, 'reason') : ok(vote);
}

/** Cast, or confirmed, on the text as it stands. Others are shown as such, not counted silently. */
export const isCurrent = (ballot: Pick<Ballot, 'version'>, text: Pick<Text, 'version'>): boolean =>
  ballot.version === text.version;

/** What becomes of an objection whose holder now consents: the amended text took it in, or not. */
export const liftedAs = (
  objection: Pick<Objection, 'heldOn'>,
  text: Pick<Text, 'version'>,
): 'integrated' | 'withdrawn' => (objection.heldOn < text.version ? 'integrated' : 'withdrawn');

/**
 * Until when a text may change under ballots already cast: those who cast them need time to see
 * it. A quarter of the time there was, at most a day.
 */
export const amendableUntil = ({ openedAt, closesAt }: Decision): Date =>
  new Date(closesAt.getTime() - lastQuarterMs(openedAt, closesAt));

const lastQuarterMs = (openedAt: Date, closesAt: Date): number =>
  Math.min((closesAt.getTime() - openedAt.getTime()) / 4, DAY_MS);

/** When to remind those who have not voted: in the last quarter, at most a day before the end. */
export function reminderAt(openedAt: Date, closesAt: Date): Date | null {
  const length = closesAt.getTime() - openedAt.getTime();
  if (length < HOUR_MS) return null;
  return new Date(closesAt.getTime() - lastQuarterMs(openedAt, closesAt));
}

/** Everybody has voted on this very text, and, for a consent, nobody objects any more. */
export function everybodyVoted(parts: {
  readonly decision: Decision;
  readonly ballots: readonly Pick<Ballot, 'version'>[];
  readonly objections: readonly Objection[];
  readonly electorate: number;
}): boolean {
  const { decision, ballots, objections, electorate } = parts;
  const current = ballots.filter((ballot) => isCurrent(ballot, decision.text)).length;
  return (
    decision.rule.closeEarly &&
    current >= electorate &&
    !objections.some(({ state }) => state === 'standing')
  );
}

/** Where a count leads: objections that stand keep a consent between rounds until people move. */
export const stateAfter = (kind: Kind, outcome: string): State =>
  kind === 'consent' && outcome === 'objections' ? 'between_rounds' : 'closed';

/** Only what people ended by hand can be taken up again; a count at the deadline stands. */
export function checkReopen(decision: Decision): Result<void> {
  const { state, closedBy, rule, number } = decision;
  if (state !== 'closed' && state !== 'withdrawn') return refuse('decision-not-ended', { number });
  if (state === 'closed' && closedBy !== 'hand') return refuse('decision-counted', { number });
  // Closing parted the votes from the names for ever.
  if (state === 'closed' && rule.secret) return refuse('decision-secret-counted', { number });
  return ok(undefined);
}
