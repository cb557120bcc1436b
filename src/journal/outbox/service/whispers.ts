import type { PrismaClient } from '../../../database/generated/client.js';
import type { Queue } from '../../../jobs/queue.js';
import type { Clock } from '../../../kernel/clock.js';
import type { CommunityId } from '../../../kernel/ids.js';
import type { Keys } from '../../../kernel/keys.js';
import { retryAfterMs } from '../rules.js';
import {
  claimWhisper,
  dropWhisper,
  duenessOf,
  failWhisper,
  nextWhisper,
  reachOf,
  saveShown,
  type Whisper,
  whispersWaiting,
} from '../store/whispers.js';
import type { Reach, Spoken } from '../types.js';

/** The name of its job. */
export const WHISPER = 'journal.whisper';

/** As long as one worker may take over one message; after that another tries again. */
const CLAIM_MS = 30_000;

/** What whispering needs from the rooms' side of the house. */
export interface Whispering {
  /** Shows it, or shows it anew when it has a `ref`; `null` when it need not be said any more. */
  whisper(
    word: Spoken & { readonly community: CommunityId; readonly tag: string },
    reach: Reach,
    ref: string | null,
  ): Promise<string | null>;
  /** Takes away what was shown. */
  unsay(reach: Reach, tag: string, ref: string): Promise<void>;
}

/**
 * The outbox of what is confidential. A message fails alone: what others are told does not wait
 * for it, and so tells nothing of it.
 */
export function createWhispers(parts: {
  readonly prisma: PrismaClient;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly keys: Pick<Keys, 'find'>;
  readonly mouth: Whispering;
  readonly log: { warn(facts: object, message: string): void };
}) {
  const { prisma, queue, clock, keys, mouth, log } = parts;
  const later = (ms: number): Date => new Date(clock.now().getTime() + ms);
  const wake = (community: CommunityId): Promise<void> =>
    queue.enqueue(WHISPER, { id: community, community });

  async function say(word: Whisper): Promise<void> {
    const { place, ref, tag } = word;
    const own = keys.find(word.subject);
    // Without its key nobody knows what it was, nor where it was said.
    if (word.lost || !own) return dropWhisper(prisma, word);
    if (word.gone) {
      if (place && ref !== null) await mouth.unsay(place, tag, ref);
      return dropWhisper(prisma, word);
    }
    const reach = await reachOf(prisma, word, place);
    const shown = reach && (await mouth.whisper(word, reach, ref));
    await saveShown(prisma, own, word, { place: reach ?? place, ref: shown ?? ref });
  }

  async function next(community: CommunityId): Promise<boolean> {
    const due = await nextWhisper(prisma, keys, community, clock.now());
    if (!due) return false;
    const word = await claimWhisper(prisma, due, later(CLAIM_MS));
    if (!word) return true;
    try {
      await say(word);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      // Not the error itself: a platform may quote to whom it was, or what.
      log.warn({ failed: name }, 'a private word could not be shown');
      await failWhisper(prisma, word, later(retryAfterMs(word.attempts + 1)));
    }
    return true;
  }

  return {
    wake,
    async sweep(): Promise<void> {
      for (const community of await whispersWaiting(prisma, clock.now())) await wake(community);
    },
    async deliver(community: CommunityId): Promise<void> {
      while (await next(community));
      const due = await duenessOf(prisma, community);
      if (!due) return;
      await queue.enqueueAt(WHISPER, { id: community, community }, { at: due, now: clock.now() });
    },
  };
}

export type Whispers = ReturnType<typeof createWhispers>;
