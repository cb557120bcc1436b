import { byTheme } from './by-theme.js';

/** A resource that may go in a digest. */
export interface Candidate {
  readonly id: string;
  /** `null`: in no theme. */
  readonly theme: string | null;
  /** When it arrived, or when who put it off wants to see it again. */
  readonly at: Date;
  /** Members, each once. */
  readonly sharedBy: readonly string[];
  /** Whoever brought it otherwise; `null` when no feed did. */
  readonly feed: string | null;
  readonly votes: number;
  readonly comments: number;
  readonly reads: number;
  /** By a curator. */
  readonly promoted: boolean;
  /** Put off by who reads: they asked to see it now. */
  readonly again: boolean;
}

export interface Edition {
  /** When the last digest was made: what arrived before is not new. */
  readonly after: Date;
  readonly until: Date;
  /** What this reader’s digests already held. */
  readonly shown: ReadonlySet<string>;
  /** How many resources in all, and for one theme. */
  readonly most: number;
  readonly mostEach: number;
}

export interface Digest {
  /** Best first; none is empty. */
  readonly sections: readonly Section[];
  /** New as well, but there was no place. */
  readonly leftOut: number;
}

export interface Section {
  readonly theme: string | null;
  readonly resources: readonly string[];
}

/**
 * What a resource is worth, in points: that a curator put it forward counts most; then that
 * members found it, each of them; then that members voted for it; that they talk about it, and
 * read it, a little and not without end. A feed gives nothing by itself.
 */
const POINTS = { promoted: 10, sharer: 4, vote: 3, comment: 2, read: 1 };
const MOST_COMMENTS = 5;
const MOST_READS = 5;

/** Of one feed, as long as no member has said anything of it: a talkative feed is not a digest. */
const MOST_UNVALUED_OF_FEED = 2;

function pointsOf(one: Candidate): number {
  return (
    (one.promoted ? POINTS.promoted : 0) +
    POINTS.sharer * one.sharedBy.length +
    POINTS.vote * one.votes +
    POINTS.comment * Math.min(one.comments, MOST_COMMENTS) +
    POINTS.read * Math.min(one.reads, MOST_READS)
  );
}

/**
 * The digest of what is new: themes take turns to place their best, so that none crowds out
 * another. The same for the same candidates in any order; without sections when nothing is new.
 */
export function makeDigest(candidates: readonly Candidate[], edition: Edition): Digest {
  const fresh = eligible(candidates, edition);
  const queues = [...byTheme(calmed(fresh)).values()].map((all) => all.slice(0, edition.mostEach));
  const taken = places(queues, edition.most);
  const sections = queues
    .map((queue, index) => queue.slice(0, taken[index]))
    .filter(({ length }) => length > 0)
    .map((queue) => ({ theme: queue[0]?.theme ?? null, resources: queue.map(({ id }) => id) }));
  const placed = taken.reduce((sum, count) => sum + count, 0);
  const named = ({ theme }: Section): boolean => theme !== null;
  return {
    // What is in no theme comes last, whatever it is worth.
    sections: [...sections.filter(named), ...sections.filter((one) => !named(one))],
    leftOut: fresh.length - placed,
  };
}

/** How many each queue places when they take turns. */
function places(queues: readonly (readonly unknown[])[], most: number): number[] {
  const taken = queues.map(() => 0);
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  let left = most;
  for (let turn = 0; turn < longest; turn++) {
    for (const [index, { length }] of queues.entries()) {
      if (left <= 0 || length <= turn) continue;
      taken[index] = turn + 1;
      left--;
    }
  }
  return taken;
}

/** New, not shown yet, not pushed away by members; each once, best first. */
function eligible(candidates: readonly Candidate[], { after, until, shown }: Edition): Candidate[] {
  const fresh = candidates.filter(
    ({ id, at, votes, promoted, again }) =>
      (again || at > after) && at <= until && !shown.has(id) && (votes >= 0 || promoted),
  );
  const seen = new Set<string>();
  return fresh.toSorted(byWorth).filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** What was asked for again; then the best; then the newest; then by name, so that the order never depends on the database. */
function byWorth(one: Candidate, other: Candidate): number {
  const order =
    Number(other.again) - Number(one.again) ||
    pointsOf(other) - pointsOf(one) ||
    other.at.getTime() - one.at.getTime();
  return order || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** Without what a feed has too much of. */
function calmed(ranked: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>();
  return ranked.filter((one) => {
    if (one.feed === null || pointsOf(one) > 0) return true;
    const count = (counts.get(one.feed) ?? 0) + 1;
    counts.set(one.feed, count);
    return count <= MOST_UNVALUED_OF_FEED;
  });
}
