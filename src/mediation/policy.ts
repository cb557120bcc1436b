import type { Member } from '../community/types.js';
import type { Part, State } from './types.js';

export const mayNameMediators = (member: Member): boolean => member.role === 'facilitator';

export const maySetMediation = (member: Member): boolean => member.role === 'facilitator';

export const maySeeFigures = (member: Member): boolean => member.role === 'facilitator';

/** Every gesture on a request. */
export const GESTURES = [
  ...(['open', 'edit', 'send', 'read', 'accept', 'decline', 'write', 'talk'] as const),
  ...(['readings', 'reveal', 'recuse', 'close', 'erase'] as const),
  ...(['meeting', 'dates', 'suit', 'choose', 'offer', 'enter'] as const),
] as const;
export type Gesture = (typeof GESTURES)[number];

type Cell = Readonly<Partial<Record<Part, readonly State[]>>>;

const UNSENT = ['draft'] as const;
const LIVE = ['asking', 'met', 'paused'] as const;
const SENT = [...LIVE, 'closed'] as const;
const ALL = [...UNSENT, ...SENT] as const;

/** Who may do what, and when; what is not here, nobody may. */
const MAY: Readonly<Record<Gesture, Cell>> = {
  open: { requester: ALL, asked: ['asking'], mediator: ['met', 'closed'] },
  edit: { requester: UNSENT },
  send: { requester: ['draft', 'paused'] },
  read: { requester: ALL, asked: ['asking'], mediator: ['met', 'closed'] },
  accept: { asked: ['asking'] },
  decline: { asked: ['asking'] },
  write: { requester: ['met'], mediator: ['met'] },
  talk: { requester: SENT, mediator: ['met', 'closed'] },
  readings: { requester: SENT },
  reveal: { requester: LIVE },
  recuse: { mediator: ['met'] },
  close: { requester: LIVE },
  erase: { requester: ALL },
  meeting: { requester: ['met'], mediator: ['met'] },
  dates: { mediator: ['met'] },
  suit: { requester: ['met'], mediator: ['met'] },
  choose: { mediator: ['met'] },
  // Which networks all are on tells something of a requester who has not said who they are.
  offer: { requester: ['met'] },
  enter: { requester: ['met'], mediator: ['met'] },
};

export const may = (gesture: Gesture, part: Part, state: State): boolean =>
  MAY[gesture][part]?.includes(state) ?? false;
