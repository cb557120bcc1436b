import type { Utterance } from '../../src/journal/outbox/types.js';
import type { Entry } from '../../src/journal/types.js';
import type { CommunityId, MemberId } from '../../src/kernel/ids.js';
import type { Json } from '../../src/kernel/json.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { View } from '../view/view.js';
import type { Services } from './context.js';

/** What must be said about one kind of journal entry. */
export type Announcer = (entry: Entry, services: Services) => Promise<readonly Utterance[]>;

/** What a message is about, when it is drawn: as things are then, not as they were. */
export interface Showing {
  readonly community: CommunityId;
  readonly subject: string;
  readonly params: Readonly<Record<string, Json>>;
  /** Whose eyes it is for; `null` for a room. */
  readonly reader: MemberId | null;
  readonly now: Date;
  /** It was shown before: when it need not be said any more, it is said to be done. */
  readonly shown: boolean;
}

/** Draws one kind of message in any language; `null` when there is nothing to say any more. */
export type Drawer = (
  showing: Showing,
  services: Services,
) => Promise<((locale: Locale) => View) | null>;

/** A function's part of what ECC says of its own accord. */
export interface Announcements {
  /** By kind of journal entry. */
  readonly announcers: Readonly<Record<string, Announcer>>;
  /** By name of card. */
  readonly drawers: Readonly<Record<string, Drawer>>;
}
