import type { PrismaClient } from '../../../src/database/generated/client.js';
import type { Vault } from '../../../src/kernel/vault.js';

/** A reaction that gave a voice. */
export interface Reaction {
  readonly eventId: string;
  readonly target: string;
  readonly sender: string;
  /** The sign, without its variants. */
  readonly sign: string;
  readonly at: Date;
}

/** The reactions that stand; their signs are sealed. */
export function reactionStore({ prisma, vault }: { prisma: PrismaClient; vault: Vault }) {
  const place = (eventId: string): string => `matrix_reactions.gesture:${eventId}`;
  type Row = Awaited<ReturnType<typeof prisma.matrixReaction.findFirstOrThrow>>;
  const read = ({ gesture, ...row }: Row): Reaction => ({
    ...row,
    sign: vault.unseal(gesture, place(row.eventId)),
  });
  return {
    async add({ sign, ...reaction }: Reaction): Promise<void> {
      await prisma.matrixReaction.upsert({
        where: { eventId: reaction.eventId },
        create: { ...reaction, gesture: vault.seal(sign, place(reaction.eventId)) },
        update: {},
      });
    },
    async find(eventId: string): Promise<Reaction | null> {
      const row = await prisma.matrixReaction.findUnique({ where: { eventId } });
      return row && read(row);
    },
    async remove(eventId: string): Promise<void> {
      await prisma.matrixReaction.deleteMany({ where: { eventId } });
    },
    /** All that were under a message. */
    async removeUnder(target: string): Promise<void> {
      await prisma.matrixReaction.deleteMany({ where: { target } });
    },
    /** What somebody's reactions under a message are, the oldest first. */
    async standing(target: string, sender: string): Promise<Reaction[]> {
      const rows = await prisma.matrixReaction.findMany({
        where: { target, sender },
        orderBy: [{ at: 'asc' }, { eventId: 'asc' }],
      });
      return rows.map(read);
    },
  };
}
