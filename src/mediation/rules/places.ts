import type { MemberId } from '../../kernel/ids.js';
import type { Place, Request } from '../types.js';

export const placesOf = ({ places }: Pick<Request, 'places'>): readonly Place[] => places ?? [];

/** Whether that is nobody's account, but a place held for somebody from outside. */
export const isOutside = (request: Pick<Request, 'places'>, member: MemberId | null): boolean =>
  placesOf(request).some(({ seat }) => seat === member);

/** Whoever came by a link, or could still, is shown the door. */
export const shut = (request: Pick<Request, 'places'>): Place[] =>
  placesOf(request).map((one) => ({ ...one, link: null, session: null }));

export const withPlace = (
  request: Request,
  seat: MemberId,
  change: (place: Place) => Place,
): Request => ({
  ...request,
  places: placesOf(request).map((one) => (one.seat === seat ? change(one) : one)),
});
