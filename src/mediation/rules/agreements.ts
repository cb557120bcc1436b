import type { MemberId } from '../../kernel/ids.js';
import type { Agreement, Holds, Request, Terms } from '../types.js';
import { mediatorOf } from './course.js';
import { agreedOf, talksTogether } from './participants.js';

/** Who must confirm: all who talk together, but for who accompanies them. */
export const partiesOf = (request: Request): MemberId[] =>
  talksTogether(request) ? agreedOf(request).filter((one) => one !== mediatorOf(request)) : [];

/** Other words, which their author confirms by writing them when they are a party. */
export function amend(
  request: Request,
  by: MemberId,
  said: { readonly text: string; readonly followAt: Date | null },
  now: Date,
): Request {
  const terms: Terms = {
    ...{ text: said.text, followAt: said.followAt, by, at: now },
    version: (request.terms?.version ?? 0) + 1,
    confirmed: partiesOf(request).includes(by) ? [by] : [],
  };
  return { ...request, terms };
}

export const confirm = (terms: Terms, member: MemberId): Terms => ({
  ...terms,
  confirmed: [...new Set([...terms.confirmed, member])],
});

/** Each of those who are there now confirmed it as it stands. */
export function isAgreed(request: Request): boolean {
  const parties = partiesOf(request);
  return parties.length > 1 && parties.every((one) => request.terms?.confirmed.includes(one));
}

export const agreementOf = (
  request: Request,
  terms: Terms,
  id: Agreement['id'],
  now: Date,
): Agreement => ({
  ...{ id, community: request.community, text: terms.text, at: now, followAt: terms.followAt },
  ...{ parties: partiesOf(request), keepers: partiesOf(request), followed: false, answers: [] },
});

/** One lets it go, and their answer with it; with the last keeper it is destroyed. */
export const drop = (agreement: Agreement, member: MemberId): Agreement => ({
  ...agreement,
  keepers: agreement.keepers.filter((one) => one !== member),
  answers: agreement.answers.filter((one) => one.member !== member),
});

/** An answer, another one in place of the first; nobody is shown it. */
export const answer = (agreement: Agreement, member: MemberId, holds: Holds): Agreement => ({
  ...agreement,
  answers: [
    ...agreement.answers.filter((one) => one.member !== member),
    { member, holds, told: false },
  ],
});

/** They say their answer to the others. */
export const told = (agreement: Agreement, member: MemberId): Agreement => ({
  ...agreement,
  answers: agreement.answers.map((one) => (one.member === member ? { ...one, told: true } : one)),
});

/** As one of its keepers sees it: their own answer, and those that were said to them. */
export const seenBy = (agreement: Agreement, member: MemberId): Agreement => ({
  ...agreement,
  answers: agreement.answers.filter((one) => one.member === member || one.told),
});

/** When the time brings it something; `null`: never again. */
export const followDue = ({ followAt, followed }: Agreement): Date | null =>
  followed ? null : followAt;
