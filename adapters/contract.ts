import type { Platform } from '../commands/registry/invocation.js';
import type { View } from '../commands/view/view.js';
import type { Locale, Localised } from '../src/kernel/locale.js';

/** Where a message goes: a room, or one person of it privately, by the platform's own ids. */
export interface Destination {
  readonly roomId: string;
  /** `null` for everybody in the room. */
  readonly userId: string | null;
  readonly locale: Locale;
}

/** A message that exists on a platform, as the platform names it. */
export type MessageRef = string;

/**
 * What a network must be able to do. `key` names the message for ever: posting the same key
 * twice must show one message (by the platform's own nonce or transaction id), because a crash
 * can fall between posting and remembering that it was posted.
 */
export interface Adapter {
  readonly platform: Platform;
  /** The shortest time between two edits of one message, in milliseconds. */
  readonly editEveryMs: number;
  start(): Promise<void>;
  /** Finishes what it acknowledged, then stops. */
  stop(): Promise<void>;
  post(message: {
    readonly to: Destination;
    readonly key: string;
    readonly view: Localised<View>;
  }): Promise<MessageRef>;
  /** Posts again if the message is gone. */
  edit(message: {
    readonly to: Destination;
    readonly key: string;
    readonly ref: MessageRef;
    readonly view: Localised<View>;
  }): Promise<MessageRef>;
  /** Takes away what was posted; nothing to do when it is gone already. */
  remove(message: {
    readonly to: Destination;
    readonly key: string;
    readonly ref: MessageRef;
  }): Promise<void>;
  /**
   * Takes away every lasting answer whose view was confidential about this. Left out where such
   * answers do not last.
   */
  forget?(about: string): Promise<void>;
  /**
   * Forgets what people typed and were privately answered before then. Left out where the network
   * keeps that itself.
   */
  prune?(before: Date): Promise<void>;
}
