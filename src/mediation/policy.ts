import type { Member } from '../community/types.js';
import type { MemberId } from '../kernel/ids.js';
import type { Agreement, Part, Place, State } from './types.js';

export const mayNameMediators = (member: Member): boolean => member.role === 'facilitator';

export const maySetMediation = (member: Member): boolean => member.role === 'facilitator';

export const maySeeFigures = (member: Member): boolean => member.role === 'facilitator';

/** Every gesture on a request. */
export const GESTURES = [
  ...(['open', 'edit', 'send', 'read', 'accept', 'decline', 'write', 'talk'] as const),
  ...(['readings', 'reveal', 'recuse', 'close', 'erase'] as const),
  ...(['guests', 'invite', 'reword', 'approve', 'withdraw', 'change', 'gather'] as const),
  ...(['join', 'prefer', 'leave', 'say', 'together'] as const),
  ...(['terms', 'amend', 'confirm'] as const),
  ...(['meeting', 'dates', 'suit', 'choose', 'offer', 'enter'] as const),
  ...(['outside', 'relink', 'unlink', 'introduce'] as const),
] as const;
export type Gesture = (typeof GESTURES)[number];

type Cell = Readonly<Partial<Record<Part, readonly State[]>>>;

const UNSENT = ['draft'] as const;
const LIVE = ['asking', 'met', 'paused'] as const;
const SENT = [...LIVE, 'closed'] as const;
const ALL = [...UNSENT, ...SENT] as const;

/** Who may do what, and when; what is not here, nobody may. */
const MAY: Readonly<Record<Gesture, Cell>> = {
  open: {
    ...{ requester: ALL, asked: ['asking'], mediator: ['met', 'closed'] },
    ...{ invited: ['met'], held: LIVE, joined: ['met', 'closed'] },
  },
  edit: { requester: UNSENT },
  send: { requester: ['draft', 'paused'] },
  read: { requester: ALL, asked: ['asking'], mediator: ['met', 'closed'] },
  accept: { asked: ['asking'] },
  decline: { asked: ['asking'] },
  write: { requester: ['met'], mediator: ['met'], invited: ['met'], joined: ['met'] },
  talk: {
    ...{ requester: SENT, mediator: ['met', 'closed'] },
    ...{ invited: ['met'], joined: ['met', 'closed'] },
  },
  readings: { requester: SENT },
  reveal: { requester: LIVE },
  recuse: { mediator: ['met'] },
  close: { requester: LIVE },
  erase: { requester: ALL },
  guests: { requester: ['met'], mediator: ['met'] },
  // Not the mediator: trying every name would tell theirs.
  invite: { requester: ['met'] },
  reword: { requester: ['met'], mediator: ['met'] },
  approve: { requester: ['met'], mediator: ['met'] },
  withdraw: { requester: ['met'], mediator: ['met'] },
  change: { requester: ['met'] },
  gather: { requester: ['met'] },
  join: { invited: ['met'] },
  prefer: { invited: ['met'] },
  leave: { invited: ['met'], held: LIVE, joined: ['met', 'closed'] },
  say: { requester: ['met'], mediator: ['met'], joined: ['met'] },
  terms: { requester: ['met'], mediator: ['met'], joined: ['met'] },
  amend: { requester: ['met'], mediator: ['met'], joined: ['met'] },
  // An agreement is between those who will live with it.
  confirm: { requester: ['met'], joined: ['met'] },
  together: { requester: SENT, mediator: ['met', 'closed'], joined: ['met', 'closed'] },
  meeting: { requester: ['met'], mediator: ['met'], joined: ['met'] },
  dates: { mediator: ['met'] },
  suit: { requester: ['met'], mediator: ['met'], joined: ['met'] },
  choose: { mediator: ['met'] },
  // Which networks all are on tells something of a requester who has not said who they are.
  offer: { requester: ['met'] },
  enter: { requester: ['met'], mediator: ['met'], joined: ['met'] },
  outside: { requester: ['draft', 'paused'] },
  relink: { requester: ['asking', 'met'] },
  unlink: { requester: ['asking', 'met'] },
  introduce: { asked: ['asking'], mediator: ['met'] },
};

export const may = (gesture: Gesture, part: Part, state: State): boolean =>
  MAY[gesture][part]?.includes(state) ?? false;

/** These are about the place of a mediator from outside: with a member, there is none. */
const OF_A_PLACE: readonly Gesture[] = ['relink', 'unlink', 'introduce'];

export const mayWithPlace = (gesture: Gesture, place: Place | null): boolean =>
  place !== null || !OF_A_PLACE.includes(gesture);

/** What somebody from outside is called is for those who are part of the same. */
export const mayKnowNames = (part: Part): boolean => part !== 'stranger' && part !== 'former';

/** Whoever let an agreement go, and whoever was never part of it, does not know that it is. */
export const mayOpenAgreement = (agreement: Agreement, member: MemberId): boolean =>
  agreement.keepers.includes(member);

/** Whether it holds is asked at the date they chose, and not before. */
export const mayAnswer = (agreement: Agreement, member: MemberId): boolean =>
  mayOpenAgreement(agreement, member) && agreement.followed;
