import type { MemberId } from '../../kernel/ids.js';

/** Who was asked to look at whose contribution. */
export interface Asked {
  readonly owner: MemberId;
  readonly asked: readonly MemberId[];
  /** Once, unless it is a count. */
  readonly times?: number;
}

/**
 * Who to ask to look at somebody's contribution: those who were asked least for this person, then
 * least of all, then who has been there longest. Never the person, nor who wrote it.
 */
export function nextValidators(parts: {
  /** In order of arrival. */
  readonly participants: readonly MemberId[];
  readonly not: readonly MemberId[];
  readonly owner: MemberId;
  readonly before: readonly Asked[];
  readonly needed: number;
}): MemberId[] {
  const { participants, not, owner, before, needed } = parts;
  const forOwner = tally(before.filter((one) => one.owner === owner));
  const inAll = tally(before);
  const times = (counts: ReadonlyMap<MemberId, number>, id: MemberId) => counts.get(id) ?? 0;
  return participants
    .filter((id) => id !== owner && !not.includes(id))
    .map((id, arrival) => ({ id, arrival }))
    .sort(
      (a, b) =>
        times(forOwner, a.id) - times(forOwner, b.id) ||
        times(inAll, a.id) - times(inAll, b.id) ||
        a.arrival - b.arrival,
    )
    .slice(0, needed)
    .map(({ id }) => id);
}

function tally(all: readonly Asked[]): ReadonlyMap<MemberId, number> {
  const counts = new Map<MemberId, number>();
  for (const { asked, times = 1 } of all) {
    for (const id of asked) counts.set(id, (counts.get(id) ?? 0) + times);
  }
  return counts;
}

/** Somebody found somebody else's contribution right. */
export interface Validated {
  readonly by: MemberId;
  readonly of: MemberId;
  /** Once, unless it is a count. */
  readonly times?: number;
}

/** Fewer would say nothing: they begin somewhere. */
const FEWEST_VALIDATIONS = 4;

/**
 * People who only validate each other: nobody of them validated, or was validated by, anybody
 * else. Pointed out, never punished; where everybody is in it, there is nobody else to ask.
 */
export function closedCircles(
  validated: readonly Validated[],
  participants: readonly MemberId[],
): { readonly members: readonly MemberId[]; readonly count: number }[] {
  const groups = new Map<MemberId, Set<MemberId>>();
  for (const { by, of } of validated) {
    const joined = new Set([by, of, ...(groups.get(by) ?? []), ...(groups.get(of) ?? [])]);
    for (const id of joined) groups.set(id, joined);
  }
  return [...new Set(groups.values())]
    .filter((group) => group.size * 2 <= participants.length)
    .map((group) => ({
      members: participants.filter((id) => group.has(id)),
      count: validated
        .filter(({ by }) => group.has(by))
        .reduce((sum, { times = 1 }) => sum + times, 0),
    }))
    .filter(({ members, count }) => members.length >= 2 && count >= FEWEST_VALIDATIONS);
}
