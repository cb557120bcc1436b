import type { AccountId, CommunityId, MemberId, RoomId } from '../kernel/ids.js';
import type { Locale } from '../kernel/locale.js';

export const ROLES = ['member', 'facilitator'] as const;
export type Role = (typeof ROLES)[number];

/** What a network can say that somebody is. */
const NETWORK_ROLES = ['facilitator', 'mediator'] as const;
export type NetworkRole = (typeof NETWORK_ROLES)[number];
export const isNetworkRole = (role: string): role is NetworkRole =>
  NETWORK_ROLES.some((one) => one === role);

export interface Community {
  readonly id: CommunityId;
  readonly name: string;
  /** IANA zone in which people mean their hours. */
  readonly zone: string;
  readonly locale: Locale;
  /** What each function keeps as this community's preferences, by function name. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Room {
  readonly id: RoomId;
  readonly name: string;
  /** `null`: the community's language. */
  readonly locale: Locale | null;
  /** What it wants to hear of, by function; empty for everything. */
  readonly listens: readonly string[];
  /** The reaction that brings a message's links to the veille, as `rules/signs` reads it. */
  readonly shareSign: string | null;
  readonly platform: string;
  /** Since when the network has no such room for us; `null`: it is there. */
  readonly goneAt: Date | null;
}

/** What a community prefers of its own rooms and people, under `settings.community`. */
export interface Preferences {
  /** Who runs the place on its network facilitates from their first coming. */
  readonly stewards: boolean;
  /** Who holds this role on their network mediates from their first coming; empty: nobody. */
  readonly mediators: string;
}

export interface Member {
  readonly id: MemberId;
  readonly name: string;
  readonly role: Role;
  /** `null`: the language of the platform they speak from. */
  readonly locale: Locale | null;
  /** IANA zone they live in; `null`: the community's. */
  readonly zone: string | null;
  readonly reminders: boolean;
}

/** How somebody ceased to be a member. */
export interface Farewell {
  readonly at: Date;
  /** Why a facilitator removed them; `null` for who left by themselves. */
  readonly removedFor: string | null;
  /** When they asked to come back; they need to only after a removal. */
  readonly askedBackAt: Date | null;
}

/** A member, or somebody who was one: what they said stays under their name. */
export interface Person extends Member {
  /** `null`: they are a member. */
  readonly left: Farewell | null;
}

/** What a code links. */
export type LinkKind = 'rooms' | 'accounts';

/** A person's identity on one platform. */
export interface Account {
  readonly platform: string;
  readonly userId: string;
  readonly name: string;
}

/** A person's presence: who they are here, and through which account they speak. */
export interface Presence {
  readonly community: Community;
  /** Who was a member and is not any more can only come back. */
  readonly member: Person;
  readonly account: AccountId;
  readonly room: Room | null;
}

/** A person and a place as a platform knows them. */
export interface Sighting {
  readonly platform: string;
  readonly userId: string;
  readonly userName: string;
  /** The platform lets them run the place: they facilitate from their first coming. */
  readonly steward: boolean;
  /** What they hold there, by the names people gave it. */
  readonly roles: readonly string[];
  /**
   * Who says so: on Discord, a server. Theirs is heard each time, and of each apart; `null` where
   * it only counts at the first coming.
   */
  readonly authority: string | null;
  readonly place: { readonly roomId: string; readonly name: string } | null;
  readonly locale: Locale;
}

/** Limits that are checked and said, in characters as people count them. */
export const LIMITS = { name: 60, reason: 500, role: 100, sign: 100 } as const;
