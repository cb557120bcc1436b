import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Prisma, type PrismaClient } from './generated/client.js';

/** What the functions of a store accept: the client inside one transaction. */
export type Tx = Prisma.TransactionClient;

/** Serialization failure and deadlock (PostgreSQL, appendix A): the same work, again, may pass. */
const TRANSIENT = new Set(['40001', '40P01']);
const MAX_ATTEMPTS = 3;

/**
 * Runs `work` in one transaction, again from the start (three times at most) when PostgreSQL
 * says that it lost to another. So `work` must do nothing that a rollback does not undo, and use
 * only the `tx` it is given: the embedded database has one session, and asking it anything by
 * another way inside a transaction would wait for itself until the time is out.
 */
export async function transaction<T>(
  prisma: PrismaClient,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await prisma.$transaction(work);
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isTransient(error)) throw error;
      await sleep(attempt * 20 + Math.random() * 20);
    }
  }
}

/** True when a row with the same unique key is already there. */
export const isUniqueViolation = (error: unknown): boolean => sqlState(error) === '23505';

const isTransient = (error: unknown): boolean => TRANSIENT.has(sqlState(error) ?? '');

/** The SQLSTATE behind Prisma's code, of the client's own queries and of raw ones. */
function sqlState(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  if (error.code === 'P2002') return '23505';
  if (error.code === 'P2034') return '40001';
  const cause = rawCause.safeParse(error.meta);
  return cause.success ? cause.data.driverAdapterError.cause.originalCode : null;
}

const rawCause = z.object({
  driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }),
});
