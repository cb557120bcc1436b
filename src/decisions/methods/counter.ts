import type { Cast, Method, Option } from './method.js';
import type { Reader } from './reader.js';
import type { TallyResult } from './result.js';
import { weightReader } from './weights.js';

/** What every ballot may hold. The reason and the note are for people: they are not counted. */
const COMMON_KEYS = ['weight', 'voter', 'reason', 'current', 'note'];

/** The parts of a file once its outside has been checked. */
interface Parts {
  readonly rule: Reader;
  readonly ballots: readonly Reader[];
  /** By their key in NFC, in the order of the file. */
  readonly options: ReadonlyMap<string, Option>;
}

/** A method ready to read its data and count it, whatever its ballots and rule look like. */
export interface Counter {
  readonly aliases: readonly string[];
  readonly takesOptions: boolean;
  /** Notes every fault in the readers' list; the count must not be run when there is one. */
  read(parts: Parts): () => TallyResult;
}

export function counter<Vote, Rule>(method: Method<Vote, Rule>): Counter {
  const ballotKeys = [...method.ballotKeys, ...COMMON_KEYS];
  return {
    aliases: method.aliases,
    takesOptions: method.takesOptions,
    read({ rule: ruleReader, ballots, options }) {
      if (ruleReader.given) ruleReader.object(method.ruleKeys);
      const rule = method.readRule(ruleReader);
      const readCast = castReader();
      const votes: (Cast & Vote)[] = [];
      for (const ballot of ballots) {
        if (!ballot.object(ballotKeys)) continue;
        const cast = readCast(ballot);
        votes.push({ ...method.readVote(ballot, { rule, options }), ...cast });
      }
      return () => method.count({ rule, ballots: votes, options: [...options.values()] });
    },
  };
}

/** Reads what every ballot has, and notices the same person voting twice. */
export function castReader(): (ballot: Reader) => Cast {
  const readWeight = weightReader();
  const voters = new Map<string, string>();
  return (ballot) => {
    const voter = ballot.at('voter');
    if (voter.given) noteVoter(voter, voters);
    ballot.at('reason').text();
    return { weight: readWeight(ballot.at('weight')), current: ballot.at('current').flag(true) };
  };
}

function noteVoter(at: Reader, voters: Map<string, string>): void {
  const { value } = at;
  const readable = typeof value === 'string' || Number.isSafeInteger(value);
  const voter = readable ? String(value).normalize('NFC') : '';
  const first = voters.get(voter);
  if (voter.trim() === '') at.fault('bad-voter');
  else if (first === undefined) voters.set(voter, at.place);
  else at.fault('voter-again', { first });
}
