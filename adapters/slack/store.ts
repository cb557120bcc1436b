import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { PrismaClient } from '../../src/database/generated/client.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { Vault } from '../../src/kernel/vault.js';

/** Where Slack's tokens are kept: in the database, unreadable there. */
export function createInstallationStore(parts: {
  readonly db: Pick<PrismaClient, 'slackInstallation'>;
  readonly vault: Vault;
  readonly clock: Clock;
}): InstallationStore & { deleteInstallation(query: InstallationQuery<boolean>): Promise<void> } {
  const { db, vault, clock } = parts;
  const placeOf = (id: string): string => `slack:installation:${id}`;
  return {
    async storeInstallation(installation) {
      const id = installation.isEnterpriseInstall
        ? installation.enterprise?.id
        : installation.team?.id;
      if (!id) throw new Error('an installation without a workspace');
      const sealed = vault.seal(JSON.stringify(installation), placeOf(id));
      const now = clock.now();
      await db.slackInstallation.upsert({
        where: { id },
        create: { id, sealed, createdAt: now, updatedAt: now },
        update: { sealed, updatedAt: now },
      });
    },
    async fetchInstallation(query) {
      for (const id of idsOf(query)) {
        const row = await db.slackInstallation.findUnique({ where: { id } });
        if (row) return JSON.parse(vault.unseal(row.sealed, placeOf(id))) as Installation;
      }
      throw new Error('ECC is not installed in this workspace');
    },
    async deleteInstallation(query) {
      await db.slackInstallation.deleteMany({ where: { id: { in: idsOf(query) } } });
    },
  };
}

/** The workspace's own, then its organisation's. */
const idsOf = ({ teamId, enterpriseId }: InstallationQuery<boolean>): string[] =>
  [teamId, enterpriseId].filter((id): id is string => id !== undefined && id !== '');
