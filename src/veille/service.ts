import { createAttaching } from './service/attaching.js';
import { createCurating } from './service/curating.js';
import { createDigests } from './service/digests.js';
import { createEditionReading } from './service/edition-reading.js';
import { createEditions } from './service/editions.js';
import { createFollowing } from './service/following.js';
import { createGiving } from './service/giving.js';
import type { Parts } from './service/parts.js';
import { createPublishing } from './service/publishing.js';
import { createReading } from './service/reading.js';
import { createSearching } from './service/searching.js';
import { createSharing } from './service/sharing.js';
import { createThemes } from './service/themes.js';
import { createValuing } from './service/valuing.js';

export type { DigestNow } from './service/digests.js';
export { OUTLETS_PATH } from './service/giving.js';
export { type Given, PIECES_AT_A_TIME } from './service/publishing.js';
export type { Found } from './service/searching.js';
export type { Shared } from './service/sharing.js';
export type VeilleService = ReturnType<typeof createVeilleService>;

/** Everything that can be done with what a community looks at together. */
export const createVeilleService = (parts: Parts) => ({
  ...createSharing(parts),
  ...createValuing(parts),
  ...createCurating(parts),
  ...createThemes(parts),
  ...createFollowing(parts),
  ...digestsOf(parts),
  ...createReading(parts),
  ...createGiving(parts),
  ...createPublishing(parts),
  ...createAttaching(parts),
  ...createSearching(parts),
  ...createEditions(parts),
  ...createEditionReading(parts),
});

/** What people may ask of digests; making them is the clock's. */
function digestsOf(parts: Parts) {
  const { ring: _, ...asked } = createDigests(parts);
  return asked;
}
