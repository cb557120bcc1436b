import { type Voices, voiceOf } from '../../community/rules/voices.js';
import { listVoices } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MediationId } from '../../kernel/ids.js';
import type { Keys, OwnVault } from '../../kernel/keys.js';
import { padded } from '../../kernel/padded.js';
import { findRequest, type Kept, listPages, listRequests, newSecretId } from '../store/requests.js';
import type { Page, Request } from '../types.js';

/** Room for any request, and for any message: their length must tell nothing. */
const REQUEST_BYTES = 16_384;
const PAGE_BYTES = 8192;

const requestPlace = (id: MediationId): string => `mediations.sealed:${id}`;
const pagePlace = (request: MediationId, page: string): string =>
  `mediation_pages.sealed:${request}:${page}`;

const DATES = new Set(['at', 'until', 'movedAt', 'eraseAt', 'meetAt', 'remindAt', 'start']);
const revive = (key: string, value: unknown): unknown =>
  DATES.has(key) && typeof value === 'string' ? new Date(value) : value;

export const sealRequest = (own: OwnVault, request: Request): Omit<Kept, 'createdOn'> => ({
  id: request.id,
  sealed: own.seal(padded(JSON.stringify(request), REQUEST_BYTES), requestPlace(request.id)),
});

export function sealPage(own: OwnVault, request: MediationId, page: Page, now: Date) {
  const id = newSecretId(now);
  return { id, sealed: own.seal(padded(JSON.stringify(page), PAGE_BYTES), pagePlace(request, id)) };
}

/** As it is now: in the community it is in, its people each in their one voice. */
function openKept(
  keys: Pick<Keys, 'find'>,
  community: CommunityId,
  { id, sealed }: Kept,
  voices: Voices,
): Request | null {
  const own = keys.find(id);
  if (!own) return null;
  const request = JSON.parse(own.unseal(sealed, requestPlace(id)), revive) as Request;
  return {
    ...request,
    community,
    requester: voiceOf(voices, request.requester),
    asked: request.asked.map((one) => ({ ...one, mediator: voiceOf(voices, one.mediator) })),
  };
}

/** `null` when it is not there, or its key is not. */
export async function openRequest(
  tx: Tx,
  keys: Pick<Keys, 'find'>,
  community: CommunityId,
  id: MediationId,
): Promise<Request | null> {
  const kept = await findRequest(tx, community, id);
  return kept && openKept(keys, community, kept, await listVoices(tx, community));
}

/**
 * Every request of a community that opens. Whose each is cannot be asked of the database, so all
 * are opened: there are few at a time. `lost` counts those whose key is not here.
 */
export async function openAll(
  tx: Tx,
  keys: Pick<Keys, 'find'>,
  community: CommunityId,
): Promise<{ readonly requests: readonly Request[]; readonly lost: number }> {
  const kept = await listRequests(tx, community);
  const voices = kept.length > 0 ? await listVoices(tx, community) : new Map();
  const requests = kept.flatMap((one) => openKept(keys, community, one, voices) ?? []);
  return { requests, lost: kept.length - requests.length };
}

/** What was written of a request, in order. */
export async function openPages(
  tx: Tx,
  keys: Pick<Keys, 'find'>,
  { id, community }: Pick<Request, 'id' | 'community'>,
): Promise<Page[]> {
  const own = keys.find(id);
  if (!own) return [];
  const voices = await listVoices(tx, community);
  const pages = (await listPages(tx, community, id)).map(
    (page) => JSON.parse(own.unseal(page.sealed, pagePlace(id, page.id)), revive) as Page,
  );
  return pages.map((page) =>
    page.type === 'reading'
      ? { ...page, reader: voiceOf(voices, page.reader) }
      : { ...page, mediator: voiceOf(voices, page.mediator) },
  );
}
