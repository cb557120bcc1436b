import { ok, type Result, refuse } from '../../kernel/result.js';
import { LIMITS, type Poll, type PollAnswer, type Presence } from '../types.js';
import { instantOf } from './times.js';

/** Dates by their places, from 1: these and no others, these as well, or these no more. */
export interface Picked {
  readonly how: 'only' | 'also' | 'not';
  readonly places: readonly number[];
}

/** How one date stands. */
export interface Slot {
  /** From 1. */
  readonly place: number;
  readonly start: Date;
  readonly yes: readonly PollAnswer[];
  readonly maybe: readonly PollAnswer[];
  readonly no: readonly PollAnswer[];
  /** As good as any: the fewest who cannot, then the most who can at once. */
  readonly best: boolean;
}

/** Each date with who can, in order of time. */
export function slotsOf(
  poll: Pick<Poll, 'slots' | 'zone'>,
  answers: readonly PollAnswer[],
): Slot[] {
  const counted = poll.slots.map((wall, index) => {
    const saying = (presence: Presence) =>
      answers.filter(({ presences }) => (presences[index] ?? 'no') === presence);
    return {
      ...{ place: index + 1, start: instantOf(wall, poll.zone) },
      ...{ yes: saying('yes'), maybe: saying('maybe'), no: saying('no') },
    };
  });
  const fewest = Math.min(...counted.map(({ no }) => no.length));
  const most = Math.max(
    ...counted.filter(({ no }) => no.length === fewest).map(({ yes }) => yes.length),
  );
  return counted.map((slot) => ({
    ...slot,
    best: answers.length > 0 && slot.no.length === fewest && slot.yes.length === most,
  }));
}

/** Dates to choose from: several, each once, in order. */
export function checkSlots(slots: readonly string[]): Result<readonly string[]> {
  const unique = [...new Set(slots)].sort();
  if (unique.length < 2) return refuse('slots-too-few', {}, 'slots');
  if (unique.length > LIMITS.slots) {
    return refuse('too-many', { max: LIMITS.slots, count: unique.length }, 'slots');
  }
  return ok(unique);
}

/**
 * One's whole answer after saying which dates suit: those stay as they were said before that were
 * not touched by it. Dates that suit neither at once nor if need be do not suit.
 */
export const presencesAfter = (
  poll: Pick<Poll, 'slots'>,
  before: readonly Presence[],
  { presence, how, places }: Picked & { readonly presence: 'yes' | 'maybe' },
): Presence[] =>
  poll.slots.map((_, index) => {
    const own = before[index] ?? 'no';
    const named = places.includes(index + 1);
    if (how !== 'not' && named) return presence;
    return own === presence && (how === 'only' || named) ? 'no' : own;
  });
