import type { View } from '../../commands/view/view.js';
import type { PrismaClient } from '../../src/database/generated/client.js';
import { isUniqueViolation } from '../../src/database/transaction.js';
import type { CommunityId } from '../../src/kernel/ids.js';
import { type Keys, unsealed } from '../../src/kernel/keys.js';
import type { Localised } from '../../src/kernel/locale.js';
import { padded } from '../../src/kernel/padded.js';
import type { Vault } from '../../src/kernel/vault.js';
import { isApart } from './store/apart.js';
import { fromStored, toStored } from './stored-view.js';
import type { WebMessage } from './types.js';

interface NewMessage {
  readonly id: string;
  readonly community: CommunityId;
  readonly roomId: string;
  /** The same key in the same room is the same message. */
  readonly key: string;
  readonly at: Date;
}

/** Whose eyes: a room, and the person looking, whose private messages are included. */
export interface Glance {
  readonly community: CommunityId;
  readonly roomId: string;
  readonly viewer: string;
}

/** What the room remembers. Lists come oldest first. */
export interface WebStore {
  /** Keeps what a person said; said twice, the first stays as it was. */
  say(
    message: NewMessage & { readonly author: string; readonly text: string },
  ): Promise<WebMessage>;
  /** Keeps what ECC says, or what it now says instead. */
  put(
    message: NewMessage & { readonly onlyFor: string | null; readonly view: Localised<View> },
  ): Promise<WebMessage>;
  /** Takes away what ECC said. */
  remove(roomId: string, key: string): Promise<void>;
  /** Forgets what people typed, and what only one was shown, before then; cards stay. */
  prune(before: Date): Promise<void>;
  /** The last messages before a position, or the last of all. */
  page(
    glance: Glance & { readonly before: bigint | null; readonly limit: number },
  ): Promise<readonly WebMessage[]>;
  /** What somebody said there; `null` for what is not there, or that ECC said. */
  find(glance: Glance & { readonly id: string }): Promise<WebMessage | null>;
  /** Everything said or edited since a moment. */
  since(glance: Glance & { readonly since: Date }): Promise<readonly WebMessage[]>;
}

/** Room for most cards. */
const PAD_TO_BYTES = 4096;

/**
 * What only one person is shown is sealed: it may tell what they are asked in confidence. So is all
 * that is said in a private room, with the key of that room.
 */
export function createWebStore(
  db: Pick<PrismaClient, 'webMessage'>,
  vault: Vault,
  keys: Pick<Keys, 'find'>,
): WebStore {
  type Named = { readonly roomId: string; readonly key: string; readonly onlyFor: string | null };
  const place = ({ roomId, key }: Named): string => `web_messages.view:${roomId} ${key}`;
  /** What seals a message; `null` for what everybody reads. A room that is gone has nothing. */
  function sealing({ roomId, onlyFor }: Named): Vault | null {
    if (!isApart(roomId)) return onlyFor === null ? null : vault;
    const own = keys.find(roomId);
    if (!own) throw new Error('a private room is gone');
    return own;
  }
  const kept = (message: Named, view: object): object | string =>
    sealing(message)?.seal(padded(JSON.stringify(view), PAD_TO_BYTES), place(message)) ?? view;
  const written = (message: Named, text: string): string =>
    sealing(message)?.seal(padded(JSON.stringify(text), PAD_TO_BYTES), place(message)) ?? text;
  const openedText = (row: Named & { readonly text: string | null }): string | null => {
    if (row.text === null || !isApart(row.roomId)) return row.text;
    const own = keys.find(row.roomId);
    return own && (JSON.parse(own.unseal(row.text, place(row))) as string);
  };
  const openerOf = (row: Named): Vault =>
    isApart(row.roomId) ? (keys.find(row.roomId) ?? vault) : vault;
  const opened = (row: Named & { readonly view: unknown }): unknown =>
    typeof row.view === 'string'
      ? JSON.parse(unsealed(openerOf(row), row.view, place(row)) ?? 'null')
      : row.view;
  const read = (row: Omit<WebMessage, 'view'> & Named & { readonly view: unknown }): WebMessage => {
    const { id, position, onlyFor, author, createdAt, updatedAt } = row;
    const text = openedText(row);
    const view = opened(row);
    return {
      ...{ id, position, onlyFor, author, text, createdAt, updatedAt },
      view: view === null ? null : fromStored(view),
    };
  };
  const visible = ({ community, roomId, viewer }: Glance) => ({
    communityId: community,
    roomId,
    OR: [{ onlyFor: null }, { onlyFor: viewer }],
  });
  const fresh = ({ id, community, roomId, key, at }: NewMessage) => ({
    id,
    communityId: community,
    roomId,
    key,
    createdAt: at,
    updatedAt: at,
  });

  return {
    say: (message) =>
      again(async () =>
        read(
          await db.webMessage.upsert({
            where: { roomId_key: { roomId: message.roomId, key: message.key } },
            create: {
              ...fresh(message),
              author: message.author,
              text: written({ ...message, onlyFor: null }, message.text),
            },
            update: {},
          }),
        ),
      ),
    put: (message) =>
      again(async () => {
        const view = kept(message, toStored(message.view));
        return read(
          await db.webMessage.upsert({
            where: { roomId_key: { roomId: message.roomId, key: message.key } },
            create: { ...fresh(message), onlyFor: message.onlyFor, view },
            update: { view, updatedAt: message.at },
          }),
        );
      }),
    remove: async (roomId, key) => {
      await db.webMessage.deleteMany({ where: { roomId, key } });
    },
    prune: async (before) => {
      const mine = [{ onlyFor: { not: null } }, { author: { not: null } }];
      await db.webMessage.deleteMany({ where: { updatedAt: { lt: before }, OR: mine } });
    },
    page: async ({ before, limit, ...glance }) => {
      const rows = await db.webMessage.findMany({
        where: { ...visible(glance), ...(before === null ? {} : { position: { lt: before } }) },
        orderBy: { position: 'desc' },
        take: limit,
      });
      return rows.reverse().map(read).filter(says);
    },
    find: async ({ id, ...glance }) => {
      const where = { ...visible(glance), id, author: { not: null } };
      const row = await db.webMessage.findFirst({ where });
      return row && read(row);
    },
    since: async ({ since, ...glance }) => {
      const rows = await db.webMessage.findMany({
        where: { ...visible(glance), updatedAt: { gte: since } },
        orderBy: { position: 'asc' },
      });
      return rows.map(read).filter(says);
    },
  };
}

/** A private word whose key is lost says nothing any more. */
const says = ({ text, view }: WebMessage): boolean => text !== null || view !== null;

/** Prisma may look before it inserts: on a server, another can be faster, and is then found. */
async function again<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return write();
  }
}
