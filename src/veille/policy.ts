import type { Member } from '../community/types.js';
import type { MemberId } from '../kernel/ids.js';
import type { Attachment } from './types/attaching.js';
import type { Outlet } from './types/giving.js';
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

/** What anybody may read speaks for the community: for who looks after it. */
export const mayPublish = (member: Member, curators: readonly MemberId[]): boolean =>
  mayCurate(member, curators);

/** One's own, under whichever account; a public one, whoever may publish. */
export const mayCloseOutlet = (
  member: Member & { readonly accounts: readonly MemberId[] },
  outlet: Pick<Outlet, 'member' | 'key'>,
  curators: readonly MemberId[],
): boolean =>
  member.accounts.includes(outlet.member) || (outlet.key !== null && mayPublish(member, curators));

/** Whoever put it there, who looks after its theme, and facilitators. */
export const mayDetach = (
  member: Member & { readonly accounts: readonly MemberId[] },
  attachments: readonly Pick<Attachment, 'member'>[],
  curators: readonly MemberId[],
): boolean =>
  mayCurate(member, curators) || attachments.every((one) => member.accounts.includes(one.member));

/** Editions, and their drafts, are for whoever looks after a theme, and facilitators. */
export const mayEdit = (member: Member, curators: Iterable<readonly MemberId[]>): boolean =>
  member.role === 'facilitator' || [...curators].some((all) => all.includes(member.id));
