/** Fewer than so many, and a number could be a person. */
const FEWEST = 5;

/** What is counted: requests sent, and those that a mediator accepted. */
export const COUNTED = ['asked', 'met'] as const;
export type Counted = (typeof COUNTED)[number];

/** The quarter of a moment, by the calendar of UTC: `2026-4`. */
export const quarterOf = (at: Date): string =>
  `${at.getUTCFullYear()}-${Math.floor(at.getUTCMonth() / 3) + 1}`;

export interface Figures {
  readonly quarter: string;
  /** `null`: fewer than {@link FEWEST}, none included. */
  readonly asked: number | null;
  readonly met: number | null;
}

/**
 * What may be shown of quarters that are over: during one, a number that moves tells when. Of two
 * numbers, the second is left out when their difference would be a few people.
 */
export function figuresOf(
  counts: readonly { readonly quarter: string; readonly kind: string; readonly value: number }[],
  now: Date,
): Figures[] {
  const quarters = [...new Set(counts.map(({ quarter }) => quarter))]
    .filter((quarter) => quarter !== quarterOf(now))
    .sort()
    .reverse();
  return quarters.map((quarter) => {
    const value = (kind: Counted): number =>
      counts.find((one) => one.quarter === quarter && one.kind === kind)?.value ?? 0;
    const [asked, met] = [value('asked'), value('met')];
    const apart = asked - met;
    const shown = asked >= FEWEST;
    const both = shown && met >= FEWEST && (apart === 0 || apart >= FEWEST);
    return { quarter, asked: shown ? asked : null, met: both ? met : null };
  });
}
