import type { Work } from '../../journal/service.js';
import type { Cause } from '../../journal/types.js';
import { type FollowId, newId } from '../../kernel/ids.js';
import { insertShare, sharesOf } from '../store/said.js';
import type { Preview, Resource } from '../types.js';
import { keysOf, plant, standingUnder } from './sharing.js';

/** A feed brings something: known already, or new and said by the feed. */
export async function bringFromFeed(
  work: Pick<Work, 'tx' | 'alarm'>,
  cause: Pick<Cause, 'community' | 'now'>,
  brought: {
    readonly address: string;
    readonly theme: string;
    readonly follow: FollowId;
    readonly said: Partial<Preview>;
  },
): Promise<Resource | null> {
  const { tx } = work;
  const { community, now } = cause;
  const found = await standingUnder(tx, cause, keysOf(brought.address));
  if (found?.state === 'retracted') return null;
  const resource = found ?? (await plant(work, cause, brought));
  const shares = await sharesOf(tx, community, [resource.id]);
  if (!shares.some(({ follow }) => follow === brought.follow)) {
    await insertShare(tx, community, {
      ...{ id: newId(now), resource: resource.id, member: null, follow: brought.follow },
      ...{ why: '', room: null, link: null, at: now },
    });
  }
  return resource;
}
