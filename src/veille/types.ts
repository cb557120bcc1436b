import type {
  CommunityId,
  EditionId,
  FollowId,
  MemberId,
  ResourceId,
  RoomId,
} from '../kernel/ids.js';
import type { Refusal } from '../kernel/result.js';

/** What is kept of a page; empty or `null` where it says nothing. */
export interface Preview {
  readonly title: string;
  readonly summary: string;
  readonly image: string | null;
  readonly author: string;
  readonly publishedAt: Date | null;
  /** BCP 47. */
  readonly language: string | null;
  /** What a person would read of it, for search. */
  readonly text: string;
}

/** A page that the community looks at, once however often it is shared: `V-12`. */
export interface Resource extends Preview {
  readonly id: ResourceId;
  readonly community: CommunityId;
  readonly number: number;
  readonly state: 'standing' | 'retracted';
  /** As it is opened. */
  readonly address: string;
  /** Empty for none. */
  readonly theme: string;
  readonly page: 'waiting' | 'read' | 'failed';
  /** Why its page could not be read. */
  readonly fault: Refusal | null;
  /** Why it was retracted. */
  readonly reason: string;
  /** The resource it is the same as, for a curator. */
  readonly mergedInto: ResourceId | null;
  readonly promotedBy: MemberId | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Who brought it, a member or a feed, why, and where that was said. */
export interface Share {
  readonly id: string;
  readonly resource: ResourceId;
  readonly member: MemberId | null;
  readonly follow: FollowId | null;
  readonly why: string;
  readonly room: RoomId | null;
  /** A lasting address of the message it comes from. */
  readonly link: string | null;
  readonly at: Date;
}

/** What a member says of a resource by one gesture. */
export const MARKS = ['useful', 'read', 'not_for_us'] as const;
export type MarkKind = (typeof MARKS)[number];

export interface Mark {
  readonly member: MemberId;
  readonly kind: MarkKind;
  readonly at: Date;
}

/** A comment, or a question to dig into. */
export interface Remark {
  readonly id: string;
  readonly member: MemberId;
  readonly kind: 'comment' | 'question';
  readonly text: string;
  readonly at: Date;
}

/** A resource with everything said of it, of those merged into it too, each in one voice. */
export interface Known {
  readonly resource: Resource;
  /** The one it was merged into, when it was. */
  readonly into: Resource | null;
  /** The numbers of those merged into it. */
  readonly merged: readonly number[];
  readonly shares: readonly Share[];
  readonly marks: readonly Mark[];
  readonly remarks: readonly Remark[];
  readonly tags: readonly string[];
  /** Of its theme. */
  readonly curators: readonly MemberId[];
  /** What the community's own past suggests, when it is looked at alone and has no theme yet. */
  readonly suggestion: Suggestion | null;
}

/** A theme that the community's own choices make likely, and why, so that a person can judge. */
export interface Suggestion {
  readonly theme: string;
  readonly because:
    | { readonly type: 'host'; readonly host: string; readonly count: number }
    | { readonly type: 'words'; readonly words: readonly string[]; readonly count: number };
}

/** A theme as its resources name it. */
export interface Theme {
  readonly name: string;
  readonly count: number;
  readonly curators: readonly MemberId[];
}

/** A resource in its place of an edition, and what its editor says of it there. */
export interface EditionItem {
  readonly resource: ResourceId;
  readonly note: string;
}

/** What somebody who looks after a theme gathered to be read together, in order: `N-3`. */
export interface Edition {
  readonly id: EditionId;
  readonly community: CommunityId;
  readonly number: number;
  /** A draft is only for those who may edit. */
  readonly state: 'draft' | 'published';
  readonly title: string;
  /** Markdown, as the notes. */
  readonly introduction: string;
  readonly items: readonly EditionItem[];
  /** Who began it. */
  readonly member: MemberId;
  /** The first time; kept when it is taken back to be a draft again. */
  readonly publishedAt: Date | null;
  /** The last change since then. */
  readonly correctedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An edition with all that is said of what it holds: who shared it, why, when. */
export interface EditionShown {
  readonly edition: Edition;
  /** Only what still stands, in order; of a page that was merged, the one it is now. */
  readonly items: readonly { readonly known: Known; readonly note: string }[];
  /** How many were retracted since. */
  readonly gone: number;
}

/** A resource named by its short number, or by its id. */
export type Which = { readonly number: number } | { readonly id: ResourceId };

/** Limits that are checked and said. Lengths in characters as people count them. */
export const LIMITS = {
  address: 2000,
  theme: 60,
  why: 1000,
  remark: 2000,
  reason: 500,
  tag: 40,
  tags: 20,
  editionTitle: 120,
  introduction: 2000,
  note: 500,
  editionItems: 30,
  title: 300,
  summary: 1000,
  /** What is kept for search, in UTF-16 code units. */
  text: 20_000,
} as const;

/** A feed that a community follows: `F-3`. */
export interface Follow {
  readonly id: FollowId;
  readonly community: CommunityId;
  readonly number: number;
  readonly state: 'looking' | 'following' | 'failed' | 'dead' | 'stopped';
  /** What somebody gave: a feed, or a site that has one. */
  readonly asked: string;
  /** The feed itself, once found; empty before. */
  readonly url: string;
  readonly title: string;
  readonly site: string | null;
  readonly theme: string;
  /** Only entries with one of these; empty for all. */
  readonly words: readonly string[];
  readonly member: MemberId;
  readonly fault: Refusal | null;
  readonly seen: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** How a feed is asked for, for whoever follows it: nothing here is of any community. */
export interface Source {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly nextAt: Date;
  readonly askedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly failures: number;
  readonly failingSince: Date | null;
}

/** A room or a person that asked for a digest, and when. */
export interface DigestSubscription {
  readonly id: string;
  readonly community: CommunityId;
  readonly number: number;
  readonly to: { readonly room: RoomId } | { readonly member: MemberId };
  readonly frequency: 'daily' | 'weekly';
  /** 1 for Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly zone: string;
  readonly active: boolean;
  readonly lookedTo: Date;
  readonly nextAt: Date;
  readonly createdAt: Date;
}

/** One digest as it was made: themes, each with its resources, best first. */
export interface DigestEdition {
  readonly id: string;
  readonly community: CommunityId;
  readonly subscription: string;
  readonly sections: readonly {
    readonly theme: string | null;
    readonly resources: readonly ResourceId[];
  }[];
  readonly leftOut: number;
  readonly at: Date;
}
