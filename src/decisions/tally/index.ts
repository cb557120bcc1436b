/**
 * ECC's counting rules as a library, `import { tally } from 'ecc/tally'`: what goes in is the same
 * as in a tally file, what comes out is data, and the words for it in French and English.
 */
export type { Fault } from '../methods/reader.js';
export type { Counts, Outcome, Step, StepParam, Tally, TallyResult } from '../methods/result.js';
export { faultLine, outcomeWord, resultLine, sentence } from './print.js';
export { type Checked, LIMITS, tally, tallyJson } from './tally.js';
