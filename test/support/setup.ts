import fc from 'fast-check';

// The check that stands before a merge asks everybody the same questions; elsewhere each run asks
// new ones (`FC_SEED` asks those of a run that failed again).
const seed = process.env.FC_SEED ?? (process.env.CI === 'true' ? '20261122' : undefined);
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
