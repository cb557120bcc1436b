import type { Place } from '../../commands/registry/invocation.js';
import type { View } from '../../commands/view/view.js';
import type { CommunityId } from '../../src/kernel/ids.js';
import type { Localised } from '../../src/kernel/locale.js';

/** The only room of the playground. */
export const ROOM: Place = { roomId: 'playground', name: 'Atelier' };

/** Where a page is: the room, or a private one. */
export interface Spot extends Place {
  readonly apart: boolean;
  readonly closed: boolean;
}

/** Somebody one can be in the playground. `userId` is a UUID. */
export interface Person {
  readonly userId: string;
  readonly name: string;
}

/** A message of the room, as it is kept: said by a person (`text`) or by ECC (`view`). */
export interface WebMessage {
  readonly id: string;
  /** Order in the room; gaps are normal. */
  readonly position: bigint;
  /** The person who alone sees it; `null` for everybody. */
  readonly onlyFor: string | null;
  /** `null`: said by ECC. */
  readonly author: string | null;
  readonly text: string | null;
  readonly view: Localised<View> | null;
  readonly createdAt: Date;
  /** Moves at each edit: what a browser that lost its connection must be sent again. */
  readonly updatedAt: Date;
}

export interface WebConfig {
  /** The address to listen on; loopback unless told otherwise. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** When set, nobody sees anything without the link or the key that holds it. */
  readonly secret: string | null;
}

/** What the web adapter asks of the core beside the registry. */
export interface Rooms {
  /** The accounts of the room's community on this platform. */
  list(roomId: string): Promise<readonly Person[]>;
  /** `null` until somebody has arrived. */
  communityOf(roomId: string): Promise<CommunityId | null>;
}
