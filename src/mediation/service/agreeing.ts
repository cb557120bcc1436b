import type { AgreementId, CommunityId, MediationId, MemberId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { may, mayAnswer, mayOpenAgreement } from '../policy.js';
import {
  agreementOf,
  amend,
  answer,
  confirm,
  drop,
  isAgreed,
  partiesOf,
  seenBy,
  told,
} from '../rules/agreements.js';
import { moved, partOf } from '../rules/course.js';
import { agreedOf, talksTogether } from '../rules/participants.js';
import { lockAgreement } from '../store/agreements.js';
import { newSecretId } from '../store/requests.js';
import type { Agreement, Holds, Page, Request, Terms } from '../types.js';
import { FOLLOW, keepAgreement, openAgreement, openAgreements, tellOf } from './agreed.js';
import { openPages, openRequest } from './keeping.js';
import { addPageTo, type ByMember, changing, keep, type Parts, refusal, tell } from './parts.js';

type Version = Extract<Page, { type: 'version' }>;

/** What is being written, for one of those who talk together. */
export interface Writing {
  readonly id: MediationId;
  readonly terms: Terms | null;
  /** What it said before, if it was amended. */
  readonly before: Version | null;
  /** Who must confirm it. */
  readonly parties: readonly MemberId[];
}

/** Told to let it go, its clock rings once more, and takes away what is left. */
const SOON_MS = 1_000;

export function createAgreeing(parts: Parts) {
  const { keys, prisma, journal } = parts;

  const inside = (request: Request, member: MemberId): boolean =>
    talksTogether(request) && agreedOf(request).includes(member);

  /** Loads and holds an agreement for one of its keepers. */
  const keeping = (
    cause: ByMember,
    id: AgreementId,
    allowed: typeof mayOpenAgreement,
    change: (agreement: Agreement) => Agreement,
    others: boolean,
  ): Promise<Result<Agreement>> =>
    journal.write(cause, async (work) => {
      const { community, member, now } = cause;
      await lockAgreement(work.tx, community, id);
      const agreement = await openAgreement(work.tx, keys, community, id);
      if (!agreement || !allowed(agreement, member)) return refuse('agreement-unknown');
      const next = change(agreement);
      await keepAgreement(keys, work, next, { now, first: false });
      if (next.keepers.length === 0) {
        await work.alarm(FOLLOW, id, new Date(now.getTime() + SOON_MS));
      }
      for (const one of others ? next.keepers : []) {
        if (one !== member) await tellOf(work, next, one);
      }
      return ok(seenBy(next, member));
    });

  return {
    async terms(
      community: CommunityId,
      member: MemberId,
      id: MediationId,
    ): Promise<Result<Writing>> {
      const request = await openRequest(prisma, keys, community, id);
      const part = request ? partOf(request, member) : 'stranger';
      if (!request || !may('terms', part, request.state)) return refusal(part);
      if (!inside(request, member)) return refuse('mediation-not-together');
      const pages = await openPages(prisma, keys, request);
      const versions = pages.filter(
        (one): one is Version & { page: string } => one.type === 'version',
      );
      const before = versions.filter(({ by, to }) => by === member || to.includes(member)).at(-1);
      const { terms } = request;
      return ok({
        id,
        terms,
        before: terms && before ? before : null,
        parties: partiesOf(request),
      });
    },

    /** Other words for all of them; what it said before is kept, and nobody has confirmed yet. */
    amend: (
      cause: ByMember,
      id: MediationId,
      said: { readonly text: string; readonly followAt: Date | null },
    ): Promise<Result<void>> =>
      changing(parts, cause, id, 'amend', async (held) => {
        const { request, now } = held;
        if (!inside(request, cause.member)) return refuse('mediation-not-together');
        if (request.terms) {
          const { text, by, version, at } = request.terms;
          const to = agreedOf(request).filter((one) => one !== by);
          await addPageTo(parts, held, { type: 'version', by, to, version, text, at });
        }
        const next = moved(amend(request, cause.member, said, now), now);
        await keep(parts, held, next);
        for (const one of agreedOf(next)) if (one !== cause.member) await tell(held, next, one);
        return ok(undefined);
      }),

    /**
     * With the last who confirms, it becomes an agreement of its own. Gives its id then.
     * @param version what was read: another one meanwhile must be read again.
     */
    confirm: (
      cause: ByMember,
      id: MediationId,
      version: number,
    ): Promise<Result<AgreementId | null>> =>
      changing(parts, cause, id, 'confirm', async (held) => {
        const { request, now } = held;
        const { terms } = request;
        if (!terms || !partiesOf(request).includes(cause.member)) {
          return refuse('mediation-not-together');
        }
        if (terms.version !== version) return refuse('terms-changed');
        const next = moved({ ...request, terms: confirm(terms, cause.member) }, now);
        if (!isAgreed(next)) {
          await keep(parts, held, next);
          return ok(null);
        }
        const own = newSecretId(now) as string as AgreementId;
        const agreement = agreementOf(next, terms, own, now);
        await keepAgreement(keys, held, agreement, { now, first: true });
        await keep(parts, held, { ...next, terms: null });
        for (const one of agreement.keepers) {
          if (one !== cause.member) await tellOf(held, agreement, one);
        }
        return ok(own);
      }),

    /** What somebody keeps, the latest last. */
    agreements: async (community: CommunityId, member: MemberId): Promise<Agreement[]> =>
      (await openAgreements(prisma, keys, community))
        .filter((one) => mayOpenAgreement(one, member))
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .map((one) => seenBy(one, member)),

    async agreement(
      community: CommunityId,
      member: MemberId,
      id: AgreementId,
    ): Promise<Result<Agreement>> {
      const found = await openAgreement(prisma, keys, community, id);
      if (!found || !mayOpenAgreement(found, member)) return refuse('agreement-unknown');
      return ok(seenBy(found, member));
    },

    /** Whether it still holds, for who says so alone. */
    answerFollowUp: (cause: ByMember, id: AgreementId, holds: Holds): Promise<Result<Agreement>> =>
      keeping(cause, id, mayAnswer, (one) => answer(one, cause.member, holds), false),

    /** They show their answer to the others who keep it. */
    tellAnswer: (cause: ByMember, id: AgreementId): Promise<Result<Agreement>> =>
      keeping(cause, id, mayAnswer, (one) => told(one, cause.member), true),

    /** They keep it no more, and nobody is told. */
    dropAgreement: (cause: ByMember, id: AgreementId): Promise<Result<Agreement>> =>
      keeping(cause, id, mayOpenAgreement, (one) => drop(one, cause.member), false),
  };
}
