import type { Tx } from '../../../database/transaction.js';
import type { AccountId, CommunityId, RoomId } from '../../../kernel/ids.js';
import { FAREWELL, type Message } from '../types.js';
import { accountsOf } from './accounts.js';

/** One place where a message is heard. */
interface Spot {
  readonly platform: string;
  readonly room: RoomId;
  readonly account: AccountId | null;
  /** Only what was said there already is brought up to date, for when it is back. */
  readonly gone: boolean;
}

const listening = (to: string) => [{ listens: { isEmpty: true } }, { listens: { has: to } }];

/** A room that listens no more is told nothing new; what it was shown stays true there. */
async function roomsShown(tx: Tx, community: CommunityId, key: string): Promise<string[]> {
  const rows = await tx.delivery.findMany({
    where: { communityId: community, key, accountId: null, ref: { not: null } },
    select: { roomId: true },
  });
  return rows.map(({ roomId }) => roomId);
}

/** Where an utterance is heard: nowhere, when its member cannot be reached. */
export async function spotsFor(
  tx: Tx,
  community: CommunityId,
  { to, key }: Pick<Message, 'to' | 'key'>,
): Promise<Spot[]> {
  if (!('member' in to)) {
    const where =
      'room' in to
        ? { id: to.room }
        : { OR: [...listening(to.rooms), { id: { in: await roomsShown(tx, community, key) } }] };
    const rooms = await tx.room.findMany({ where: { communityId: community, ...where } });
    return rooms.map(({ id, platform, goneAt }) => ({
      ...{ platform, room: id as RoomId, account: null, gone: goneAt !== null },
    }));
  }
  const [reached] = await accountsOf(tx, community, to.member, key.startsWith(FAREWELL));
  if (!reached) return [];
  const account = await tx.account.findFirst({ where: { id: reached, communityId: community } });
  if (!account?.lastRoomId) return [];
  const { platform, lastRoomId, id } = account;
  return [{ platform, room: lastRoomId as RoomId, account: id as AccountId, gone: false }];
}
