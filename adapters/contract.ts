import type { Platform } from '../commands/registry/invocation.js';
import type { View } from '../commands/view/view.js';
import type { EventNetwork } from '../src/agenda/types.js';
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

/** A room that only some people are to see, by the platform's own ids. */
export interface WantedRoom {
  /** Names it for ever: asked twice, it is one room. Tells nothing of what it is for. */
  readonly key: string;
  /** Everybody in it, but for ECC. */
  readonly people: readonly string[];
  /** Rooms of their community there, the best first: where the network needs one to begin from. */
  readonly near: readonly string[];
  /** Neutral: networks show it in lists and notifications. */
  readonly title: string;
}

/** One that is there. */
export interface PrivateRoom {
  /** As a {@link Destination} names it. */
  readonly roomId: string;
  /** Where people find it; `null` when the network has no address for it. */
  readonly url: string | null;
  /** From end to end: who runs the network cannot read it. */
  readonly encrypted: boolean;
}

/** Private rooms, as a network makes them. Nothing of them shows in any other room. */
export interface PrivateRooms {
  /**
   * Opens one and brings its people in. `again`: it was tried before, and may be there. Rejects
   * with `RoomImpossible` when trying again would not help.
   */
  open(wanted: WantedRoom & { readonly again: boolean }): Promise<PrivateRoom>;
  /** What an attempt that was cut short may have left; `null` for nothing. */
  find(wanted: WantedRoom): Promise<PrivateRoom | null>;
  /**
   * `closed`: its people still read it, and write no more, as far as the network lets us;
   * `erased`: it is no more there for them. Closing what is gone is nothing.
   */
  end(room: PrivateRoom, how: 'closed' | 'erased'): Promise<void>;
}

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
  readonly privateRooms: PrivateRooms;
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
  /** Left out where the network has no events of its own. */
  readonly events?: EventNetwork;
  /**
   * Forgets what people typed and were privately answered before then. Left out where the network
   * keeps that itself.
   */
  prune?(before: Date): Promise<void>;
}
