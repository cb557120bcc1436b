import type { PrismaClient } from '../../src/database/generated/client.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { Vault } from '../../src/kernel/vault.js';
import { messageStore } from './store/messages.js';
import { questionStore } from './store/questions.js';
import { reactionStore } from './store/reactions.js';
import { roomStore } from './store/rooms.js';
import { valueStore } from './store/values.js';

export type MatrixStore = ReturnType<typeof createMatrixStore>;

/** What the Matrix adapter remembers; what may be confidential is sealed. */
export function createMatrixStore(parts: {
  readonly prisma: PrismaClient;
  readonly vault: Vault;
  /** For what lives a day at most. */
  readonly passing: Vault;
  readonly clock: Clock;
}) {
  return {
    values: valueStore(parts),
    rooms: roomStore(parts),
    messages: messageStore(parts),
    reactions: reactionStore(parts),
    questions: questionStore({ ...parts, vault: parts.passing }),
  };
}
