import { type Voices, voiceOf } from '../../community/rules/voices.js';
import { accountsOf, listVoices } from '../../community/store.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { asSeenBy, type Counted, type Matrix, matrixOf, seesNames } from '../rules/matrix.js';
import { listPeriods } from '../store/contexts.js';
import { countStates, type KeptValidated, listValidated } from '../store/validated.js';
import type {
  ContextId,
  ContributionId,
  Period,
  PeriodId,
  WealthContext,
  WhichContext,
} from '../types.js';
import { expenseLines } from './expense-reading.js';
import type { Parts } from './parts.js';
import { readContent } from './sealed.js';
import { contextNow, contextsNow, expensesNow, participantsNow } from './voices.js';

/** A validated contribution, and what it says. */
export interface Validated extends Counted {
  readonly id: ContributionId;
  readonly number: number;
  readonly context: ContextId;
}

/** How many are in memory at once when all are read one page after the other. */
const PAGE = 1000;

/** The matrix of a context, as one reader may see it. */
export interface MatrixPage {
  readonly context: WealthContext;
  readonly matrix: Matrix;
  /** The same, a period at a time. */
  readonly trend: readonly { readonly period: Period; readonly matrix: Matrix }[];
  /** Declared, and not validated yet: not counted. */
  readonly pending: number;
  /** This reader sees names; otherwise sums. */
  readonly named: boolean;
}

export function createMatrix(parts: Parts) {
  const { prisma, vault } = parts;

  /** What these say, read as the machine may: only what {@link asSeenBy} leaves goes out. */
  const counted = (kept: readonly KeptValidated[], voices: Voices): Validated[] =>
    kept.map(({ content, version, member, ...one }) => ({
      ...{ ...one, member: voiceOf(voices, member) },
      content: readContent({ vault, voices }, one, version, content),
    }));

  const countedIn = async (
    community: CommunityId,
    context: Pick<WealthContext, 'id'>,
    period?: PeriodId,
  ): Promise<Validated[]> =>
    counted(
      await listValidated(prisma, community, {
        context: context.id,
        ...(period !== undefined && { period }),
      }),
      await listVoices(prisma, community),
    );

  return {
    /** Every contribution validated in a context, or in one of its periods; for the core's own use. */
    async countedIn(
      community: CommunityId,
      context: Pick<WealthContext, 'id'>,
      position?: number,
    ): Promise<Validated[]> {
      if (position === undefined) return countedIn(community, context);
      const periods = await listPeriods(prisma, { id: context.id, community });
      return countedIn(community, context, periods.find((one) => one.position === position)?.id);
    },

    /**
     * The same a page at a time, however many there are: what is validated meanwhile may come or
     * not. `null` when this reader may not see who gave what.
     */
    async validatedFor(
      community: CommunityId,
      context: WealthContext,
      { reader, period }: { readonly reader: MemberId | null; readonly period: PeriodId | null },
    ): Promise<AsyncGenerator<readonly Validated[]> | null> {
      const { sees } = context.rule;
      const participants = await participantsNow(prisma, context);
      if (!seesNames(sees, reader, participants)) return null;
      const voices = await listVoices(prisma, community);
      const wanted = { context: context.id, ...(period !== null && { period }) };
      return (async function* () {
        for (let after = 0; ; ) {
          const page = { after, limit: PAGE };
          const kept = await listValidated(prisma, community, { ...wanted, page });
          if (kept.length > 0) yield counted(kept, voices);
          if (kept.length < PAGE) return;
          after = kept.at(-1)?.number ?? after;
        }
      })();
    },

    periodsOf: ({ id, community }: WealthContext): Promise<Period[]> =>
      listPeriods(prisma, { id, community }),

    async matrix(
      community: CommunityId,
      which: WhichContext,
      { reader, period }: { readonly reader: MemberId | null; readonly period: number | null },
    ): Promise<MatrixPage | null> {
      const context = await contextNow(prisma, community, which);
      if (!context) return null;
      const periods = await listPeriods(prisma, context);
      const participants = await participantsNow(prisma, context);
      const expenses = await expensesNow(prisma, community, context.id);
      const lines: Counted[] = [
        ...(await countedIn(community, context)),
        ...(await expenseLines(parts, community, expenses)),
      ];
      const states = await countStates(prisma, community, context.id);
      const waiting = expenses.filter(({ state }) => state === 'declared').length;
      const only = periods.find(({ position }) => position === period);
      const seen = { sees: context.rule.sees, reader, participants };
      const seenOf = (some: readonly Counted[]): Matrix => asSeenBy(some, seen);
      const { sees } = context.rule;
      return {
        context,
        matrix: seenOf(only ? lines.filter((one) => one.period === only.id) : lines),
        trend: periods.map((one) => ({
          period: one,
          matrix: seenOf(lines.filter((line) => line.period === one.id)),
        })),
        pending: waiting + (states.find(({ state }) => state === 'declared')?.count ?? 0),
        named: seesNames(sees, reader, participants),
      };
    },

    /** One's own matrix, a context at a time. */
    async ownMatrix(
      community: CommunityId,
      member: MemberId,
    ): Promise<{ readonly context: WealthContext; readonly matrix: Matrix }[]> {
      const members = await accountsOf(prisma, community, member);
      const voices = await listVoices(prisma, community);
      const expenses = (await expensesNow(prisma, community, null)).filter(
        (one) => one.member === member,
      );
      const lines = [
        ...counted(await listValidated(prisma, community, { members }), voices),
        ...(await expenseLines(parts, community, expenses)),
      ];
      const own = (await contextsNow(prisma, community)).map((context) => ({
        context,
        matrix: matrixOf(lines.filter((line) => line.context === context.id)),
      }));
      return own.filter(({ matrix }) => matrix.count > 0);
    },
  };
}
