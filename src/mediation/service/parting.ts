import type { MemberId } from '../../kernel/ids.js';
import { isPending } from '../rules/meeting.js';
import { agreedOf } from '../rules/participants.js';
import { deletePages } from '../store/requests.js';
import type { Request } from '../types.js';
import { openPages } from './keeping.js';
import { addStep, meetingIn } from './meeting.js';
import type { Held, Parts } from './parts.js';

/** What guests and the mediator alone wrote to each other goes with those who go. */
export async function deleteLines(
  { keys }: Pick<Parts, 'keys'>,
  { tx, request }: Pick<Held, 'tx' | 'request'>,
  guests: readonly MemberId[],
): Promise<void> {
  if (guests.length === 0) return;
  const pages = await openPages(tx, keys, request);
  const lines = pages.filter(
    (one) => one.type === 'message' && one.guest !== undefined && guests.includes(one.guest),
  );
  const ids = lines.map(({ page }) => page);
  if (ids.length > 0) await deletePages(tx, request.community, ids);
}

/**
 * A common room is for those who said yes to it together: once somebody joins them or leaves, it
 * is over, and another can be offered to all.
 */
export async function endRoomOfOthers(
  parts: Pick<Parts, 'keys'>,
  held: Held,
  next: Request,
): Promise<void> {
  const before = agreedOf(held.request);
  const now = new Set(agreedOf(next));
  const same = before.length === now.size && before.every((one) => now.has(one));
  if (same || held.request.state !== 'met') return;
  const { room } = await meetingIn(held.tx, parts.keys, held.request);
  if (!isPending(room)) return;
  await addStep(parts, held, next.requester, { type: 'over' });
  await held.endRooms(next.id, 'closed');
}
