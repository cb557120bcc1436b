import type { AccountId, CommunityId, MemberId, RoomId } from '../../kernel/ids.js';
import type { Json } from '../../kernel/json.js';
import type { Locale } from '../../kernel/locale.js';

/** The message itself cannot be made: trying the platform again would not help. */
export class Undrawable extends Error {
  constructor(card: string, cause: unknown) {
    super(`${card} cannot be drawn`, { cause });
    this.name = 'Undrawable';
  }
}

/** The network has no such room, or ECC no place in it: trying again would not help. */
export class RoomGone extends Error {
  constructor(platform: string, cause: unknown) {
    super(`a room is gone from ${platform}`, { cause });
    this.name = 'RoomGone';
  }
}

/** What must be done because of a journal entry: say something, or look again at what was said. */
export type Utterance = Message | Touch;

/**
 * Private words already said about something are drawn anew: those to one member, or all of them.
 * A button that nothing waits for any more must not stay.
 */
export interface Touch {
  readonly touch: string;
  readonly member: MemberId | null;
  /** What rooms were told of it too. */
  readonly rooms?: boolean;
}

/**
 * Begins the keys of private words about somebody's leaving and coming back: nothing else reaches
 * who is not a member any more.
 */
export const FAREWELL = 'farewell:';

export interface Message {
  /** Every room that listens to a function, one room that asked, or one member privately. */
  readonly to:
    | { readonly rooms: string }
    | { readonly room: RoomId }
    | { readonly member: MemberId };
  /** Names the message for ever in its place: the same key again edits it. */
  readonly key: string;
  /** Which card draws it, and about what. */
  readonly card: string;
  readonly subject: string;
  readonly params: Readonly<Record<string, Json>>;
}

/** One message in one place: as it should be (`wanted`) and as it was last shown (`shown`). */
export interface Delivery {
  readonly id: string;
  readonly community: CommunityId;
  readonly platform: string;
  readonly room: RoomId;
  readonly account: AccountId | null;
  readonly key: string;
  readonly card: string;
  readonly subject: string;
  readonly params: Readonly<Record<string, Json>>;
  readonly wanted: number;
  readonly shown: number;
  readonly ref: string | null;
  readonly attempts: number;
}

/** Where a delivery goes, by the platform's own ids. */
export interface Address {
  readonly roomId: string;
  readonly userId: string | null;
  readonly member: MemberId | null;
  readonly locale: Locale;
}

/** A private word about something confidential: who it is for is sealed with what it says. */
export interface Secret {
  readonly member: MemberId;
  /** Names it for this reader: the same again is the same message. */
  readonly key: string;
  readonly card: string;
  readonly params: Readonly<Record<string, Json>>;
}

/** A {@link Secret}, and what names the key that seals it. */
export interface Spoken extends Secret {
  readonly subject: string;
}

/** Where one person is reached. */
export interface Reach extends Address {
  readonly platform: string;
  readonly account: AccountId;
}

/**
 * Why no private room can be had: ECC may not make one, somebody cannot be brought in, the
 * network has no place for it, or it did not answer in time.
 */
export const ROOM_FAULTS = ['forbidden', 'apart', 'nowhere', 'away'] as const;
export type RoomFault = (typeof ROOM_FAULTS)[number];

/** A private room cannot be had on a network: trying again would not help. */
export class RoomImpossible extends Error {
  constructor(
    platform: string,
    readonly fault: RoomFault,
    cause: unknown,
  ) {
    super(`no private room on ${platform}: ${fault}`, { cause });
    this.name = 'RoomImpossible';
  }
}

/** A private room that is asked for, for people who all agreed to it. */
export interface RoomAsked {
  /** Names it among those of its subject: the same again is the same room. */
  readonly key: string;
  readonly platform: string;
  readonly people: readonly MemberId[];
  readonly locale: Locale;
  /** Draws its title and its first words; neither may tell what it is for. */
  readonly card: string;
  /** The alarm that rings for its subject once it is open, or cannot be. */
  readonly alarm: string;
}

/** How a private room ends: still read by its people, or no more there for them. */
export type RoomEnd = 'closed' | 'erased';

/** A private room, as its subject knows it. */
export interface RoomNow extends Pick<RoomAsked, 'key' | 'platform'> {
  readonly state: 'asked' | 'open' | 'impossible' | RoomEnd;
  /** Of one that is impossible. */
  readonly fault: RoomFault | null;
  readonly url: string | null;
}
