import type { PrismaClient } from '../database/generated/client.js';
import type { Clock } from '../kernel/clock.js';
import { type AccountId, type CommunityId, newId } from '../kernel/ids.js';
import { unsealed } from '../kernel/keys.js';
import { padded } from '../kernel/padded.js';
import type { Vault } from '../kernel/vault.js';
import {
  type DialogueId,
  deleteDialogue,
  deleteDialoguesBefore,
  findDialogue,
  saveDialogue,
} from './store.js';

const KEPT_FOR_MS = 24 * 60 * 60 * 1000;
/** Which button was pressed tells a vote as well as a word does: so must not a length. */
const PAD_TO_BYTES = 4096;

/** A half-filled form: which command, what was settled when it began, every value so far. */
export interface Content {
  readonly command: string;
  readonly settled: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Keeps half-filled forms for a day, across restarts. They are sealed whole: they may be a
 * secret ballot. A dialogue's id is known to its account only, and opens for it only.
 */
export interface Dialogues {
  save(dialogue: {
    readonly id: string | null;
    readonly community: CommunityId;
    readonly account: AccountId;
    readonly content: Content;
  }): Promise<string>;
  find(account: AccountId, id: string): Promise<(Content & { readonly id: string }) | null>;
  /** Which community a form belongs to; `null` when it is gone. */
  communityOf(id: string): Promise<CommunityId | null>;
  remove(community: CommunityId, id: string): Promise<void>;
  forgetOld(): Promise<void>;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export function createDialogues(parts: {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly vault: Vault;
}): Dialogues {
  const { prisma, clock, vault } = parts;
  const place = (id: string): string => `dialogues.args:${id}`;
  const load = async (id: string) => (UUID.test(id) ? findDialogue(prisma, id) : null);
  return {
    async save({ id: known, community, account, content }) {
      const now = clock.now();
      const id = (known ?? newId<'dialogue'>(now)) as DialogueId;
      const clear = padded(JSON.stringify(content), PAD_TO_BYTES);
      const sealed = vault.seal(clear, place(id));
      await saveDialogue(prisma, { id, community, account, sealed }, now);
      return id;
    },
    async find(account, id) {
      const row = await load(id);
      if (!row || row.account !== account) return null;
      const clear = unsealed(vault, row.sealed, place(id));
      return clear === null ? null : { ...(JSON.parse(clear) as Content), id };
    },
    communityOf: async (id) => (await load(id))?.community ?? null,
    remove: (community, id) => deleteDialogue(prisma, community, id),
    forgetOld: () => deleteDialoguesBefore(prisma, new Date(clock.now().getTime() - KEPT_FOR_MS)),
  };
}
