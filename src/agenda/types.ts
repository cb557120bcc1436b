import type {
  CommunityId,
  FloorId,
  FollowedId,
  MemberId,
  PollId,
  RoomId,
  SeriesId,
  SittingId,
  TaskId,
} from '../kernel/ids.js';

export * from './types/calendars.js';
export * from './types/networks.js';

/**
 * A time as it reads on the wall of a zone: `2026-12-01T20:00`, or `2026-12-01` for whole days.
 * With its zone it is an instant; without, it stays the same hour across clock changes.
 */
export type WallTime = string;

/**
 * Which occurrence of a series: its original wall time (RFC 5545 RECURRENCE-ID), wherever it was
 * moved since. {@link ONCE} for a meeting that does not repeat.
 */
export type Recurrence = string;

export const ONCE: Recurrence = '';
/** An answer that holds for each time. */
export const EACH: Recurrence = '*';

/** What a meeting says of itself; one occurrence may say otherwise. */
export interface Details {
  readonly title: string;
  readonly description: string;
  readonly place: string;
  /** Where to join from afar; empty for none. */
  readonly link: string;
}

/** When it takes place, for the first time and again. */
export interface Schedule {
  readonly start: WallTime;
  /** IANA. */
  readonly zone: string;
  /** Of whole days: a multiple of 1440. */
  readonly minutes: number;
  /** RFC 5545 RRULE value; `null`: once. */
  readonly rule: string | null;
  readonly except: readonly WallTime[];
  readonly extra: readonly WallTime[];
}

/** How people come to it. */
export interface Terms {
  /** Places; those who come later wait. `null`: no limit. */
  readonly capacity: number | null;
  /** Only the author and facilitators see who answered what; the others see how many. */
  readonly discreet: boolean;
  /** How long before to remind, in minutes; empty for never. */
  readonly remindBefore: readonly number[];
}

/** A meeting, once or repeating: `A-12`. */
export interface Series extends Details, Schedule, Terms {
  readonly id: SeriesId;
  readonly community: CommunityId;
  readonly number: number;
  readonly state: 'planned' | 'cancelled';
  readonly theme: string;
  /** Where it was made. */
  readonly room: RoomId | null;
  readonly author: MemberId;
  /** RFC 5545: what calendars know it by, and how often what they show has changed. */
  readonly uid: string;
  readonly sequence: number;
  readonly cancelReason: string;
  /** The followed calendar it comes from, where alone it changes; `null`: from here. */
  readonly followed: FollowedId | null;
  /** What it comes from, in words; empty for here. */
  readonly origin: string;
  readonly followedTo: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** How one occurrence differs; `null` where it does not. */
export interface Change {
  readonly recurrence: Recurrence;
  readonly cancelled: boolean;
  readonly reason: string;
  readonly start: WallTime | null;
  readonly minutes: number | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly place: string | null;
  readonly link: string | null;
  readonly updatedAt: Date;
}

/** One dated meeting, as it will be: its series with its change applied. */
export interface Occurrence extends Details {
  readonly series: SeriesId;
  readonly number: number;
  readonly recurrence: Recurrence;
  readonly start: Date;
  readonly end: Date;
  readonly zone: string;
  readonly allDay: boolean;
  readonly repeats: boolean;
  readonly cancelled: boolean;
  readonly reason: string;
  /** Where it was first planned, when it was moved. */
  readonly movedFrom: Date | null;
}

export const PRESENCES = ['yes', 'maybe', 'no'] as const;
export type Presence = (typeof PRESENCES)[number];

export interface Answer {
  readonly member: MemberId;
  readonly recurrence: Recurrence;
  readonly presence: Presence;
  readonly note: string;
  /** Since when they have said so: the order of the waiting list. */
  readonly since: Date;
  readonly answeredAt: Date;
}

/** Who comes to one occurrence: those with a place, those who wait, in order, and the others. */
export interface Attendance {
  readonly coming: readonly Answer[];
  readonly waiting: readonly Answer[];
  readonly maybe: readonly Answer[];
  readonly no: readonly Answer[];
}

/** Dates to choose from, before a meeting is in the agenda: `S-3`. */
export interface Poll {
  readonly id: PollId;
  readonly community: CommunityId;
  readonly number: number;
  readonly state: 'open' | 'chosen' | 'withdrawn';
  readonly title: string;
  readonly place: string;
  readonly zone: string;
  readonly minutes: number;
  /** In order of time: people and buttons call them by their place, from 1. */
  readonly slots: readonly WallTime[];
  readonly author: MemberId;
  readonly room: RoomId | null;
  /** The meeting that came of it. */
  readonly series: SeriesId | null;
  readonly createdAt: Date;
}

export interface PollAnswer {
  readonly member: MemberId;
  /** For each slot, in order; `maybe` is “if need be”. */
  readonly presences: readonly Presence[];
  readonly answeredAt: Date;
}

/** A series named by its short number, or by its id. */
export type Which = { readonly number: number } | { readonly id: SeriesId };

/** One occurrence with all that is known of it, as one reader may see it. */
export interface Meeting {
  readonly series: Series;
  readonly occurrence: Occurrence;
  readonly attendance: Attendance;
}

/** A meeting with what was prepared for it and what is kept of it. */
export interface MeetingFile extends Meeting {
  readonly sitting: Sitting;
}

/** What is prepared for one occurrence and kept of it; empty until somebody does something. */
export interface Sitting {
  /** `null`: nothing yet. */
  readonly id: SittingId | null;
  /** In their order. */
  readonly items: readonly Item[];
  readonly roles: readonly RoleHeld[];
  /** As they read now, in the order they were written. */
  readonly notes: readonly Note[];
  /** Who came, as somebody wrote it; `null`: those who answered yes. */
  readonly attended: readonly MemberId[] | null;
  /** What was given to do in it. */
  readonly tasks: readonly Task[];
  /** What was given to do before, in the same series, and is not done. */
  readonly pending: readonly Task[];
}

/** One thing to talk about. */
export interface Item {
  /** What buttons call it by, for ever; people call it by its place. */
  readonly key: number;
  readonly title: string;
  readonly minutes: number;
  readonly author: MemberId;
  readonly treated: boolean;
  /** It was put off to another sitting. */
  readonly carriedTo: SittingId | null;
}

export const MEETING_ROLES = ['facilitator', 'scribe', 'timekeeper'] as const;
export type MeetingRole = (typeof MEETING_ROLES)[number];

export interface RoleHeld {
  readonly role: MeetingRole;
  readonly member: MemberId;
  readonly drawn: boolean;
}

/** A line of the notes, as it reads now. */
export interface Note {
  readonly key: number;
  readonly version: number;
  /** The key of its item; 0 for none. */
  readonly item: number;
  /** Empty: taken away. */
  readonly text: string;
  readonly author: MemberId;
  readonly writtenAt: Date;
}

/** Who came, as somebody wrote it down. */
export interface Presences {
  readonly version: number;
  readonly members: readonly MemberId[];
  readonly author: MemberId;
  readonly writtenAt: Date;
}

/** What somebody does after a meeting: `T-4`. */
export interface Task {
  readonly id: TaskId;
  readonly community: CommunityId;
  readonly number: number;
  readonly sitting: SittingId;
  readonly series: SeriesId;
  readonly what: string;
  /** `null`: declined, nobody has it. */
  readonly assignee: MemberId | null;
  readonly author: MemberId;
  readonly state: 'asked' | 'accepted' | 'free' | 'done' | 'dropped';
  readonly dueAt: Date;
  readonly createdAt: Date;
}

/** A queue of who asked to speak. */
export interface Floor {
  readonly id: FloorId;
  readonly community: CommunityId;
  readonly sitting: SittingId | null;
  readonly shares: boolean;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** Somebody waits (not started), speaks (not ended) or has spoken. */
export interface Turn {
  readonly id: string;
  readonly member: MemberId;
  readonly askedAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

/** Limits that are checked and said. Lengths in characters as people count them. */
export const LIMITS = {
  title: 120,
  description: 4000,
  place: 200,
  link: 500,
  theme: 60,
  note: 200,
  reason: 500,
  capacity: 100_000,
  /** Dates of one poll: as many as a list of any network holds. */
  slots: 20,
  /** A meeting of more days than this is a mistake. */
  minutes: 366 * 1440,
  yearsAhead: 10,
  /** Before the first word: a month. */
  remindBefore: 31 * 1440,
  items: 25,
  itemMinutes: 480,
  line: 1000,
  notes: 300,
  task: 200,
  /** Waiting at once. */
  turns: 100,
} as const;
