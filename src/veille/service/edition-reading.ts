import { getMember } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, EditionId, MemberId, ResourceId } from '../../kernel/ids.js';
import * as policy from '../policy.js';
import * as store from '../store/editions.js';
import type { Edition, EditionShown } from '../types.js';
import { editionShown } from './edition-shown.js';
import { curatorsNow } from './known.js';
import type { Parts } from './parts.js';

/** What is read of editions: by everybody, by those who edit, by whoever publishes them elsewhere. */
export function createEditionReading({ prisma }: Pick<Parts, 'prisma'>) {
  return {
    /** Those that are published, the latest first. */
    async editions(community: CommunityId): Promise<readonly EditionShown[]> {
      const all = await store.listEditions(prisma, community, 'published');
      return Promise.all(all.map((one) => editionShown(prisma, one)));
    },

    /** One that is published; `null` for a draft too. */
    async edition(community: CommunityId, number: number): Promise<EditionShown | null> {
      const found = await store.findEdition(prisma, community, { number });
      return found?.state === 'published' ? editionShown(prisma, found) : null;
    },

    /** As one member may see it: a draft, for those who edit. */
    async editionFor(
      community: CommunityId,
      member: MemberId,
      number: number,
    ): Promise<{ readonly shown: EditionShown; readonly edits: boolean } | null> {
      const found = await store.findEdition(prisma, community, { number });
      const edits = await mayEdit(prisma, community, member);
      if (!found || (found.state === 'draft' && !edits)) return null;
      return { shown: await editionShown(prisma, found), edits };
    },

    /** All that one member may see, the latest first. */
    async editionsFor(
      community: CommunityId,
      member: MemberId,
    ): Promise<{ readonly editions: readonly Edition[]; readonly edits: boolean }> {
      const edits = await mayEdit(prisma, community, member);
      const drafts = edits ? await store.listEditions(prisma, community, 'draft') : [];
      const published = await store.listEditions(prisma, community, 'published');
      return { editions: [...drafts, ...published], edits };
    },

    /** For its card in the rooms, which stays when it is taken back: whoever draws looks at its state. */
    async editionById(community: CommunityId, id: EditionId): Promise<EditionShown | null> {
      const found = await store.findEdition(prisma, community, { id });
      return found && editionShown(prisma, found);
    },

    editionsHolding: (community: CommunityId, resource: ResourceId): Promise<EditionId[]> =>
      store.editionsHolding(prisma, community, resource),
  };
}

/** Looks after a theme, or facilitates. */
export async function mayEdit(tx: Tx, community: CommunityId, id: MemberId): Promise<boolean> {
  const member = await getMember(tx, community, id);
  return member !== null && policy.mayEdit(member, (await curatorsNow(tx, community)).values());
}
