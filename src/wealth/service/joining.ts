import { getCommunity, updateCommunity } from '../../community/store.js';
import type { Prisma } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId } from '../../kernel/ids.js';
import { fold } from '../../kernel/text.js';
import { freeName, joinedSettings } from '../rules/joining.js';
import { listContexts, updateContext } from '../store/contexts.js';
import type { WealthSettings } from '../types.js';

/**
 * Before a community joins another: what both call by one name are two contexts still, each with
 * its rule, its people and its periods; the one that comes takes a number. Their words are added up.
 */
export async function joinWealth(
  tx: Tx,
  from: CommunityId,
  to: CommunityId,
): Promise<{ readonly was: string; readonly now: string }[]> {
  const coming = await listContexts(tx, from);
  const there = await listContexts(tx, to);
  const own = new Map(coming.map(({ id, name }) => [id, fold(name)]));
  const host = new Set(there.map(({ name }) => fold(name)));
  const renamed: { was: string; now: string }[] = [];
  for (const context of coming.toReversed()) {
    const { name: was } = context;
    if (!host.has(fold(was))) continue;
    own.delete(context.id);
    const now = freeName(was, new Set([...host, ...own.values()]));
    await updateContext(tx, context, { name: now });
    own.set(context.id, fold(now));
    renamed.push({ was, now });
  }
  await joinSettings(tx, from, to);
  return renamed;
}

async function joinSettings(tx: Tx, from: CommunityId, to: CommunityId): Promise<void> {
  const saidBy = async (community: CommunityId) => (await getCommunity(tx, community)).settings;
  const [coming, host] = [await saidBy(from), await saidBy(to)];
  if (coming.wealth === undefined) return;
  const wealth = joinedSettings(
    host.wealth as Partial<WealthSettings> | undefined,
    coming.wealth as Partial<WealthSettings>,
  );
  const settings = { ...host, wealth } as unknown as Prisma.InputJsonObject;
  await updateCommunity(tx, to, { settings });
}
