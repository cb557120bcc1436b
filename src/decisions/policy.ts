import type { Member } from '../community/types.js';
import type { Decision } from './types.js';

/** Author or facilitator: who answers for a decision's course. */
const steers = (member: Member, decision: Decision): boolean =>
  member.id === decision.author || member.role === 'facilitator';

export const mayAmend = steers;
export const mayExtend = steers;
export const mayClose = steers;
export const mayWithdraw = steers;
export const mayReopen = steers;
export const mayOpenRound = steers;
export const mayConclude = steers;
