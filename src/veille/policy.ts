import type { Member } from '../community/types.js';
import type { MemberId } from '../kernel/ids.js';
import type { Follow, Known } from './types.js';

/** Whoever looks after its theme, and facilitators. */
export const mayCurate = (member: Member, curators: readonly MemberId[]): boolean =>
  member.role === 'facilitator' || curators.includes(member.id);

/** The first theme is for anybody to give; another, for who brought it or looks after it. */
export const mayClassify = (member: Member, { resource, shares, curators }: Known): boolean =>
  resource.theme === '' ||
  mayCurate(member, curators) ||
  shares.some((share) => share.member === member.id);

/** A feed is for who follows it here, who looks after its theme, and facilitators, to steer. */
export const maySteer = (
  member: Member,
  follow: Pick<Follow, 'member'>,
  curators: readonly MemberId[],
): boolean => follow.member === member.id || mayCurate(member, curators);

/** A digest in a room is read by all of it. */
export const mayGiveRoomDigest = (member: Member): boolean => member.role === 'facilitator';
