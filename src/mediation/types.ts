import type { AgreementId, CommunityId, MediationId, MemberId } from '../kernel/ids.js';
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

export const OUTCOMES = [
  ...(['waiting', 'accepted', 'declined', 'silent', 'recused', 'replaced', 'withdrawn'] as const),
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One mediator who was asked, or is. */
export interface Asked {
  /** A member, or the seat of a {@link Place}. */
  readonly mediator: MemberId;
  readonly at: Date;
  /** Until when an answer is waited for. */
  readonly until: Date;
  readonly outcome: Outcome;
}

/** What lets somebody in: of its secret, only a digest is kept. */
export interface Pass {
  readonly digest: string;
  readonly until: Date;
}

/**
 * A place held for a mediator from outside the community, who has no account and comes by a link.
 * It is kept within the request: a copy of the database does not tell that there is one.
 */
export interface Place {
  /** What stands for them wherever a member would; nobody's account. */
  readonly seat: MemberId;
  /** What they said to be called; empty until they did. */
  readonly name: string;
  /** The link, while it still opens the place: once. */
  readonly link: Pass | null;
  readonly takenAt: Date | null;
  /** The browser that took it. */
  readonly session: Pass | null;
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
  /** Held for mediators from outside, those of before included. */
  readonly places?: readonly Place[];
  /** The other people of the conflict, in the order they were thought of. */
  readonly guests: readonly Guest[];
  /** What those who talk together are writing; `null` when nothing is. */
  readonly terms: Terms | null;
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
  /** Their role on their network made them one: they are one as long as they have it. */
  readonly byRole: boolean;
}

/** What is written down of a request as it goes. */
export type Page =
  | {
      readonly type: 'message';
      readonly from: Side;
      /** The mediator it was exchanged with: a later one does not read it. */
      readonly mediator: MemberId;
      /** The guest it was exchanged with, whom the requester does not read; else the requester. */
      readonly guest?: MemberId;
      readonly text: string;
      readonly at: Date;
    }
  | {
      /** To all who talk together: who they were is written on it, and nobody else reads it. */
      readonly type: 'shared';
      readonly from: MemberId;
      readonly to: readonly MemberId[];
      readonly text: string;
      readonly at: Date;
    }
  | {
      /** What the terms said before they were amended; read by those who could then. */
      readonly type: 'version';
      readonly by: MemberId;
      readonly to: readonly MemberId[];
      readonly version: number;
      readonly text: string;
      readonly at: Date;
    }
  | MeetingPage
  | { readonly type: 'reading'; readonly reader: MemberId; readonly what: Seen; readonly at: Date };

/** What was read: the request itself, the messages, or those to all who talk together. */
export type Seen = 'request' | 'messages' | 'together';
export type Side = 'requester' | 'mediator' | 'guest';

/**
 * - `drafted`: the text is not approved by both yet.
 * - `waiting`: they have it, and have not answered.
 * - `elsewhere`: they would accept with another mediator.
 * - `declined`, `silent`: they are out of it, and nothing else is asked of them.
 * - `left`: they had accepted, and went.
 */
export const GUEST_STATES = [
  ...(['drafted', 'waiting', 'elsewhere', 'accepted', 'declined', 'silent', 'left'] as const),
] as const;
export type GuestState = (typeof GUEST_STATES)[number];

/** Who must approve what a guest is told. */
export type Approver = Extract<Side, 'requester' | 'mediator'>;

/** Somebody else of the conflict, whom requester and mediator wish to invite. */
export interface Guest {
  readonly member: MemberId;
  readonly state: GuestState;
  /** All that they are told, beside who the mediator is. */
  readonly text: string;
  /** Of the text: what is approved is what was read. */
  readonly version: number;
  readonly approved: readonly Approver[];
  /** They were told before: they wait for a new mediator. */
  readonly reached: boolean;
  /** Until when an answer is waited for. */
  readonly until: Date | null;
  /** With whom they would accept. */
  readonly prefers: MemberId | null;
  /** Is in the conversation of all. */
  readonly together: boolean;
}

/** An agreement that is being written: each may amend it, and each confirms it as it stands. */
export interface Terms {
  readonly text: string;
  readonly version: number;
  readonly by: MemberId;
  readonly at: Date;
  /** When they wish to be asked whether it holds; `null`: never. */
  readonly followAt: Date | null;
  readonly confirmed: readonly MemberId[];
}

export const HOLDS = ['yes', 'partly', 'no'] as const;
export type Holds = (typeof HOLDS)[number];

/** An agreement that all confirmed. It lives on its own, for as long as somebody keeps it. */
export interface Agreement {
  readonly id: AgreementId;
  readonly community: CommunityId;
  readonly text: string;
  readonly parties: readonly MemberId[];
  /** The parties who still keep it: nobody else reads it. */
  readonly keepers: readonly MemberId[];
  readonly at: Date;
  readonly followAt: Date | null;
  /** They were asked whether it holds. */
  readonly followed: boolean;
  /** Each one's answer is theirs; it is shown to the others when they say so. */
  readonly answers: readonly {
    readonly member: MemberId;
    readonly holds: Holds;
    readonly told: boolean;
  }[];
}

/**
 * What somebody is to a request. An `invited` person has not answered yet, one who `joined`
 * accepted; one who is `held` waits for a new mediator. A `former` mediator or guest is no longer
 * part of it; a stranger never learns that it exists.
 */
export type Part =
  | 'requester'
  | 'asked'
  | 'mediator'
  | 'invited'
  | 'held'
  | 'joined'
  | 'former'
  | 'stranger';

/** In characters. */
export const LIMITS = {
  ...{ what: 2000, others: 200, hope: 1000, reach: 200, aside: 200, text: 1500 },
  ...{ about: 300, contact: 200, invitation: 1000, terms: 2000, called: 60 },
} as const;

export const BOUNDS = {
  answerHours: { min: 1, max: 336 },
  keepDays: { min: 1, max: 365 },
  capacity: { min: 1, max: 20 },
} as const;

/** How many requests a mediator takes at a time until they say otherwise. */
export const CAPACITY = 3;

export const DEFAULT_PLEDGE: Pledge = { answerHours: 48, keepDays: 30, contact: '' };
