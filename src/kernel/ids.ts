import { randomBytes } from 'node:crypto';

declare const brand: unique symbol;
/** A string that cannot be mistaken for another kind of id: mixing two does not compile. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type CommunityId = Id<'community'>;
export type RoomId = Id<'room'>;
export type MemberId = Id<'member'>;
export type AccountId = Id<'account'>;
export type DecisionId = Id<'decision'>;
export type SeriesId = Id<'series'>;
export type PollId = Id<'poll'>;
export type ResourceId = Id<'resource'>;
export type FollowId = Id<'follow'>;
export type OutletId = Id<'outlet'>;
export type EditionId = Id<'edition'>;
export type SittingId = Id<'sitting'>;
export type TaskId = Id<'task'>;
export type FloorId = Id<'floor'>;
export type FollowedId = Id<'followed'>;
export type LinkId = Id<'link'>;
export type ConflictId = Id<'conflict'>;
export type FeedId = Id<'feed'>;
export type EventPlaceId = Id<'event-place'>;
export type MediationId = Id<'mediation'>;
export type AgreementId = Id<'agreement'>;
export type FileId = Id<'file'>;

/**
 * A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits, so that ids made later
 * sort later to the millisecond.
 */
export function newId<Kind extends string>(now: Date): Id<Kind> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>;
}

/** 36 characters in 22: for button ids, which platforms limit to 100 characters. */
export const shortenId = (id: string): string =>
  Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

/** The reverse of {@link shortenId}; `null` when the text is not a shortened id. */
export function expandId<Kind extends string>(short: string): Id<Kind> | null {
  if (!/^[\w-]{22}$/.test(short)) return null;
  const hex = Buffer.from(short, 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>;
}
