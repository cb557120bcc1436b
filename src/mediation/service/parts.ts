import { randomBytes } from 'node:crypto';
import { listMembers } from '../../community/store.js';
import type { PrismaClient } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import type { Journal, Work } from '../../journal/service.js';
import type { Cause } from '../../journal/types.js';
import type { Clock } from '../../kernel/clock.js';
import type { MediationId, MemberId } from '../../kernel/ids.js';
import type { Keys } from '../../kernel/keys.js';
import { type Result, refuse } from '../../kernel/result.js';
import { type Gesture, may, mayWithPlace } from '../policy.js';
import { candidates, loadsOf } from '../rules/choosing.js';
import { dueOf, partOf } from '../rules/course.js';
import { partOfGuest } from '../rules/guests.js';
import { placeOf } from '../rules/outside.js';
import { isOutside } from '../rules/places.js';
import { addPage, deleteRequest, lockRequest, saveRequest } from '../store/requests.js';
import type { Mediator, Page, Part, Request, Seen } from '../types.js';
import { openAll, openRequest, sealPage, sealRequest } from './keeping.js';
import { poolNow } from './voices.js';

export interface Parts {
  readonly prisma: PrismaClient;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly keys: Keys;
}

/** A change asked for by a member. */
export type ByMember = Cause & { readonly member: MemberId };

/** A request held for a change, and what its author is to it. */
export interface Held extends Work {
  readonly request: Request;
  readonly part: Part;
  readonly now: Date;
}

/** Its clock: whatever the time brings it. */
export const TICK = 'mediation.tick';
/** Looked at every day all the same: people leave, keys are lost. */
const LOOKED_AT_MS = 86_400_000;
const SOON_MS = 1_000;

/** Loads and holds a request, then lets `change` decide and save: one transaction. */
export function changing<T>(
  { journal, keys }: Parts,
  cause: ByMember,
  id: MediationId,
  gesture: Gesture,
  change: (held: Held) => Promise<Result<T>>,
): Promise<Result<T>> {
  return journal.write(cause, async (work) => {
    await lockRequest(work.tx, cause.community, id);
    const request = await openRequest(work.tx, keys, cause.community, id);
    const part = request ? partOf(request, cause.member) : 'stranger';
    if (!request || !may(gesture, part, request.state)) return refusal(part);
    if (!mayWithPlace(gesture, placeOf(request))) return refusal(part);
    return change({ ...work, request, part, now: cause.now });
  });
}

/** To a stranger, a request that is not theirs is as one that is not. */
export const refusal = (part: Part): Result<never> => {
  if (part === 'stranger') return refuse('mediation-unknown');
  return part === 'former' ? refuse('mediation-passed') : refuse('mediation-not-now');
};

/** Saves a request as it is now, and winds its clock. */
export async function keep(
  { keys }: Pick<Parts, 'keys'>,
  { tx, alarm, now }: Pick<Held, 'tx' | 'alarm' | 'now'>,
  request: Request,
): Promise<void> {
  const own = keys.find(request.id);
  if (!own) throw new Error('the key of a request is gone');
  await saveRequest(tx, request.community, sealRequest(own, request));
  const look = new Date(now.getTime() + LOOKED_AT_MS);
  const due = dueOf(request)?.at ?? look;
  await alarm(TICK, request.id, due < look ? due : look);
}

/**
 * Tells somebody that something waits for them. Nothing says what: not even that it is about a
 * mediation, until they open it.
 */
export async function tell(
  { whisper }: Pick<Work, 'whisper'>,
  request: Pick<Request, 'id' | 'places'>,
  member: MemberId,
): Promise<void> {
  // Whoever comes by a link is on no network: they look at their page.
  if (isOutside(request, member)) return;
  await whisper({
    ...{ subject: request.id, member, card: 'mediation.word', params: {} },
    key: randomBytes(9).toString('base64url'),
  });
}

/** Whoever was part of it as a guest is told that something changed for them. */
export async function tellGuests(held: Held): Promise<void> {
  for (const guest of held.request.guests) {
    const part = partOfGuest(guest);
    if (part === 'invited' || part === 'joined') await tell(held, held.request, guest.member);
  }
}

export async function addPageTo(
  { keys }: Pick<Parts, 'keys'>,
  { tx, request, now }: Pick<Held, 'tx' | 'request' | 'now'>,
  page: Page,
): Promise<void> {
  const own = keys.find(request.id);
  if (!own) throw new Error('the key of a request is gone');
  await addPage(tx, request.community, request.id, sealPage(own, request.id, page, now));
}

/** Whoever reads somebody else's request leaves a trace of it, which that person can see. */
export async function trace(
  parts: Pick<Parts, 'keys'>,
  held: Held,
  { member, now }: ByMember,
  what: Seen,
): Promise<void> {
  if (held.part === 'requester') return;
  await addPageTo(parts, held, { type: 'reading', reader: member, what, at: now });
}

/** Erases what is here at once; its key follows when what was shown elsewhere is taken away. */
export async function erase({ tx, alarm, hush, endRooms, request, now }: Held): Promise<void> {
  await deleteRequest(tx, request.community, request.id);
  await hush(request.id);
  await endRooms(request.id, 'erased');
  // Later than the alarm that may be ringing: it must ring again.
  await alarm(TICK, request.id, new Date(now.getTime() + SOON_MS));
}

/** Who may be asked next, the first to propose first. */
export async function candidatesNow(
  { keys }: Pick<Parts, 'keys'>,
  tx: Tx,
  request: Request,
): Promise<Mediator[]> {
  const { community } = request;
  const { requests } = await openAll(tx, keys, community);
  return candidates(request, {
    pool: await poolNow(tx, community),
    people: await listMembers(tx, community),
    loads: loadsOf(requests.filter(({ id }) => id !== request.id)),
  });
}
