import type { Json } from '../../kernel/json.js';
import type { Ballot, Decision, Objection, TallyInput, Threshold } from '../types.js';
import { isCurrent } from './course.js';

type JsonObject = Record<string, Json>;

/**
 * A decision as an input of `tally`, so that the room, the export and the command line all count
 * with the same code. Secret ballots lose their names, and are put in an order that tells nothing.
 */
export function toTally(
  decision: Decision,
  ballots: readonly Ballot[],
  objections: readonly Objection[],
): TallyInput {
  const entries = ballots.map((ballot) =>
    decision.rule.secret ? toSecretEntry(decision, ballot) : toEntry(decision, ballot, objections),
  );
  const text = (entry: JsonObject): string => JSON.stringify(entry);
  return {
    method: decision.kind,
    ...(decision.kind === 'choice' && { options: decision.options }),
    rule: toRule(decision),
    ballots: decision.rule.secret
      ? entries.sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0))
      : entries,
  };
}

function toRule({ kind, rule }: Decision): JsonObject {
  return {
    ...(rule.quorum !== null && { quorum: rule.quorum }),
    ...(kind === 'agreement' && { threshold: thresholdText(rule.threshold) }),
    ...(kind === 'choice' && { max: rule.max }),
  };
}

/** As `tally` reads it: `majority` for more than half, `2/3` or `75%` for at least that. */
function thresholdText({ numerator, denominator, strict }: Threshold): string {
  if (strict && numerator * 2 === denominator) return 'majority';
  if (numerator === denominator) return '100%';
  return denominator === 100 ? `${numerator}%` : `${numerator}/${denominator}`;
}

/**
 * Without its name, its reason, and the version it was cast on, which is known by name: a ballot
 * left on an older text counts for nothing, so it says nothing. A block holds on any text, and
 * its reason is what the others need: it is told, without a name, as the form says.
 */
function toSecretEntry(decision: Decision, { vote, version }: Ballot): JsonObject {
  if (!vote) throw new Error('a ballot cannot be counted unread');
  const current = isCurrent({ version }, decision.text);
  if (vote.kind === 'choice') {
    return current ? { choices: vote.choices } : { choices: [], current: false };
  }
  if (vote.vote === 'block') return { vote: vote.vote, reason: vote.reason };
  return current ? { vote: vote.vote } : { vote: 'abstain', current: false };
}

function toEntry(decision: Decision, ballot: Ballot, objections: readonly Objection[]): JsonObject {
  const { vote } = ballot;
  if (!vote) throw new Error('a ballot cannot be counted unread');
  const entry: JsonObject = {
    voter: ballot.member,
    ...(vote.kind === 'choice' ? { choices: vote.choices } : { vote: vote.vote }),
    ...(vote.reason !== '' && { reason: vote.reason }),
    ...(!isCurrent(ballot, decision.text) && { current: false }),
  };
  if (vote.kind !== 'consent') return entry;
  const own = objections.findLast((objection) => objection.member === ballot.member);
  if (!own) return entry;
  const settled = own.state === 'standing' ? {} : { state: own.state };
  return { ...entry, vote: 'objection', reason: own.reason, ...settled };
}
