import type { MemberId } from '../../kernel/ids.js';

/**
 * Numbers drawn are below this, a multiple of every count up to 16: among so many people all
 * chances are equal, and among more they differ by less than one in forty thousand.
 */
export const DRAWN_BELOW = 720_720;

export interface Draw {
  /** Those who had it least recently, in a fixed order: what chance chooses from. */
  readonly among: readonly MemberId[];
  readonly drawn: MemberId;
}

/**
 * Who gets a role: those who never had it, else those who had it least recently; among them,
 * chance: the remainder of `seed` divided by how many they are is the place of who is drawn, from
 * 0. `null` when nobody is there.
 */
export function draw(
  candidates: readonly MemberId[],
  lastHeld: ReadonlyMap<MemberId, Date>,
  seed: number,
): Draw | null {
  const when = (member: MemberId): number =>
    lastHeld.get(member)?.getTime() ?? Number.NEGATIVE_INFINITY;
  const least = Math.min(...candidates.map(when));
  const among = [...new Set(candidates)].filter((member) => when(member) === least).sort();
  const drawn = among[seed % among.length];
  return drawn === undefined ? null : { among, drawn };
}
