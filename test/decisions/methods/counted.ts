import { type TallyResult, tally } from '../../../src/decisions/tally/index.js';

/** The result of a file that must be readable; its faults, in the failure, when it is not. */
export function counted(file: object): TallyResult {
  const result = tally(file);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals, null, 1));
  return result.value;
}

/** `repeat(3, ballot)` is three of the same ballot. */
export const repeat = <T>(times: number, ballot: T): T[] =>
  Array.from({ length: times }, () => ballot);

export const codes = (result: TallyResult): string[] => result.steps.map((step) => step.code);
