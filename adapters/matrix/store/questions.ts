import type { PrismaClient } from '../../../src/database/generated/client.js';
import type { Clock } from '../../../src/kernel/clock.js';
import { unsealed } from '../../../src/kernel/keys.js';
import { padded } from '../../../src/kernel/padded.js';
import type { Vault } from '../../../src/kernel/vault.js';
import type { Asking } from '../questions.js';

/** Where a person is being asked: a room, and the thread in it (empty in a direct room). */
export interface Spot {
  readonly roomId: string;
  readonly thread: string;
  readonly userId: string;
}

/** As long as the form itself is kept. */
const KEPT_FOR_MS = 24 * 3_600_000;
/** Which form it is tells a vote as well as an answer does: so must not its length. */
const PAD_TO_BYTES = 8192;

/** Forms being filled one question at a time, sealed whole. */
export function questionStore(parts: { prisma: PrismaClient; vault: Vault; clock: Clock }) {
  const { prisma, vault, clock } = parts;
  const place = ({ roomId, thread, userId }: Spot): string =>
    `matrix_questions.state:${roomId} ${thread} ${userId}`;
  const where = (spot: Spot) => ({ roomId_thread_userId: { ...spot } });
  const read = (row: Spot & { asked: string; state: string }) => {
    const spot: Spot = { roomId: row.roomId, thread: row.thread, userId: row.userId };
    const clear = unsealed(vault, row.state, place(spot));
    // Of a day whose key is gone: nobody waits for its answer any more.
    return clear === null
      ? null
      : { ...{ spot, asked: row.asked }, asking: JSON.parse(clear) as Asking };
  };
  return {
    async find(spot: Spot) {
      const row = await prisma.matrixQuestion.findUnique({ where: where(spot) });
      return row && read(row);
    },
    /** By the message that asks: for who answers with a reply. */
    async askedBy(asked: string, userId: string) {
      const row = await prisma.matrixQuestion.findFirst({ where: { asked, userId } });
      return row && read(row);
    },
    async save(spot: Spot, asked: string, asking: Asking): Promise<void> {
      const before = new Date(clock.now().getTime() - KEPT_FOR_MS);
      await prisma.matrixQuestion.deleteMany({ where: { updatedAt: { lt: before } } });
      const state = vault.seal(padded(JSON.stringify(asking), PAD_TO_BYTES), place(spot));
      const content = { asked, state, updatedAt: clock.now() };
      await prisma.matrixQuestion.upsert({
        where: where(spot),
        create: { ...spot, ...content },
        update: content,
      });
    },
    async remove(spot: Spot): Promise<void> {
      await prisma.matrixQuestion.deleteMany({ where: { ...spot } });
    },
  };
}
