import { listMembers } from '../../community/store.js';
import type { CommunityId, MediationId, MemberId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { askedNow, close, dueNow, mediatorOf } from '../rules/course.js';
import { guestsNow, mediatorLost } from '../rules/leaving.js';
import { isOutside } from '../rules/places.js';
import { deleteRequest, findRequest, lockRequest } from '../store/requests.js';
import type { Request } from '../types.js';
import { remind, welcome } from './arriving.js';
import { goOn } from './asking.js';
import { createFinish, type Finishing } from './finishing.js';
import { openRequest } from './keeping.js';
import { deleteLines, endRoomOfOthers } from './parting.js';
import { erase, type Held, keep, type Parts, TICK, tell, tellGuests } from './parts.js';
import { poolNow } from './voices.js';

const DAY_MS = 86_400_000;
const TRY_AGAIN_MS = 5 * 60_000;
/** A request that has not opened for so long will not any more. */
const LOST_AFTER_MS = 400 * DAY_MS;

export function createClockwork(parts: Parts & Finishing) {
  const { journal, keys, clock } = parts;
  const finish = createFinish(parts);

  /** What the time brings a request, once, whatever the process lived through. */
  async function look(held: Held): Promise<void> {
    const { tx, request, now } = held;
    const { community } = request;
    const people = await listMembers(tx, community);
    const here = (id: string | null): boolean => people.some((one) => one.id === id);
    const due = dueNow(request, now);
    if (due === 'erase') return erase(held);
    const gone = request.guests.filter(({ member }) => !here(member));
    await deleteLines(
      parts,
      held,
      gone.map(({ member }) => member),
    );
    const present = { ...held, request: guestsNow(request, now, here) };
    const over = request.state === 'closed' || request.state === 'draft';
    if (due === 'close' || (!over && !here(request.requester))) {
      const closed = close(request, now);
      await keep(parts, held, closed);
      await held.endRooms(request.id, 'closed');
      for (const { mediator, outcome } of request.asked.slice(-1)) {
        if (outcome === 'accepted' || outcome === 'waiting') await tell(held, closed, mediator);
      }
      await tell(held, closed, request.requester);
      await tellGuests(held);
      return;
    }
    // Somebody from outside is no member, and does not leave.
    const still = (id: MemberId): boolean => here(id) || isOutside(request, id);
    if (mediatorLost(request, still)) {
      // As if they had stepped back.
      await goOn(parts, present, 'recused');
      await held.endRooms(request.id, 'erased');
      return tellGuests(present);
    }
    const asked = isOutside(request, askedNow(request)) ? null : askedNow(request);
    const pool = asked ? await poolNow(tx, community) : [];
    const away = asked && !(here(asked) && pool.some(({ member }) => member === asked));
    if (due === 'lapse' || away) await goOn(parts, present, 'silent');
    else await stay(held, present.request, due === 'remind');
  }

  /** It stays in the same hands: who is gone from it is, and who comes or meets is told. */
  async function stay(held: Held, next: Request, reminded: boolean): Promise<void> {
    await endRoomOfOthers(parts, held, next);
    const welcomed = { ...held, request: await welcome(parts, { ...held, request: next }) };
    if (reminded) await remind(parts, welcomed);
    else await keep(parts, welcomed, welcomed.request);
    await tellOfGuests(held, next);
  }

  /** Whose time to answer is past, and who is gone: the two who invited them are told. */
  async function tellOfGuests(held: Held, next: Request): Promise<void> {
    const states = ({ guests }: Request): string =>
      JSON.stringify(guests.map(({ member, state }) => [member, state]));
    if (states(next) === states(held.request)) return;
    await tell(held, next, next.requester);
    const mediator = mediatorOf(next);
    if (mediator) await tell(held, next, mediator);
  }

  return {
    async tick(subject: string, community: CommunityId): Promise<void> {
      const id = subject as MediationId;
      const now = clock.now();
      const cause = { community, member: null, event: null, now };
      let erased = false;
      let left = 0;
      await journal.write(cause, async (work) => {
        const { tx, alarm, hush, endRooms } = work;
        await lockRequest(tx, community, id);
        const request = await openRequest(tx, keys, community, id);
        if (request) await look({ ...work, request, part: 'stranger', now });
        else {
          const kept = await findRequest(tx, community, id);
          erased = kept === null || now.getTime() - kept.createdOn.getTime() > LOST_AFTER_MS;
          // Its key may be in a folder that is away today.
          if (!erased) await alarm(TICK, id, new Date(now.getTime() + DAY_MS));
          else {
            await deleteRequest(tx, community, id);
            left = (await hush(id)) + (await endRooms(id, 'erased'));
          }
        }
        return ok(undefined);
      });
      if (!erased) return;
      const done = left === 0 && (await finish(id));
      await journal.write(cause, async ({ alarm }) => {
        await alarm(TICK, id, done ? null : new Date(now.getTime() + TRY_AGAIN_MS));
        return ok(undefined);
      });
    },
  };
}
