import { createHash } from 'node:crypto';
import {
  type APIChannel,
  type APIThreadChannel,
  ChannelType,
  type REST,
  type RESTGetAPIGuildThreadsResult,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { RoomImpossible } from '../../src/journal/outbox/types.js';
import type { PrivateRoom, PrivateRooms, WantedRoom } from '../contract.js';
import { fitted, LIMITS } from './limits.js';
import { CODES, hasCode, quiet } from './quiet.js';

/** Enough that no two rooms of a channel are called the same: 40 bits. */
const MARK_LENGTH = 8;

/** What Discord answers where a channel takes no private thread of ours: the next may. */
const NOT_HERE = [
  CODES.unknownChannel,
  CODES.missingAccess,
  CODES.missingPermissions,
  CODES.wrongChannelType,
];
/** Of somebody who is not in that server, or does not see that channel. */
const NOT_THEM = [CODES.unknownMember, CODES.unknownUser, CODES.missingAccess];

/**
 * Its name is how a thread is known again after a crash: Discord has no nonce for one. The mark
 * is a digest of the key, which is itself a keyed digest: it tells nothing.
 */
function nameOf({ title, key }: WantedRoom): string {
  const mark = createHash('sha256').update(key).digest('hex').slice(0, MARK_LENGTH);
  const room = LIMITS.channelName - MARK_LENGTH - 3;
  return `${fitted(title, room)} · ${mark}`;
}

/** Private threads of a channel of the community, that nobody else can be added to by its people. */
export function createPrivateRooms(rest: REST): PrivateRooms {
  const bringIn = (thread: string, user: string): Promise<unknown> =>
    rest.put(Routes.threadMembers(thread, user));

  async function threadIn(near: string, wanted: WantedRoom): Promise<APIThreadChannel | null> {
    const channel = (await rest.get(Routes.channel(near))) as APIChannel;
    if (!('guild_id' in channel) || channel.guild_id === undefined) return null;
    const active = (await rest.get(
      Routes.guildActiveThreads(channel.guild_id),
    )) as RESTGetAPIGuildThreadsResult;
    const threads = active.threads as readonly APIThreadChannel[];
    return (
      threads.find(
        (one) =>
          one.type === ChannelType.PrivateThread &&
          one.parent_id === near &&
          one.name === nameOf(wanted),
      ) ?? null
    );
  }

  const create = (near: string, wanted: WantedRoom): Promise<unknown> =>
    rest.post(Routes.threads(near), {
      body: {
        name: nameOf(wanted),
        type: ChannelType.PrivateThread,
        invitable: false,
        auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
      },
    });

  async function openIn(near: string, wanted: WantedRoom & { readonly again: boolean }) {
    const before = wanted.again ? await threadIn(near, wanted) : null;
    const thread = before ?? ((await create(near, wanted)) as APIThreadChannel);
    try {
      for (const user of wanted.people) await bringIn(thread.id, user);
    } catch (error) {
      if (!hasCode(error, ...NOT_THEM)) throw error;
      // Who was brought in already must not wait in a room that will not be.
      await end(roomOf(thread), 'erased');
      throw new RoomImpossible('discord', 'apart', quiet(error));
    }
    return roomOf(thread);
  }

  async function open(wanted: WantedRoom & { readonly again: boolean }): Promise<PrivateRoom> {
    let refused = new RoomImpossible('discord', 'nowhere', null);
    for (const near of wanted.near) {
      try {
        return await openIn(near, wanted);
      } catch (error) {
        refused = refusalOf(error);
      }
    }
    throw refused;
  }

  /**
   * Closed: archived, which who made it may. Erased: taken away with all that was said there, if
   * the server lets ECC manage threads; else its people are taken out of it, and it is archived.
   */
  async function end({ roomId }: PrivateRoom, how: 'closed' | 'erased'): Promise<void> {
    try {
      if (how === 'erased' && (await removed(roomId))) return;
      if (how === 'erased') await emptied(roomId);
      await rest.patch(Routes.channel(roomId), { body: { archived: true } });
    } catch (error) {
      if (!hasCode(error, CODES.unknownChannel)) throw error;
    }
  }

  async function removed(thread: string): Promise<boolean> {
    try {
      await rest.delete(Routes.channel(thread));
      return true;
    } catch (error) {
      if (hasCode(error, CODES.missingPermissions, CODES.missingAccess)) return false;
      throw error;
    }
  }

  async function emptied(thread: string): Promise<void> {
    // An archived thread takes no change of its people.
    await rest.patch(Routes.channel(thread), { body: { archived: false } });
    const me = (await rest.get(Routes.user())) as { id: string };
    const members = (await rest.get(Routes.threadMembers(thread))) as { user_id: string }[];
    for (const { user_id: user } of members) {
      if (user !== me.id) await rest.delete(Routes.threadMembers(thread, user));
    }
  }

  async function find(wanted: WantedRoom): Promise<PrivateRoom | null> {
    for (const near of wanted.near) {
      const found = await threadIn(near, wanted).catch((error) => {
        if (hasCode(error, ...NOT_HERE)) return null;
        throw error;
      });
      if (found) return roomOf(found);
    }
    return null;
  }

  return {
    open: (wanted) => open(wanted).catch(throwQuietly),
    find: (wanted) => find(wanted).catch(throwQuietly),
    end: (room, how) => end(room, how).catch(throwQuietly),
  };
}

/** Why not from that channel; anything else is thrown, and tried again later. */
function refusalOf(error: unknown): RoomImpossible {
  if (error instanceof RoomImpossible) return error;
  if (!hasCode(error, ...NOT_HERE)) throw error;
  const permission = hasCode(error, CODES.missingPermissions, CODES.missingAccess);
  return new RoomImpossible('discord', permission ? 'forbidden' : 'nowhere', quiet(error));
}

const roomOf = ({ id, guild_id: guild }: Pick<APIThreadChannel, 'id' | 'guild_id'>) => ({
  roomId: id,
  url: guild ? `https://discord.com/channels/${guild}/${id}` : null,
  encrypted: false,
});

function throwQuietly(error: unknown): never {
  throw error instanceof RoomImpossible ? error : quiet(error);
}
