import type { PrismaClient } from '../../../src/database/generated/client.js';

/** What must be said once in a room, and which room is a conversation of two. */
export function roomStore({ prisma }: { readonly prisma: PrismaClient }) {
  const put = (roomId: string, change: { greetedAt?: Date; unreadableAt?: Date }) =>
    prisma.matrixRoom.upsert({
      where: { roomId },
      create: { roomId, ...change },
      update: change,
    });
  return {
    /** The person of a direct room; `null` for any other. */
    async directFor(roomId: string): Promise<string | null> {
      return (await prisma.matrixRoom.findUnique({ where: { roomId } }))?.directFor ?? null;
    },
    async directWith(userId: string): Promise<string | null> {
      const row = await prisma.matrixRoom.findUnique({ where: { directFor: userId } });
      return row?.roomId ?? null;
    },
    /** A person has one direct room: the latest. */
    async setDirect(roomId: string, userId: string): Promise<void> {
      await prisma.$transaction([
        prisma.matrixRoom.updateMany({ where: { directFor: userId }, data: { directFor: null } }),
        prisma.matrixRoom.upsert({
          where: { roomId },
          create: { roomId, directFor: userId },
          update: { directFor: userId },
        }),
      ]);
    },
    async isGreeted(roomId: string): Promise<boolean> {
      const row = await prisma.matrixRoom.findUnique({ where: { roomId } });
      return (row?.greetedAt ?? null) !== null;
    },
    greeted: (roomId: string, at: Date) => put(roomId, { greetedAt: at }),
    async toldUnreadable(roomId: string): Promise<boolean> {
      const row = await prisma.matrixRoom.findUnique({ where: { roomId } });
      return (row?.unreadableAt ?? null) !== null;
    },
    unreadable: (roomId: string, at: Date) => put(roomId, { unreadableAt: at }),
    /** We are no longer there. */
    forget: (roomId: string) => prisma.matrixRoom.deleteMany({ where: { roomId } }),
  };
}
