import type { Work } from '../../journal/service.js';
import { toTally } from '../rules/counting.js';
import { everybodyVoted, stateAfter } from '../rules/course.js';
import { eraseContents } from '../store/ballots.js';
import { updateDecision } from '../store/decisions.js';
import { tally } from '../tally/tally.js';
import type { Decision, Ending, Outcome } from '../types.js';
import { ALARMS, type Parts } from './parts.js';
import { read } from './sealed.js';
import { ballotsNow, electorateOf, objectionsNow } from './voices.js';

/** Counts the ballots as they are, without closing anything. */
export async function count(
  { vault }: Pick<Parts, 'vault'>,
  tx: Work['tx'],
  decision: Decision,
): Promise<Outcome> {
  const kept = await ballotsNow(tx, decision);
  const ballots = kept.map((ballot) => read(vault, decision, ballot));
  const counted = toTally(decision, ballots, await objectionsNow(tx, decision));
  const result = tally(counted);
  if (!result.ok) throw new Error(`decision ${decision.id} cannot be counted`);
  return { result: result.value, counted, ...(await electorateOf(tx, decision, kept)) };
}

/** Closes before its deadline, when its rule says so and nobody is waited for any more. */
export async function closeIfAllVoted(
  parts: Parts,
  work: Work,
  decision: Decision,
  now: Date,
): Promise<boolean> {
  if (!decision.rule.closeEarly) return false;
  const ballots = await ballotsNow(work.tx, decision);
  const objections = await objectionsNow(work.tx, decision);
  const { electorate } = await electorateOf(work.tx, decision, ballots);
  if (!everybodyVoted({ decision, ballots, objections, electorate })) return false;
  await close(parts, work, decision, { by: 'everybody', reason: null, now });
  return true;
}

/** Counts and closes, or ends the round when objections stand. */
export async function close(
  parts: Parts,
  { tx, record, alarm }: Work,
  decision: Decision,
  how: { readonly by: Ending; readonly reason: string | null; readonly now: Date },
): Promise<Decision['state']> {
  const outcome = await count(parts, tx, decision);
  const state = stateAfter(decision.kind, outcome.result.outcome);
  const { now, by, reason } = how;
  await updateDecision(tx, decision, {
    ...{ state, outcome, closedBy: by, closeReason: reason },
    // At its deadline, even when nobody was there to count.
    closedAt: by === 'deadline' ? decision.closesAt : now,
  });
  if (decision.rule.secret) await eraseContents(tx, decision);
  await alarm(ALARMS.close, decision.id, null);
  await alarm(ALARMS.remind, decision.id, null);
  const kind = state === 'closed' ? 'decision.closed' : 'decision.round-ended';
  await record(kind, decision.id, { number: decision.number, round: decision.round, by });
  return state;
}
