import type { MemberId } from '../../kernel/ids.js';

/** Whether a date suits somebody; `maybe` is “if need be”. */
export type Suits = 'yes' | 'maybe' | 'no';

/** Why a common room could not be had. */
export type RoomFault = 'forbidden' | 'apart' | 'nowhere' | 'away';

/** What somebody did towards meeting. */
export type Step =
  /** Dates to choose from, as wall times: what was said of others before is over. */
  | { readonly type: 'dates'; readonly slots: readonly string[]; readonly zone: string }
  | { readonly type: 'suits'; readonly presences: readonly Suits[] }
  | { readonly type: 'chosen'; readonly start: Date }
  /** A common room, that each is to say yes to: whoever offers it does. */
  | { readonly type: 'offer'; readonly platform: string }
  | { readonly type: 'entry'; readonly enters: boolean }
  /** What came of asking for it. */
  | { readonly type: 'room'; readonly fault: RoomFault | null; readonly url: string | null }
  /** Others take part now than those it was offered to. */
  | { readonly type: 'over' };

/** One step, on a page of its own. */
export interface MeetingPage {
  readonly type: 'meeting';
  readonly by: MemberId;
  /** The mediator it was taken with: a later one begins anew. */
  readonly mediator: MemberId;
  readonly step: Step;
  readonly at: Date;
}

export interface DatesAnswer {
  readonly member: MemberId;
  readonly presences: readonly Suits[];
  readonly answeredAt: Date;
}

export interface Dates {
  /** From 1; a button of before answers nothing. */
  readonly round: number;
  readonly slots: readonly string[];
  readonly zone: string;
  readonly answers: readonly DatesAnswer[];
}

export interface RoomOffer {
  readonly round: number;
  readonly platform: string;
  readonly by: MemberId;
  /** Who said yes. */
  readonly entering: readonly MemberId[];
  readonly state: 'offered' | 'refused' | 'open' | 'impossible' | 'over';
  readonly fault: RoomFault | null;
  readonly url: string | null;
}

/** How people come to meet, as it stands. */
export interface Meeting {
  readonly dates: Dates | null;
  /** The date that was chosen. */
  readonly start: Date | null;
  readonly room: RoomOffer | null;
}
