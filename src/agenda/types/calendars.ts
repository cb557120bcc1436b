import type {
  CommunityId,
  ConflictId,
  FeedId,
  FollowedId,
  LinkId,
  MemberId,
  RoomId,
  SeriesId,
} from '../../kernel/ids.js';
import type { Locale } from '../../kernel/locale.js';

export const FEED_KINDS = ['mine', 'coming', 'community', 'theme', 'room'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** What a feed shows: everything of somebody, or a part of one community. */
export interface FeedOf {
  readonly kind: FeedKind;
  /** For `theme`. */
  readonly theme: string;
  /** For `room`. */
  readonly room: RoomId | null;
  readonly public: boolean;
  readonly locale: Locale;
}

/** An address where calendar programs read meetings. */
export interface Feed extends FeedOf {
  readonly id: FeedId;
  readonly community: CommunityId;
  readonly number: number;
  readonly member: MemberId;
  readonly createdAt: Date;
  /** When a program last read it, to the hour; `null`: never. */
  readonly readAt: Date | null;
}

/** Somebody else's agenda, read at its address and kept in step. */
export interface Followed {
  readonly id: FollowedId;
  readonly community: CommunityId;
  readonly number: number;
  readonly member: MemberId;
  readonly room: RoomId | null;
  readonly sealed: string;
  readonly host: string;
  readonly name: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly failures: number;
  /** Why it cannot be read, by the code of a refusal; empty when it can. */
  readonly problem: string;
  readonly readAt: Date | null;
  readonly createdAt: Date;
}

/** What became of a calendar that was read. */
export interface Brought {
  readonly name: string;
  readonly added: number;
  readonly changed: number;
  readonly cancelled: number;
  /** Those that others brought first, or that were so already. */
  readonly same: number;
  readonly skipped: readonly { readonly title: string; readonly reason: string }[];
}

/** A calendar of a CalDAV server that the agenda is the same as. */
export interface CalendarLink {
  readonly id: LinkId;
  readonly community: CommunityId;
  readonly number: number;
  readonly member: MemberId;
  readonly sealed: string;
  readonly host: string;
  readonly name: string;
  readonly syncToken: string;
  readonly ctag: string;
  readonly failures: number;
  /** Why it cannot be reached, by the code of a refusal; empty when it can. */
  readonly problem: string;
  readonly told: boolean;
  readonly readAt: Date | null;
  readonly createdAt: Date;
}

/** A meeting as it was when both sides last agreed. */
export interface Copy {
  readonly href: string;
  readonly etag: string;
  /** `null`: what is there cannot be taken here. */
  readonly series: SeriesId | null;
  /** When ours had last changed then; `null`: they have yet to agree. */
  readonly agreedAt: Date | null;
  readonly kept: readonly string[];
}

/** A version that lost against a later one. */
export interface Conflict {
  readonly id: ConflictId;
  readonly community: CommunityId;
  readonly series: SeriesId;
  /** Whether the version that lost is ours. */
  readonly ours: boolean;
  /** As iCalendar. */
  readonly lost: string;
  readonly takenAt: Date | null;
  readonly createdAt: Date;
}
