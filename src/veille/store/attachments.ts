import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type MemberId, newId, type ResourceId } from '../../kernel/ids.js';
import type { Attachment } from '../types/attaching.js';

type Row = Awaited<ReturnType<Tx['resourceAttachment']['findFirstOrThrow']>>;

const toAttachment = ({ resourceId, kind, targetId, memberId, at }: Row): Attachment => ({
  ...{ resource: resourceId as ResourceId, target: { kind, id: targetId } },
  ...{ member: memberId as MemberId, at },
});

/** What these pages go with, the first attached first. */
export async function attachmentsOf(
  tx: Tx,
  community: CommunityId,
  resources: readonly ResourceId[],
): Promise<Attachment[]> {
  const rows = await tx.resourceAttachment.findMany({
    where: { communityId: community, resourceId: { in: [...resources] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toAttachment);
}

/** The pages that go with something, the first attached first. */
export async function attachmentsTo(
  tx: Tx,
  community: CommunityId,
  target: string,
): Promise<Attachment[]> {
  const rows = await tx.resourceAttachment.findMany({
    where: { communityId: community, targetId: target },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toAttachment);
}

export async function insertAttachment(
  tx: Tx,
  community: CommunityId,
  { resource, target, member, at }: Attachment,
): Promise<void> {
  await tx.resourceAttachment.create({
    data: {
      ...{ id: newId(at), communityId: community, resourceId: resource, memberId: member, at },
      ...{ kind: target.kind, targetId: target.id },
    },
  });
}

export async function deleteAttachments(
  tx: Tx,
  community: CommunityId,
  of: { readonly resources: readonly ResourceId[]; readonly target: string },
): Promise<void> {
  await tx.resourceAttachment.deleteMany({
    where: {
      communityId: community,
      ...{ resourceId: { in: [...of.resources] }, targetId: of.target },
    },
  });
}
