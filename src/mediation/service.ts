import { createAgreeing } from './service/agreeing.js';
import { createAsking } from './service/asking.js';
import { createGuests } from './service/guests.js';
import { createMeeting } from './service/meeting.js';
import { createOutside, type Reached } from './service/outside.js';
import type { Parts } from './service/parts.js';
import { createPool } from './service/pool.js';
import { createReading } from './service/reading.js';
import { createSharing } from './service/sharing.js';
import { createTalking } from './service/talking.js';

export { PASSAGE_PATH } from './service/outside.js';

export type MediationService = ReturnType<typeof createMediationService>;

/**
 * Everything that can be done with requests for mediation. Nothing of one goes to the journal,
 * which is for everybody: what its people must know is whispered to each.
 */
export const createMediationService = (parts: Parts & Reached) => ({
  ...createAsking(parts),
  ...createTalking(parts),
  ...createGuests(parts),
  ...createSharing(parts),
  ...createAgreeing(parts),
  ...createMeeting(parts),
  ...createOutside(parts),
  ...createPool(parts),
  ...createReading(parts),
});
