import { Prisma, type PrismaClient } from './generated/client.js';

/**
 * A client whose errors never quote what it was given: Prisma's own print every argument when one
 * is wrong, whatever `errorFormat` says, and an error goes to the log.
 */
export const quiet = (prisma: PrismaClient): PrismaClient =>
  prisma.$extends({
    query: {
      async $allOperations({ args, query }) {
        try {
          return await query(args);
        } catch (error) {
          throw quieted(error);
        }
      },
    },
  }) as unknown as PrismaClient;

/** Its last paragraph says which argument is wrong, and why. */
function quieted(error: unknown): unknown {
  if (!(error instanceof Prisma.PrismaClientValidationError)) return error;
  const why = error.message.split('\n\n').at(-1)?.trim() ?? '';
  const { clientVersion } = error;
  return new Prisma.PrismaClientValidationError(why, { clientVersion });
}
