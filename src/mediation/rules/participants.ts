import type { MemberId } from '../../kernel/ids.js';
import type { Request, State } from '../types.js';
import { mediatorOf, partOf } from './course.js';
import { guestOf } from './guests.js';

/** Somebody who takes part in a request; `agreed`: to what comes with all the others. */
export interface Participant {
  readonly member: MemberId;
  readonly part: 'requester' | 'mediator' | 'guest';
  readonly agreed: boolean;
}

/** The people of a request: who asked, who accompanies, and the others who were invited. */
export function participantsOf(request: Request): Participant[] {
  const mediator = mediatorOf(request);
  return [
    { member: request.requester, part: 'requester', agreed: true },
    ...(mediator ? [{ member: mediator, part: 'mediator' as const, agreed: true }] : []),
    ...request.guests
      .filter(({ state }) => state !== 'drafted')
      .map(({ member, together }) => ({ member, part: 'guest' as const, agreed: together })),
  ];
}

/**
 * Who has agreed, and knows of the others that they have: requester and mediator, and the guests
 * once they talk together. A guest who accepted on their own is not told of the others yet.
 */
export const agreedOf = (request: Request): MemberId[] =>
  participantsOf(request)
    .filter(({ agreed }) => agreed)
    .map(({ member }) => member);

/** There is a conversation of all. */
export const talksTogether = ({ guests }: Pick<Request, 'guests'>): boolean =>
  guests.some(({ together }) => together);

/** All that a guest knows of a request. */
export interface Invitation {
  readonly id: Request['id'];
  readonly part: 'invited' | 'held' | 'joined';
  readonly state: State;
  readonly mediator: MemberId | null;
  readonly text: string;
  readonly until: Date | null;
  readonly prefers: MemberId | null;
  /** Whom they talk with, themselves included; nobody until everybody has answered. */
  readonly together: readonly MemberId[];
  /** When all of these meet. */
  readonly meetAt: Date | null;
  readonly keepDays: number;
  readonly eraseAt: Date | null;
}

export function invitationOf(request: Request, member: MemberId): Invitation | null {
  const guest = guestOf(request, member);
  const part = partOf(request, member);
  if (!guest || (part !== 'invited' && part !== 'held' && part !== 'joined')) return null;
  const { id, state, eraseAt, pledge } = request;
  const { text, until, prefers } = guest;
  return {
    ...{ id, part, state, eraseAt, text, until, prefers, keepDays: pledge.keepDays },
    mediator: part === 'held' ? null : mediatorOf(request),
    together: guest.together ? agreedOf(request) : [],
    meetAt: guest.together ? (request.meetAt ?? null) : null,
  };
}
