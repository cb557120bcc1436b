import { createCurating } from './service/curating.js';
import { createDigests } from './service/digests.js';
import { createFollowing } from './service/following.js';
import type { Parts } from './service/parts.js';
import { createReading } from './service/reading.js';
import { createSharing } from './service/sharing.js';
import { createThemes } from './service/themes.js';
import { createValuing } from './service/valuing.js';

export type { EditionNow } from './service/digests.js';
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
});

/** What people may ask of digests; making them is the clock's. */
function digestsOf(parts: Parts) {
  const { ring: _, ...asked } = createDigests(parts);
  return asked;
}
