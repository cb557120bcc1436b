import type { MemberId } from '../../kernel/ids.js';
import type { Request } from '../types.js';
import { mediatorOf } from './course.js';

/** Who has agreed to meet, and knows of the others that they have. */
export function agreedOf(request: Request): MemberId[] {
  const mediator = mediatorOf(request);
  return mediator ? [request.requester, mediator] : [request.requester];
}
