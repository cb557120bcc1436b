import { type Voices, voiceOf, voicesOf } from '../../community/rules/voices.js';
import { listVoices } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MediationId } from '../../kernel/ids.js';
import type { Keys, OwnVault } from '../../kernel/keys.js';
import { padded } from '../../kernel/padded.js';
import { oneVoiceEach } from '../rules/guests.js';
import { findRequest, type Kept, listPages, listRequests, newSecretId } from '../store/requests.js';
import type { Page, Request, Terms } from '../types.js';

/** Room for any request, and for any message: their length must tell nothing. */
const REQUEST_BYTES = 49_152;
const PAGE_BYTES = 8192;

const requestPlace = (id: MediationId): string => `mediations.sealed:${id}`;
const pagePlace = (request: MediationId, page: string): string =>
  `mediation_pages.sealed:${request}:${page}`;

const DATES = new Set<string>([
  ...(['at', 'until', 'movedAt', 'eraseAt', 'followAt'] as const),
  ...(['meetAt', 'remindAt', 'start', 'takenAt'] as const),
]);
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
  const requester = voiceOf(voices, request.requester);
  // A request of before there were guests has none.
  const guests = (request.guests ?? []).map((one) => ({
    ...one,
    member: voiceOf(voices, one.member),
    prefers: one.prefers && voiceOf(voices, one.prefers),
  }));
  return {
    ...request,
    ...{ community, requester, guests: oneVoiceEach(guests, requester) },
    terms: request.terms ? { ...request.terms, ...inVoice(request.terms, voices) } : null,
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

const inVoice = ({ by, confirmed }: Terms, voices: Voices) => ({
  by: voiceOf(voices, by),
  confirmed: voicesOf(voices, confirmed),
});

function inVoices(page: Page, voices: Voices): Page {
  switch (page.type) {
    case 'reading':
      return { ...page, reader: voiceOf(voices, page.reader) };
    case 'shared':
      return {
        ...page,
        from: voiceOf(voices, page.from),
        to: voicesOf(voices, page.to),
      };
    case 'version':
      return { ...page, by: voiceOf(voices, page.by), to: voicesOf(voices, page.to) };
    case 'meeting':
      return { ...page, by: voiceOf(voices, page.by), mediator: voiceOf(voices, page.mediator) };
    case 'message':
      return {
        ...page,
        mediator: voiceOf(voices, page.mediator),
        ...(page.guest ? { guest: voiceOf(voices, page.guest) } : {}),
      };
  }
}

/** What was written of a request, in order, each with the id it is kept under. */
export async function openPages(
  tx: Tx,
  keys: Pick<Keys, 'find'>,
  { id, community }: Pick<Request, 'id' | 'community'>,
): Promise<(Page & { readonly page: string })[]> {
  const own = keys.find(id);
  if (!own) return [];
  const voices = await listVoices(tx, community);
  return (await listPages(tx, community, id)).map(({ id: page, sealed }) => ({
    ...inVoices(JSON.parse(own.unseal(sealed, pagePlace(id, page)), revive) as Page, voices),
    page,
  }));
}
