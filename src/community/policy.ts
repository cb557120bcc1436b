import type { Member } from './types.js';

export const mayChangeSettings = (member: Member): boolean => member.role === 'facilitator';

export const mayLinkRooms = (member: Member): boolean => member.role === 'facilitator';

/** Which reaction is a gesture is a rule of the room. */
export const mayChooseSign = (member: Member): boolean => member.role === 'facilitator';

export const mayRemove = (member: Member): boolean => member.role === 'facilitator';

export const mayLetIn = (member: Member): boolean => member.role === 'facilitator';

export const mayNameFacilitators = (member: Member): boolean => member.role === 'facilitator';
