import { createCourse } from './service/course.js';
import type { Parts } from './service/parts.js';
import { createReading } from './service/reading.js';
import { createRemarks } from './service/remarks.js';
import { createVoting } from './service/voting.js';

export type DecisionService = ReturnType<typeof createDecisionService>;

/** Everything that can be done with decisions; each call is one transaction with its trace. */
export const createDecisionService = (parts: Parts) => ({
  ...createCourse(parts),
  ...createVoting(parts),
  ...createRemarks(parts),
  ...createReading(parts),
});
