import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementId } from '../../src/kernel/ids.js';
import { mayAnswer, mayOpenAgreement } from '../../src/mediation/policy.js';
import {
  agreementOf,
  amend,
  answer,
  confirm,
  drop,
  followDue,
  isAgreed,
  partiesOf,
  seenBy,
  told,
} from '../../src/mediation/rules/agreements.js';
import { accept, ask, pause } from '../../src/mediation/rules/course.js';
import { approve, gather, invite, join, leave } from '../../src/mediation/rules/guests.js';
import type { Request } from '../../src/mediation/types.js';
import { member, NOW, request } from './people.js';

const [NADIA, KARIM, DAO, LOU] = ['Nadia', 'Karim', 'Dao', 'Lou'].map(member) as [
  ...[ReturnType<typeof member>, ReturnType<typeof member>],
  ...[ReturnType<typeof member>, ReturnType<typeof member>],
];
const SAID = { text: 'Les clés au crochet.', followAt: NOW };

function together(...guests: ReturnType<typeof member>[]): Request {
  const met = accept(ask(request(), KARIM, NOW), NOW);
  return gather(
    guests.reduce(
      (one, who) => join(approve(invite(one, who, 'Parlons.'), 'mediator', who, NOW), who),
      met,
    ),
  );
}

const confirmed = (one: Request, ...who: ReturnType<typeof member>[]): Request => ({
  ...one,
  terms: who.reduce((terms, each) => terms && confirm(terms, each), one.terms),
});

describe('an agreement being written', () => {
  it('is between those who talk together, but for who accompanies them', () => {
    expect(partiesOf(together(DAO, LOU))).toEqual([NADIA, DAO, LOU]);
    expect(partiesOf(together())).toEqual([]);
  });

  it('is confirmed by its author when they are a party, and by everybody else anew', () => {
    const first = amend(together(DAO), NADIA, SAID, NOW);
    expect(first.terms).toMatchObject({ version: 1, confirmed: [NADIA] });
    expect(isAgreed(confirmed(first, DAO))).toBe(true);
    const second = amend(confirmed(first, DAO), KARIM, { ...SAID, text: 'Autre.' }, NOW);
    expect(second.terms).toMatchObject({ version: 2, confirmed: [] });
  });

  it('is confirmed again when those who are there are no longer the same', () => {
    const one = confirmed(amend(together(DAO, LOU), NADIA, SAID, NOW), DAO);
    expect(leave(one, LOU).terms?.confirmed).toEqual([]);
    expect(pause(one, 'recused', NOW).terms?.confirmed).toEqual([]);
    expect(isAgreed(leave(leave(one, LOU), DAO))).toBe(false);
  });

  it('is nobody’s agreement while one has not confirmed it', () => {
    fc.assert(
      fc.property(fc.subarray([NADIA, DAO, LOU]), (who) => {
        const one = amend(together(DAO, LOU), KARIM, SAID, NOW);
        expect(isAgreed(confirmed(one, ...who))).toBe(who.length === 3);
      }),
    );
  });
});

describe('an agreement that is kept', () => {
  const one = amend(together(DAO), NADIA, SAID, NOW);
  if (!one.terms) throw new Error('no terms');
  const agreement = agreementOf(one, one.terms, 'a' as string as AgreementId, NOW);

  it('opens for its parties, as long as they keep it', () => {
    expect(mayOpenAgreement(agreement, DAO)).toBe(true);
    for (const who of [KARIM, LOU]) expect(mayOpenAgreement(agreement, who)).toBe(false);
    expect(mayOpenAgreement(drop(agreement, DAO), DAO)).toBe(false);
    expect(mayOpenAgreement(drop(agreement, DAO), NADIA)).toBe(true);
  });

  it('is asked about once, at the date they chose', () => {
    expect(followDue(agreement)).toEqual(NOW);
    expect(mayAnswer(agreement, DAO)).toBe(false);
    const followed = { ...agreement, followed: true };
    expect(followDue(followed)).toBeNull();
    expect(mayAnswer(followed, DAO)).toBe(true);
    expect(mayAnswer(followed, KARIM)).toBe(false);
  });

  it('shows an answer to its author, and to the others once they say it', () => {
    const answered = answer(answer(agreement, DAO, 'no'), DAO, 'partly');
    expect(answered.answers).toEqual([{ member: DAO, holds: 'partly', told: false }]);
    expect(seenBy(answered, NADIA).answers).toEqual([]);
    expect(seenBy(answered, DAO).answers).toHaveLength(1);
    expect(seenBy(told(answered, DAO), NADIA).answers).toHaveLength(1);
    expect(seenBy(told(answered, NADIA), NADIA).answers).toEqual([]);
    expect(seenBy(answer(told(answered, DAO), DAO, 'no'), NADIA).answers).toEqual([]);
    expect(drop(told(answered, DAO), DAO).answers).toEqual([]);
  });
});
