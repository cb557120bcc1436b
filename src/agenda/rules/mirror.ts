import type { Mirrored, Occurrence } from '../types.js';

const DAY_MS = 86_400_000;
/** The next of each series is shown however far it is, the others when they are near. */
const NEAR_MS = 35 * DAY_MS;
const FAR_MS = 366 * DAY_MS;
const MOST_OF_ONE = 4;
/** A Discord server takes a hundred, its people's own among them. */
const MOST_SHOWN = 50;
/** What begins sooner would be in the past by the time the network hears of it. */
const SOONEST_MS = 60_000;

/** As far ahead as anything is shown. */
export const shownUntil = (now: Date): Date => new Date(now.getTime() + FAR_MS);

/** An occurrence, with the digest of what would be said of it. */
export interface Wanted {
  readonly occurrence: Occurrence;
  readonly said: string;
}

export type Step =
  | { readonly do: 'create'; readonly wanted: Wanted }
  | {
      readonly do: 'edit';
      readonly mirrored: Mirrored;
      readonly wanted: Wanted;
      readonly begun: 'no' | 'now' | 'already';
    }
  | { readonly do: 'cancelled' | 'over' | 'forget'; readonly mirrored: Mirrored };

const keyOf = ({ series, recurrence }: Pick<Occurrence, 'series' | 'recurrence'>): string =>
  `${series} ${recurrence}`;

/** What a network must be told, so that it shows what the agenda has: those that end first. */
export function stepsTo(
  all: readonly Wanted[],
  known: readonly Mirrored[],
  now: Date,
): readonly Step[] {
  const byKey = new Map(all.map((one) => [keyOf(one.occurrence), one]));
  const kept = new Set(known.map(keyOf));
  const changes = known.flatMap((one) => stepFor(one, byKey.get(keyOf(one)), now));
  const ends = changes.filter((step) => step.do !== 'edit');
  const left = MOST_SHOWN - (known.filter(({ ref }) => ref !== '').length - ends.length);
  const created = shown(all, now).filter(({ occurrence }) => !kept.has(keyOf(occurrence)));
  return [
    ...ends,
    ...changes.filter((step) => step.do === 'edit'),
    ...created.slice(0, Math.max(0, left)).map((wanted) => ({ do: 'create' as const, wanted })),
  ];
}

/** What is to be shown, the nearest first. */
function shown(all: readonly Wanted[], now: Date): Wanted[] {
  const soonest = new Date(now.getTime() + SOONEST_MS);
  const near = new Date(now.getTime() + NEAR_MS);
  const counts = new Map<string, number>();
  return all
    .filter(({ occurrence }) => !occurrence.cancelled && occurrence.start > soonest)
    .sort((a, b) => a.occurrence.start.getTime() - b.occurrence.start.getTime())
    .filter(({ occurrence: { series, start } }) => {
      const before = counts.get(series) ?? 0;
      counts.set(series, before + 1);
      return before === 0 || (before < MOST_OF_ONE && start <= near);
    });
}

function stepFor(mirrored: Mirrored, wanted: Wanted | undefined, now: Date): Step[] {
  const { startsAt, endsAt, ref, said } = mirrored;
  // Networks begin and end them by the hours they were told.
  const [begunThere, overThere] = [startsAt <= now, endsAt <= now];
  const occurrence = wanted && !wanted.occurrence.cancelled ? wanted.occurrence : null;
  const ahead = occurrence !== null && occurrence.start > now;
  if (overThere) return [{ do: 'forget', mirrored }];
  if (ref === '') return [];
  if (!wanted || occurrence === null || occurrence.end <= now || (begunThere && ahead)) {
    return [{ do: begunThere ? 'over' : 'cancelled', mirrored }];
  }
  if (said === wanted.said) return [];
  const begun = begunThere ? 'already' : ahead ? 'no' : 'now';
  return [{ do: 'edit', mirrored, wanted, begun }];
}
