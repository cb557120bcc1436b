import { inTheirVoice, type Voices, voiceOf } from '../../community/rules/voices.js';
import { listVoices } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { findContext, listContexts, listParticipants } from '../store/contexts.js';
import { findContribution, listContributions, type Wanted } from '../store/contributions.js';
import { findExpense, type KeptExpense, listExpenses } from '../store/expenses.js';
import { type KeptReview, listReviews, listReviewsOf } from '../store/reviews.js';
import type { WhichExpense } from '../types/expenses.js';
import type {
  ContextId,
  Contribution,
  ContributionId,
  WealthContext,
  Which,
  WhichContext,
} from '../types.js';

/** What people declared and said, each in their one voice, however many accounts they have. */

const inVoice = <T extends Pick<Contribution, 'member' | 'author' | 'asked'>>(
  one: T,
  voices: Voices,
): T => ({
  ...one,
  member: voiceOf(voices, one.member),
  author: voiceOf(voices, one.author),
  asked: [...new Set(one.asked.map((id) => voiceOf(voices, id)))],
});

export async function contextNow(
  tx: Tx,
  community: CommunityId,
  which: WhichContext | { readonly folded: string },
): Promise<WealthContext | null> {
  const found = await findContext(tx, community, which);
  if (!found) return null;
  return { ...found, author: voiceOf(await listVoices(tx, community), found.author) };
}

export async function contextsNow(tx: Tx, community: CommunityId): Promise<WealthContext[]> {
  const voices = await listVoices(tx, community);
  return (await listContexts(tx, community)).map((context) => ({
    ...context,
    author: voiceOf(voices, context.author),
  }));
}

export async function participantsNow(
  tx: Tx,
  context: Pick<WealthContext, 'id' | 'community'>,
): Promise<MemberId[]> {
  const voices = await listVoices(tx, context.community);
  const all = await listParticipants(tx, context);
  return [...new Set(all.map((id) => voiceOf(voices, id)))];
}

export async function contributionNow(
  tx: Tx,
  community: CommunityId,
  which: Which,
): Promise<Contribution | null> {
  const found = await findContribution(tx, community, which);
  return found && inVoice(found, await listVoices(tx, community));
}

export async function contributionsNow(
  tx: Tx,
  community: CommunityId,
  wanted: Wanted,
): Promise<Contribution[]> {
  const voices = await listVoices(tx, community);
  return (await listContributions(tx, community, wanted)).map((one) => inVoice(one, voices));
}

export const reviewsNow = async (
  tx: Tx,
  contribution: Pick<Contribution, 'id' | 'community'>,
): Promise<KeptReview[]> =>
  inTheirVoice(await listReviews(tx, contribution), await listVoices(tx, contribution.community));

/** The same of several, by contribution. */
export async function reviewsOfAll(
  tx: Tx,
  community: CommunityId,
  contributions: readonly Pick<Contribution, 'id'>[],
): Promise<ReadonlyMap<ContributionId, KeptReview[]>> {
  const ids = contributions.map(({ id }) => id);
  const all = inTheirVoice(
    await listReviewsOf(tx, community, ids),
    await listVoices(tx, community),
  );
  const by = new Map<ContributionId, KeptReview[]>(ids.map((id) => [id, []]));
  for (const review of all) by.get(review.contribution)?.push(review);
  return by;
}

/** The other end of a flow too is somebody with one voice. */
export const otherIn = (voices: Voices, other: MemberId | null): MemberId | null =>
  other && voiceOf(voices, other);

export async function expenseNow(
  tx: Tx,
  community: CommunityId,
  which: WhichExpense,
): Promise<KeptExpense | null> {
  const found = await findExpense(tx, community, which);
  return found && inVoice(found, await listVoices(tx, community));
}

export async function expensesNow(
  tx: Tx,
  community: CommunityId,
  context: ContextId | null,
): Promise<KeptExpense[]> {
  const voices = await listVoices(tx, community);
  return (await listExpenses(tx, community, context)).map((one) => inVoice(one, voices));
}
