import type { Voices } from '../../community/rules/voices.js';
import type { MemberId } from '../../kernel/ids.js';
import type { Json } from '../../kernel/json.js';
import { padded } from '../../kernel/padded.js';
import { quantityFromJson, quantityToJson } from '../../kernel/quantities/quantity.js';
import type { Vault } from '../../kernel/vault.js';
import type { KeptVersion } from '../store/contributions.js';
import type { KeptReview } from '../store/reviews.js';
import type { Content, Contribution, Review, Version, WealthContext } from '../types.js';
import { otherIn } from './voices.js';

/** A length must not tell a gift, nor that a note was left: room for nearly every one. */
const PAD_TO_BYTES = 2048;

type Rule = Pick<WealthContext, 'rule'>;
type Of = Pick<Contribution, 'id'>;

/** In clear where everybody reads it; sealed where the rule of the context keeps it from some. */
function kept(vault: Vault, { rule }: Rule, place: string, content: Json): string {
  const clear = JSON.stringify(content);
  return rule.sees === 'everybody' ? clear : vault.seal(padded(clear, PAD_TO_BYTES), place);
}

const opened = (vault: Vault, place: string, content: string): unknown =>
  JSON.parse(content.startsWith('v1.') ? vault.unseal(content, place) : content);

const versionPlace = ({ id }: Of, version: number): string =>
  `contribution_versions.content:${id}:${version}`;

const reviewPlace = ({ id }: Of, position: number): string =>
  `contribution_reviews.content:${id}:${position}`;

export const keepContent = (
  vault: Vault,
  context: Rule,
  of: Of,
  version: number,
  { quantity, scales, ...content }: Content,
): string =>
  kept(vault, context, versionPlace(of, version), {
    ...{ ...content, scales: { ...scales } as Json, quantity: quantityToJson(quantity) },
  });

export function readContent(
  { vault, voices }: { readonly vault: Vault; readonly voices: Voices },
  of: Of,
  version: number,
  content: string,
): Content {
  const read = opened(vault, versionPlace(of, version), content) as Content;
  return {
    ...read,
    quantity: quantityFromJson(read.quantity),
    other: otherIn(voices, read.other),
  };
}

export const readVersion = (
  opening: Parameters<typeof readContent>[0],
  of: Of,
  { version, content, author, createdAt }: KeptVersion,
): Version => ({
  ...{ version, author, createdAt },
  content: readContent(opening, of, version, content),
});

export const keepReview = (
  vault: Vault,
  context: Rule,
  of: Of,
  { text, quantity, replyTo, ...review }: Review,
): KeptReview => ({
  ...{ ...review, contribution: of.id as KeptReview['contribution'] },
  content: kept(vault, context, reviewPlace(of, review.position), {
    ...{ text, replyTo, quantity: quantity && quantityToJson(quantity) },
  }),
});

export function readReview(vault: Vault, of: Of, review: KeptReview): Review {
  const { contribution: _, content, ...rest } = review;
  const read = opened(vault, reviewPlace(of, review.position), content) as Pick<
    Review,
    'text' | 'replyTo' | 'quantity'
  >;
  const { text, replyTo, quantity } = read;
  return {
    ...{ ...rest, text, replyTo, member: review.member as MemberId },
    quantity: quantity && quantityFromJson(quantity),
  };
}
