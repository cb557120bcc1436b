import type { PrismaClient } from '../../../src/database/generated/client.js';
import type { Clock } from '../../../src/kernel/clock.js';
import type { Vault } from '../../../src/kernel/vault.js';

export interface Values {
  /** `null` when there is none. */
  get(name: string): Promise<string | null>;
  /** `null` takes it away. */
  set(name: string, value: string | null): Promise<void>;
}

interface Parts {
  readonly prisma: PrismaClient;
  readonly vault: Vault;
  readonly clock: Clock;
}

/** Small things to remember, sealed, by account on a homeserver. */
export const valueStore =
  ({ prisma, vault, clock }: Parts) =>
  (account: string): Values => {
    const place = (name: string): string => `matrix_values.value:${account} ${name}`;
    return {
      async get(name) {
        const where = { account_name: { account, name } };
        const row = await prisma.matrixValue.findUnique({ where });
        return row && vault.unseal(row.value, place(name));
      },
      async set(name, value) {
        if (value === null) {
          await prisma.matrixValue.deleteMany({ where: { account, name } });
          return;
        }
        const sealed = { value: vault.seal(value, place(name)), updatedAt: clock.now() };
        await prisma.matrixValue.upsert({
          where: { account_name: { account, name } },
          create: { account, name, ...sealed },
          update: sealed,
        });
      },
    };
  };
