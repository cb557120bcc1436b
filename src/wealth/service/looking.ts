import { voiceOf } from '../../community/rules/voices.js';
import { listMembers, listVoices } from '../../community/store.js';
import { silenceEnds, standingOf, stateFrom } from '../rules/review.js';
import { type Asked, nextValidators } from '../rules/rotation.js';
import { addParticipants } from '../store/contexts.js';
import { countAsked, updateContribution } from '../store/contributions.js';
import { insertReview } from '../store/reviews.js';
import type { Content, Contribution, ContributionId, Review } from '../types.js';
import { ALARMS, type Held, type HeldContext, type Parts } from './parts.js';
import { keepReview, readReview } from './sealed.js';
import { reviewsNow } from './voices.js';

/** Before others look: who takes part, who is asked in turn, what silence will say and when. */
export async function submitted(
  held: HeldContext,
  contribution: Contribution,
  content: Content,
  now: Date,
  before?: readonly Asked[],
): Promise<Contribution> {
  const { tx, context, alarm } = held;
  const { rule } = context;
  const taking = [contribution.member, ...(content.other ? [content.other] : [])];
  const newcomers = taking.filter((id) => !held.participants.includes(id));
  await addParticipants(tx, context, newcomers, now);
  const here = new Set((await listMembers(tx, context.community)).map(({ id }) => id));
  const asked = nextValidators({
    participants: [...held.participants, ...newcomers].filter((id) => here.has(id)),
    not: [contribution.author],
    owner: contribution.member,
    before: before ?? (await askedBefore(held, contribution.id)),
    needed: rule.validations,
  });
  const state = rule.validations === 0 ? 'validated' : 'declared';
  const silent = state === 'validated' ? null : silenceEnds(rule, now);
  await alarm(ALARMS.silence, contribution.id, silent);
  return { ...contribution, asked, state, silentAt: silent };
}

/** Whose turn it is follows from who was asked before, each in their one voice. */
export async function askedBefore(
  { tx, context }: Pick<HeldContext, 'tx' | 'context'>,
  not: ContributionId | null,
): Promise<Asked[]> {
  const voices = await listVoices(tx, context.community);
  return (await countAsked(tx, context, not)).map(({ owner, asked, times }) => ({
    ...{ owner: voiceOf(voices, owner), asked: [voiceOf(voices, asked)], times },
  }));
}

export async function reviewsOf(parts: Parts, held: Held): Promise<Review[]> {
  const found = await reviewsNow(held.tx, held.contribution);
  return found.map((review) => readReview(parts.vault, held.contribution, review));
}

/** One more word on a contribution; gives all of them. */
export async function say(
  parts: Parts,
  held: Held,
  said: Pick<Review, 'kind'> & Partial<Pick<Review, 'text' | 'quantity' | 'replyTo'>>,
  now: Date,
): Promise<{ readonly reviews: readonly Review[]; readonly position: number }> {
  const { tx, context, contribution, member } = held;
  const reviews = await reviewsOf(parts, held);
  const position = (reviews.at(-1)?.position ?? 0) + 1;
  const review: Review = {
    ...{ text: '', quantity: null, replyTo: null, ...said },
    ...{ position, version: contribution.version, member: member.id, createdAt: now },
  };
  await insertReview(
    tx,
    contribution.community,
    keepReview(parts.vault, context, contribution, review),
  );
  return { reviews: [...reviews, review], position };
}

/** Validated or not, as what was said makes it now. */
export async function recounted(
  {
    tx,
    context,
    contribution,
    record,
    alarm,
  }: Pick<Held, 'tx' | 'context' | 'contribution' | 'record' | 'alarm'>,
  reviews: readonly Review[],
  now: Date,
): Promise<Contribution> {
  const { silentAt } = contribution;
  const state = stateFrom(standingOf(reviews, contribution), context.rule, { silentAt, now });
  if (state === contribution.state) return contribution;
  await updateContribution(tx, contribution, { state });
  await alarm(ALARMS.silence, contribution.id, state === 'validated' ? null : silentAt);
  await record('wealth.changed', contribution.id, { to: state });
  return { ...contribution, state };
}

/** What kept silence from speaking is over: when its time has passed, it begins anew. */
export async function rewound(
  { tx, context, alarm }: Held,
  contribution: Contribution,
  now: Date,
): Promise<Contribution> {
  const past = contribution.silentAt !== null && contribution.silentAt <= now;
  if (contribution.state !== 'declared' || !past) return contribution;
  const next = silenceEnds(context.rule, now);
  await updateContribution(tx, contribution, { silentAt: next });
  await alarm(ALARMS.silence, contribution.id, next);
  return { ...contribution, silentAt: next };
}

export const openings = async (
  { vault }: Parts,
  { tx, context }: Pick<HeldContext, 'tx' | 'context'>,
) => ({ vault, voices: await listVoices(tx, context.community) });
