import type { Quantity } from '../../kernel/quantities/quantity.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { standingOf } from '../rules/review.js';
import type { Contribution, Which } from '../types.js';
import { refuseFrozen } from './declaring.js';
import { recounted, reviewsOf, rewound, say } from './looking.js';
import { type ByMember, changing, type Held, type Parts } from './parts.js';

export function createReviewing(parts: Parts) {
  /** Why this person cannot look at this contribution now; `null` when they can. */
  function refuseLook(held: Held): Result<never> | null {
    const { contribution, context, participants, member } = held;
    const { number, state } = contribution;
    if (policy.isOwn(member.id, contribution)) return refuse('own-not-validated');
    const sees = policy.maySee(member.id, contribution, context, participants);
    const asked = contribution.asked.includes(member.id);
    if (!sees) return refuse('not-for-you', { name: context.name });
    if (!asked && !participants.includes(member.id)) {
      return refuse('participants-only', { name: context.name });
    }
    if (state !== 'declared' && state !== 'validated') {
      return refuse(`contribution-${state}`, { number });
    }
    return refuseFrozen(held);
  }

  /** A word that weighs, of which the last of each person counts. */
  const weighing = (
    cause: ByMember,
    which: Which,
    react: (held: Held) => Promise<Result<Contribution>>,
  ): Promise<Result<Contribution>> =>
    changing(parts, cause, which, async (held) => refuseLook(held) ?? react(held));

  const own = async (held: Held) => {
    const standing = standingOf(await reviewsOf(parts, held), held.contribution);
    const mine = ({ member }: { readonly member: string }): boolean => member === held.member.id;
    return { validation: standing.validations.find(mine), figure: standing.figures.find(mine) };
  };

  return {
    validate: (cause: ByMember, which: Which): Promise<Result<Contribution>> =>
      weighing(cause, which, async (held) => {
        const { number } = held.contribution;
        if ((await own(held)).validation) return refuse('already-validated', { number });
        const { reviews } = await say(parts, held, { kind: 'validate' }, cause.now);
        await held.record('wealth.reviewed', held.contribution.id, { number });
        return ok(await recounted(held, reviews, cause.now));
      }),

    /** Another figure would be right, and why; the person it is about takes it or not. */
    figure: (
      cause: ByMember,
      which: Which,
      said: { readonly quantity: Quantity; readonly text: string },
    ): Promise<Result<Contribution>> =>
      weighing(cause, which, async (held) => {
        const { number } = held.contribution;
        const { reviews, position } = await say(
          parts,
          held,
          { kind: 'figure', ...said },
          cause.now,
        );
        await held.record('wealth.figured', held.contribution.id, { number, position });
        return ok(await recounted(held, reviews, cause.now));
      }),

    /** Takes back one's validation or one's other figure. */
    unreview: (cause: ByMember, which: Which): Promise<Result<Contribution>> =>
      weighing(cause, which, async (held) => {
        const { number } = held.contribution;
        const { validation, figure } = await own(held);
        if (!validation && !figure) return refuse('nothing-said-yet', { number });
        const { reviews } = await say(parts, held, { kind: 'none' }, cause.now);
        await held.record('wealth.reviewed', held.contribution.id, { number });
        return ok(await rewound(held, await recounted(held, reviews, cause.now), cause.now));
      }),

    question: (cause: ByMember, which: Which, text: string): Promise<Result<Contribution>> =>
      weighing(cause, which, async (held) => {
        const { contribution, record } = held;
        const { position } = await say(parts, held, { kind: 'question', text }, cause.now);
        await record('wealth.questioned', contribution.id, {
          number: contribution.number,
          position,
        });
        return ok(contribution);
      }),

    /** The person it is about answers a question. */
    answer: (
      cause: ByMember,
      which: Which,
      said: { readonly question: number; readonly text: string },
    ): Promise<Result<Contribution>> =>
      changing(parts, cause, which, async (held) => {
        const { contribution, member, record } = held;
        if (!policy.mayCorrect(member.id, contribution)) return refuse('own-only');
        const frozen = refuseFrozen(held);
        if (frozen) return frozen;
        const { number } = contribution;
        const asked = (await reviewsOf(parts, held)).find(
          ({ kind, position }) => kind === 'question' && position === said.question,
        );
        if (!asked) return refuse('no-such-question', { number }, 'question');
        const answer = { kind: 'answer', text: said.text, replyTo: asked.position } as const;
        const { position } = await say(parts, held, answer, cause.now);
        await record('wealth.answered', contribution.id, { number, position });
        return ok(await rewound(held, contribution, cause.now));
      }),
  };
}
