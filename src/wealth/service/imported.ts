import type { CommunityId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import {
  firstContents,
  updateContribution,
  withdrawContributions,
} from '../store/contributions.js';
import { findImport, setUndone } from '../store/imports.js';
import type { Contribution, WealthImport } from '../types.js';
import { holdingImport, type Imported } from './import-held.js';
import { askedBefore, openings, submitted } from './looking.js';
import { ALARMS, type ByMember, openPeriod, type Parts } from './parts.js';
import { readContent } from './sealed.js';
import { contributionsNow } from './voices.js';

/** What becomes of what a file brought. */
export function createImported(parts: Parts) {
  const { prisma } = parts;
  return {
    /** Takes back what came with a file and is still its author's to take back. */
    undoImport: (cause: ByMember, number: number): Promise<Result<Imported>> =>
      holdingImport(parts, cause, number, async (held, { file }) => {
        const { tx, context, periods, member, record, alarm } = held;
        if (file.member !== member.id || !file.doneAt) return refuse('import-gone');
        const period = openPeriod(periods);
        const found = await contributionsNow(tx, cause.community, { import: file.id });
        const left = found.filter(
          (one) =>
            policy.mayWithdraw(member.id, one) &&
            (one.period === null || one.period === period?.id) &&
            one.state !== 'withdrawn' &&
            one.state !== 'declined',
        );
        await withdrawContributions(tx, cause.community, left);
        for (const one of left) if (one.silentAt) await alarm(ALARMS.silence, one.id, null);
        await setUndone(tx, file, cause.now);
        await record('wealth.import-undone', file.id, { number, count: left.length });
        return ok({ file, context, count: left.length, proposed: 0 });
      }),

    /** What came with a file in one's own name is so, all of it. */
    confirmImport: (cause: ByMember, number: number): Promise<Result<Imported>> =>
      holdingImport(parts, cause, number, async (held, { file }) => {
        const { tx, context, member, record } = held;
        const found = await contributionsNow(tx, cause.community, { import: file.id });
        const own = found
          .filter((one) => one.member === member.id && one.state === 'proposed')
          .sort((a, b) => a.number - b.number);
        if (own.length === 0) return refuse('import-nothing-yours', { name: context.name });
        const opening = await openings(parts, held);
        const kept = await firstContents(tx, cause.community, own);
        const before = await askedBefore(held, null);
        for (const one of own) {
          const content = readContent(opening, one, 1, kept.get(one.id) ?? '');
          const next = await submitted(held, one, content, cause.now, before);
          before.push({ owner: next.member, asked: next.asked });
          const { state, asked, silentAt } = next;
          await updateContribution(tx, one, { state, asked, silentAt });
        }
        await record('wealth.import-confirmed', file.id, { number, count: own.length });
        return ok({ file, context, count: own.length, proposed: 0 });
      }),

    /** A file and what it brought that still waits, for the words about it. */
    async imported(
      community: CommunityId,
      id: WealthImport['id'],
    ): Promise<{ file: WealthImport; contributions: readonly Contribution[] } | null> {
      const found = await findImport(prisma, community, { id });
      if (!found) return null;
      const contributions = await contributionsNow(prisma, community, { import: id });
      return { file: found.file, contributions };
    },
  };
}
