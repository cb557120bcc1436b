import { accountsOf, listVoices } from '../../community/store.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { asSeenBy, type Counted, type Matrix, matrixOf } from '../rules/matrix.js';
import { listPeriods } from '../store/contexts.js';
import { lastContents } from '../store/contributions.js';
import type { ContextId, Contribution, Period, WealthContext, WhichContext } from '../types.js';
import { expenseLines } from './expense-reading.js';
import type { Parts } from './parts.js';
import { readContent } from './sealed.js';
import {
  contextNow,
  contextsNow,
  contributionsNow,
  expensesNow,
  participantsNow,
} from './voices.js';

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
  async function counted(
    community: CommunityId,
    found: readonly Contribution[],
  ): Promise<(Counted & { readonly context: ContextId; readonly contribution: Contribution })[]> {
    const opening = { vault, voices: await listVoices(prisma, community) };
    const kept = await lastContents(prisma, community, found);
    return found.map((contribution) => {
      const { id, version, member, period, context } = contribution;
      const content = readContent(opening, { id }, version, kept.get(id) ?? '');
      return { member, period, context, content, contribution };
    });
  }

  return {
    /** Every contribution validated in some periods of a context; for the core's own use. */
    async countedIn(
      community: CommunityId,
      context: Pick<WealthContext, 'id'>,
      period?: number,
    ): Promise<Awaited<ReturnType<typeof counted>>> {
      const wanted = { context: context.id, states: ['validated'] as const };
      const periods = await listPeriods(prisma, { id: context.id, community });
      const only = periods.find(({ position }) => position === period);
      const all = await contributionsNow(prisma, community, {
        ...wanted,
        ...(only && { period: only.id }),
      });
      return counted(community, all);
    },

    async matrix(
      community: CommunityId,
      which: WhichContext,
      { reader, period }: { readonly reader: MemberId | null; readonly period: number | null },
    ): Promise<MatrixPage | null> {
      const context = await contextNow(prisma, community, which);
      if (!context) return null;
      const periods = await listPeriods(prisma, context);
      const participants = await participantsNow(prisma, context);
      const wanted = { context: context.id };
      const all = await contributionsNow(prisma, community, wanted);
      const validated = all.filter(({ state }) => state === 'validated');
      const expenses = await expensesNow(prisma, community, context.id);
      const lines: Counted[] = [
        ...(await counted(community, validated)),
        ...(await expenseLines(parts, community, expenses)),
      ];
      const only = periods.find(({ position }) => position === period);
      const seen = { sees: context.rule.sees, reader, participants };
      const seenOf = (some: readonly Counted[]): Matrix => asSeenBy(some, seen);
      const inside = reader !== null && participants.includes(reader);
      const { sees } = context.rule;
      return {
        context,
        matrix: seenOf(only ? lines.filter((one) => one.period === only.id) : lines),
        trend: periods.map((one) => ({
          period: one,
          matrix: seenOf(lines.filter((line) => line.period === one.id)),
        })),
        pending: [...all, ...expenses].filter(({ state }) => state === 'declared').length,
        named: sees === 'everybody' || (sees === 'participants' && inside),
      };
    },

    /** One's own matrix, a context at a time. */
    async ownMatrix(
      community: CommunityId,
      member: MemberId,
    ): Promise<{ readonly context: WealthContext; readonly matrix: Matrix }[]> {
      const members = await accountsOf(prisma, community, member);
      const states = ['validated'] as const;
      const found = await contributionsNow(prisma, community, { members, states });
      const expenses = (await expensesNow(prisma, community, null)).filter(
        (one) => one.member === member,
      );
      const lines = [
        ...(await counted(community, found)),
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
