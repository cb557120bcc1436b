import type { MemberId } from '../../kernel/ids.js';
import type { ContextRule, Contribution, Review } from '../types.js';

/** What stands of all that was said of one version. */
export interface Standing {
  readonly validations: readonly Review[];
  readonly figures: readonly Review[];
  /** Questions nobody has answered, of any version. */
  readonly questions: readonly Review[];
}

/** Of each one, the last word on this version counts; never that of whose contribution it is. */
export function standingOf(
  reviews: readonly Review[],
  { version, member, author }: Pick<Contribution, 'version' | 'member' | 'author'>,
): Standing {
  const words = new Map<MemberId, Review>();
  const answered = new Set(reviews.map(({ replyTo }) => replyTo));
  for (const review of reviews) {
    const weighs = review.kind !== 'question' && review.kind !== 'answer';
    const own = review.member === member || review.member === author;
    if (weighs && !own && review.version === version) words.set(review.member, review);
  }
  const last = [...words.values()];
  return {
    validations: last.filter(({ kind }) => kind === 'validate'),
    figures: last.filter(({ kind }) => kind === 'figure'),
    questions: reviews.filter(
      ({ kind, position }) => kind === 'question' && !answered.has(position),
    ),
  };
}

/** Each other figure that stands asks for one validation more: nobody alone stops a declaration. */
const isValidated = (
  { validations, figures }: Standing,
  rule: Pick<ContextRule, 'validations'>,
): boolean => validations.length >= rule.validations + figures.length;

/** Silence says nothing over a question without its answer, or over another figure. */
export const silencePasses = (
  { figures, questions }: Standing,
  rule: Pick<ContextRule, 'silence'>,
): boolean => rule.silence === 'validates' && figures.length === 0 && questions.length === 0;

/** Declared or validated, as what was said makes it, or that nothing was for long enough. */
export function stateFrom(
  standing: Standing,
  rule: Pick<ContextRule, 'validations' | 'silence'>,
  clock: { readonly silentAt: Date | null; readonly now: Date },
): 'declared' | 'validated' {
  const past = clock.silentAt !== null && clock.silentAt <= clock.now;
  const silent = past && silencePasses(standing, rule);
  return silent || isValidated(standing, rule) ? 'validated' : 'declared';
}

const DAY_MS = 86_400_000;

export const silenceEnds = (rule: ContextRule, from: Date): Date | null =>
  rule.silence === 'validates' ? new Date(from.getTime() + rule.silenceDays * DAY_MS) : null;
