import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PrismaClient } from '../../../src/database/generated/client.js';
import type { CommunityId } from '../../../src/kernel/ids.js';
import type { Keys } from '../../../src/kernel/keys.js';
import { padded } from '../../../src/kernel/padded.js';

const PAD_TO_BYTES = 2048;
const PREFIX = 'apart-';
const content = z.object({ title: z.string(), people: z.array(z.string()) });

/** A private room of the playground. */
export interface ApartRoom {
  readonly roomId: string;
  readonly title: string;
  /** Their ids; nobody else knows of it. */
  readonly people: readonly string[];
  /** Read, and written in no more. */
  readonly closed: boolean;
}

/** By its name alone: what is kept of such a room is sealed with its own key. */
export const isApart = (roomId: string): boolean => roomId.startsWith(PREFIX);

export type ApartStore = ReturnType<typeof createApartStore>;

/** Private rooms; each has a key, destroyed with it, so that no copy of it opens afterwards. */
export function createApartStore(
  db: Pick<PrismaClient, 'webRoom' | 'webMessage'>,
  keys: Pick<Keys, 'make' | 'find' | 'destroy'>,
) {
  const place = (id: string): string => `web_rooms.sealed:${id}`;
  type Row = Awaited<ReturnType<typeof db.webRoom.findFirst>>;
  function read(row: Row): ApartRoom | null {
    const own = row && keys.find(row.id);
    if (!own) return null;
    const opened = content.parse(JSON.parse(own.unseal(row.sealed, place(row.id))));
    return { roomId: row.id, ...opened, closed: row.closedAt !== null };
  }
  return {
    async find(roomId: string): Promise<ApartRoom | null> {
      return read(await db.webRoom.findUnique({ where: { id: roomId } }));
    },
    async byKey(key: string): Promise<ApartRoom | null> {
      return read(await db.webRoom.findUnique({ where: { key } }));
    },
    /** Those somebody is in. Whose each is cannot be asked of the database: there are few. */
    async of(userId: string): Promise<ApartRoom[]> {
      const rows = await db.webRoom.findMany({ orderBy: { id: 'asc' } });
      return rows.flatMap((row) => read(row) ?? []).filter(({ people }) => people.includes(userId));
    },
    /** The same key twice is one room. */
    async make(
      community: CommunityId,
      { key, title, people }: Pick<ApartRoom, 'title' | 'people'> & { readonly key: string },
    ): Promise<string> {
      const id = `${PREFIX}${randomUUID()}`;
      const text = padded(JSON.stringify({ title, people }), PAD_TO_BYTES);
      const sealed = keys.make(id).seal(text, place(id));
      const { count } = await db.webRoom.createMany({
        data: [{ id, communityId: community, key, sealed }],
        skipDuplicates: true,
      });
      if (count === 1) return id;
      keys.destroy(id);
      return (await db.webRoom.findUniqueOrThrow({ where: { key } })).id;
    },
    async close(roomId: string, at: Date): Promise<void> {
      await db.webRoom.updateMany({ where: { id: roomId }, data: { closedAt: at } });
    },
    /** With all that was said there. */
    async erase(roomId: string): Promise<void> {
      await db.webMessage.deleteMany({ where: { roomId } });
      await db.webRoom.deleteMany({ where: { id: roomId } });
      keys.destroy(roomId);
    },
  };
}
