import { median } from '../../scripts/checks/tidiness.js';

/** How long a piece of work lasts, in milliseconds. */
export async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Several measures of one thing, in a line: the middle one, and how far they go. */
export const figures = (values: readonly number[], unit: string): string =>
  `${spread(values, Math.max(...values) < 10 ? 2 : 0, ` ${unit}`)}`;

/** Measures taken in pairs, one beside the other: what the machine does meanwhile weighs on both. */
export const ratio = (values: readonly number[], beside: readonly number[]): string =>
  spread(
    values.map((value, index) => value / (beside[index] ?? Number.NaN)),
    3,
    '',
  );

/** Many measures of one thing: the middle one and the 99th of a hundred, and how many bare ones each is. */
export function tail(valuesMs: readonly number[], bareMs: number): string {
  if (valuesMs.length === 0) return 'never';
  const [mid, late] = [median(valuesMs), quantile(valuesMs, 0.99)];
  const said = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
  const one = (ms: number): string => `${said(ms)} ms (${said(ms / bareMs)} ×)`;
  return `${one(mid)}, p99 ${one(late)}`;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.ceil(sorted.length * share), sorted.length) - 1] ?? Number.NaN;
}

function spread(values: readonly number[], digits: number, unit: string): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const said = (value: number): string => value.toFixed(digits);
  return `${said(median(values))}${unit} (${said(low)} to ${said(high)}, ${values.length} times)`;
}
