import type { Tx } from '../../database/transaction.js';
import {
  type CommunityId,
  type FollowId,
  type MemberId,
  newId,
  type ResourceId,
  type RoomId,
} from '../../kernel/ids.js';
import type { Mark, MarkKind, Remark, Resource, Share } from '../types.js';

type Of = Pick<Resource, 'id' | 'community'>;

/** What was said of resources, of linked accounts each its own, the oldest first. */

export async function sharesOf(
  tx: Tx,
  community: CommunityId,
  ids: readonly ResourceId[],
): Promise<Share[]> {
  const rows = await tx.resourceShare.findMany({
    where: { communityId: community, resourceId: { in: [...ids] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, resourceId, memberId, followId, roomId, why, link, at }) => ({
    ...{ id, why, link, at, resource: resourceId as ResourceId },
    ...{ member: memberId as MemberId | null, follow: followId as FollowId | null },
    room: roomId as RoomId | null,
  }));
}

export async function insertShare(tx: Tx, community: CommunityId, share: Share): Promise<void> {
  const { resource, member, follow, room, ...rest } = share;
  await tx.resourceShare.create({
    data: {
      ...{ ...rest, communityId: community, resourceId: resource },
      ...{ memberId: member, followId: follow, roomId: room },
    },
  });
}

export async function deleteShares(
  tx: Tx,
  community: CommunityId,
  ids: readonly string[],
): Promise<void> {
  await tx.resourceShare.deleteMany({ where: { communityId: community, id: { in: [...ids] } } });
}

export async function marksOf(
  tx: Tx,
  community: CommunityId,
  ids: readonly ResourceId[],
): Promise<(Mark & { readonly resource: ResourceId })[]> {
  const rows = await tx.resourceMark.findMany({
    where: { communityId: community, resourceId: { in: [...ids] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ memberId, kind, at, resourceId }) => ({
    ...{ member: memberId as MemberId, kind, at, resource: resourceId as ResourceId },
  }));
}

export async function putMark(tx: Tx, { id, community }: Of, mark: Mark): Promise<void> {
  const { member, kind, at } = mark;
  await tx.resourceMark.upsert({
    where: {
      resourceId_memberId_kind: { resourceId: id, memberId: member, kind },
      communityId: community,
    },
    create: { id: newId(at), communityId: community, resourceId: id, memberId: member, kind, at },
    update: { at },
  });
}

/** `false` when there was none. */
export async function deleteMarks(
  tx: Tx,
  community: CommunityId,
  of: {
    readonly resources: readonly ResourceId[];
    readonly members: readonly MemberId[];
    readonly kind: MarkKind;
  },
): Promise<boolean> {
  const { count } = await tx.resourceMark.deleteMany({
    where: {
      ...{ communityId: community, resourceId: { in: [...of.resources] } },
      ...{ memberId: { in: [...of.members] }, kind: of.kind },
    },
  });
  return count > 0;
}

export async function remarksOf(
  tx: Tx,
  community: CommunityId,
  ids: readonly ResourceId[],
): Promise<(Remark & { readonly resource: ResourceId })[]> {
  const rows = await tx.resourceRemark.findMany({
    where: { communityId: community, resourceId: { in: [...ids] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, memberId, kind, text, at, resourceId }) => ({
    ...{ id, kind, text, at, member: memberId as MemberId, resource: resourceId as ResourceId },
  }));
}

export async function insertRemark(tx: Tx, { id, community }: Of, remark: Remark): Promise<void> {
  const { member, ...rest } = remark;
  await tx.resourceRemark.create({
    data: { ...rest, communityId: community, resourceId: id, memberId: member },
  });
}

export async function deleteRemark(tx: Tx, community: CommunityId, id: string): Promise<void> {
  await tx.resourceRemark.deleteMany({ where: { id, communityId: community } });
}

export async function tagsOf(
  tx: Tx,
  community: CommunityId,
  ids: readonly ResourceId[],
): Promise<{ readonly tag: string; readonly resource: ResourceId }[]> {
  const rows = await tx.resourceTag.findMany({
    where: { communityId: community, resourceId: { in: [...ids] } },
    orderBy: { tag: 'asc' },
  });
  return rows.map(({ tag, resourceId }) => ({ tag, resource: resourceId as ResourceId }));
}

export async function addTags(
  tx: Tx,
  { id, community }: Of,
  tags: readonly string[],
  by: { readonly member: MemberId; readonly now: Date },
): Promise<void> {
  await tx.resourceTag.createMany({
    data: tags.map((tag) => ({
      ...{ id: newId(by.now), communityId: community, resourceId: id },
      ...{ memberId: by.member, tag, at: by.now },
    })),
    skipDuplicates: true,
  });
}

export async function deleteTags(
  tx: Tx,
  community: CommunityId,
  of: { readonly resources: readonly ResourceId[]; readonly tags: readonly string[] },
): Promise<boolean> {
  const { count } = await tx.resourceTag.deleteMany({
    where: {
      ...{ communityId: community, resourceId: { in: [...of.resources] } },
      tag: { in: [...of.tags] },
    },
  });
  return count > 0;
}
