import type { CommunityId, MediationId, MemberId } from '../kernel/ids.js';
import type { Locale } from '../kernel/locale.js';
import type { MeetingPage } from './types/meeting.js';

export const URGENCIES = ['calm', 'soon', 'now'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const COUNTRIES = ['FR', 'BE', 'CH', 'LU', 'CA', 'GB', 'IE', 'US'] as const;
export type Country = (typeof COUNTRIES)[number];

/** What a community promises to who asks; each request keeps what it was shown. */
export interface Pledge {
  /** How long a mediator has to answer. */
  readonly answerHours: number;
  /** How long after its end everything is erased. */
  readonly keepDays: number;
  /** Whom to turn to when nobody can, outside of the community; empty: nobody was named. */
  readonly contact: string;
}

/** What somebody asks help for, in their words. */
export interface Story {
  readonly what: string;
  readonly others: string;
  readonly hope: string;
  readonly reach: string;
  /** Who must not be asked, nor know. */
  readonly aside: string;
  readonly urgency: Urgency;
  /** When one cannot, ECC asks the next. */
  readonly onward: boolean;
}

export const OUTCOMES = ['waiting', 'accepted', 'declined', 'silent', 'recused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One mediator who was asked, or is. */
export interface Asked {
  readonly mediator: MemberId;
  readonly at: Date;
  /** Until when an answer is waited for. */
  readonly until: Date;
  readonly outcome: Outcome;
}

/**
 * - `draft`: written, read by nobody else.
 * - `asking`: a mediator was asked, and has not answered yet.
 * - `met`: a mediator accepted.
 * - `paused`: nobody is asked; the requester says what comes next.
 * - `closed`: over; erased when the time has come.
 */
export const STATES = ['draft', 'asking', 'met', 'paused', 'closed'] as const;
export type State = (typeof STATES)[number];

/** One request for mediation, as only its own people know it. */
export interface Request {
  readonly id: MediationId;
  readonly community: CommunityId;
  readonly state: State;
  readonly requester: MemberId;
  /** What they go by until they say otherwise. */
  readonly pseudonym: string;
  /** They said who they are. */
  readonly named: boolean;
  readonly locale: Locale;
  readonly story: Story;
  readonly pledge: Pledge;
  /** In the order they were asked. */
  readonly asked: readonly Asked[];
  /** When it last moved. */
  readonly movedAt: Date;
  readonly eraseAt: Date | null;
  /** The date that was chosen to meet. */
  readonly meetAt?: Date | null;
  /** When its people are reminded of it next. */
  readonly remindAt?: Date | null;
}

export interface Mediator {
  readonly member: MemberId;
  readonly about: string;
  /** As `fr`, `en`. */
  readonly languages: readonly Locale[];
  readonly available: boolean;
  /** How many requests they take at a time. */
  readonly capacity: number;
}

/** What is written down of a request as it goes. */
export type Page =
  | {
      readonly type: 'message';
      readonly from: Side;
      /** The mediator it was exchanged with: a later one does not read it. */
      readonly mediator: MemberId;
      readonly text: string;
      readonly at: Date;
    }
  | MeetingPage
  | { readonly type: 'reading'; readonly reader: MemberId; readonly what: Seen; readonly at: Date };

/** What was read: the request itself, or the messages. */
export type Seen = 'request' | 'messages';
export type Side = 'requester' | 'mediator';

/**
 * What somebody is to a request. A `former` mediator was asked and is no longer; a stranger never
 * learns that it exists.
 */
export type Part = 'requester' | 'asked' | 'mediator' | 'former' | 'stranger';

/** In characters. */
export const LIMITS = {
  ...{ what: 2000, others: 200, hope: 1000, reach: 200, aside: 200, text: 1500 },
  ...{ about: 300, contact: 200 },
} as const;

export const BOUNDS = {
  answerHours: { min: 1, max: 336 },
  keepDays: { min: 1, max: 365 },
  capacity: { min: 1, max: 20 },
} as const;

/** How many requests a mediator takes at a time until they say otherwise. */
export const CAPACITY = 3;

export const DEFAULT_PLEDGE: Pledge = { answerHours: 48, keepDays: 30, contact: '' };
