import { accountsOf, nextNumber } from '../../community/store.js';
import { newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { fold } from '../../kernel/text.js';
import * as policy from '../policy.js';
import { checkRuleChange } from '../rules/declaring.js';
import {
  addParticipants,
  findContext,
  insertContext,
  insertPeriod,
  removeParticipants,
  updateContext,
} from '../store/contexts.js';
import { listContributions } from '../store/contributions.js';
import type { ContextKind, ContextRule, WealthContext, WhichContext } from '../types.js';
import { type ByMember, inContext, type Parts } from './parts.js';

export interface ContextDraft {
  readonly name: string;
  readonly kind: ContextKind;
  readonly rule: ContextRule;
}

export const createContexts = (parts: Parts) => ({
  /** A context and its first period; who opens it takes part in it. */
  openContext: (cause: ByMember, draft: ContextDraft): Promise<Result<WealthContext>> =>
    parts.journal.write(cause, async ({ tx, record }) => {
      const { community, member, now } = cause;
      const same = await findContext(tx, community, { folded: fold(draft.name) });
      if (same) return refuse('context-known', { name: same.name }, 'name');
      const context: WealthContext = {
        ...{ ...draft, id: newId<'context'>(now), community, author: member, createdAt: now },
        number: await nextNumber(tx, community, 'wealth_contexts'),
      };
      await insertContext(tx, context);
      await insertPeriod(tx, context, {
        ...{ id: newId<'period'>(now), position: 1, monthly: false, openedAt: now },
        ...{ markAt: null, endsAt: null, closedAt: null },
      });
      await addParticipants(tx, context, [member], now);
      await record('wealth.context-opened', context.id, { name: context.name });
      return ok(context);
    }),

  changeContext: (
    cause: ByMember,
    which: WhichContext,
    draft: ContextDraft,
  ): Promise<Result<WealthContext>> =>
    inContext(parts, cause, which, async ({ tx, context, member, record }) => {
      if (!policy.mayChangeContext(member, context)) return refuse('context-keepers-only');
      const { community } = context;
      const same = await findContext(tx, community, { folded: fold(draft.name) });
      if (same && same.id !== context.id) {
        return refuse('context-known', { name: same.name }, 'name');
      }
      const page = { context: context.id, limit: 1 };
      const declared = (await listContributions(tx, community, page)).length > 0;
      const rule = checkRuleChange(context.rule, draft.rule, declared);
      if (!rule.ok) return rule;
      await updateContext(tx, context, draft);
      await record('wealth.context-changed', context.id, { name: draft.name });
      return ok({ ...context, ...draft });
    }),

  /** Says that one took part. */
  join: (cause: ByMember, which: WhichContext): Promise<Result<WealthContext>> =>
    inContext(parts, cause, which, async ({ tx, context, participants, member, record }) => {
      if (participants.includes(member.id)) return refuse('already-in', { name: context.name });
      await addParticipants(tx, context, [member.id], cause.now);
      await record('wealth.joined', context.id);
      return ok(context);
    }),

  /** Undoes {@link join}, as long as one has declared nothing there. */
  leave: (cause: ByMember, which: WhichContext): Promise<Result<WealthContext>> =>
    inContext(parts, cause, which, async ({ tx, context, participants, member, record }) => {
      const { community, name } = context;
      if (!participants.includes(member.id)) return refuse('not-in', { name });
      const members = await accountsOf(tx, community, member.id);
      const own = { context: context.id, members, limit: 1 };
      if ((await listContributions(tx, community, own)).length > 0) {
        return refuse('declared-here', { name });
      }
      await removeParticipants(tx, context, members);
      await record('wealth.left', context.id);
      return ok(context);
    }),
});
