import type { MemberId } from '../../kernel/ids.js';
import type { Request } from '../types.js';
import { mediatorOf } from './course.js';
import { guestOf, isPending, leave, unanswered, withdraw } from './guests.js';

export type Here = (member: MemberId) => boolean;

/**
 * The guests as time and departures leave them: who went has left it, a text for who is not there
 * is no use.
 */
export function guestsNow(request: Request, now: Date, here: Here): Request {
  const gone = request.guests.filter(({ member }) => !here(member));
  return gone.reduce(
    (left, guest) => {
      if (guest.state === 'drafted') return withdraw(left, guest.member);
      const part = isPending(guest) || guest.state === 'accepted';
      return part ? leave(left, guest.member) : left;
    },
    unanswered(request, now),
  );
}

/**
 * Whether the mediator cannot go on: they are gone, or turn out to be one of the people invited,
 * two accounts having been said to be one person's.
 */
export function mediatorLost(request: Request, here: Here): boolean {
  const mediator = request.state === 'met' ? mediatorOf(request) : null;
  return mediator !== null && (!here(mediator) || guestOf(request, mediator) !== null);
}
