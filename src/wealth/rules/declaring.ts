import type { MemberId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { type Content, type ContextRule, LIMITS } from '../types.js';

const DAY_MS = 86_400_000;
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** Something that a browser opens, and nothing else. */
export const isWebLink = (link: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(link);

/** Done, not to come, and not so long ago that nobody remembers; with somebody else, if anybody. */
export function checkContent(
  content: Content,
  { member, today }: { readonly member: MemberId; readonly today: string },
): Result<Content> {
  const ago = dayNumber(today) - dayNumber(content.day);
  if (Number.isNaN(ago)) throw new Error('a day is an ISO 8601 day');
  if (ago < 0) return refuse('day-ahead', {}, 'day');
  if (ago > LIMITS.daysBack) return refuse('day-far', { years: 3 }, 'day');
  if (content.other === member) return refuse('flow-to-oneself', {}, 'other');
  if (content.link !== '' && !isWebLink(content.link)) {
    return refuse('link-not-web', { typed: content.link }, 'link');
  }
  return ok(content);
}

/** What is left to say of what a closed period holds; nothing when it says the same. */
export function correctionOf(
  frozen: Content,
  corrected: readonly Content[],
  wanted: Content,
): Result<Content> {
  const { unit } = frozen.quantity;
  if (wanted.quantity.unit !== unit) return refuse('correction-other-unit', {}, 'quantity');
  const so = corrected.reduce((sum, { quantity }) => sum + quantity.amount, frozen.quantity.amount);
  const amount = wanted.quantity.amount - so;
  if (amount === 0n) return refuse('correction-same', {}, 'quantity');
  return ok({ ...frozen, scales: {}, quantity: { amount, unit }, reason: wanted.reason });
}

/** Two versions that say the same, but for why. */
export const sameContent = (a: Content, b: Content): boolean => text(a) === text(b);

const text = ({ quantity, scales, reason: _, ...content }: Content): string =>
  JSON.stringify([
    ...[String(quantity.amount), quantity.unit],
    ...[Object.entries(scales).sort(), Object.entries(content).sort()],
  ]);

/**
 * A rule may change under what was declared, but not who reads it: that was promised when it was
 * written.
 */
export const checkRuleChange = (
  before: ContextRule,
  after: ContextRule,
  declared: boolean,
): Result<ContextRule> =>
  declared && before.sees !== after.sees ? refuse('sees-promised', {}, 'sees') : ok(after);
