import { ok, type Result, refuse } from '../../kernel/result.js';
import { insertRemark } from '../store/talk.js';
import type { Decision, Remark, Which } from '../types.js';
import { type ByMember, changing, type Parts } from './parts.js';
import { remarksNow } from './voices.js';

/** Questions, answers and reactions: said on the card, kept with the decision. */
export function createRemarks(parts: Parts) {
  return {
    remark: (
      cause: ByMember,
      which: Which,
      said: Pick<Remark, 'kind' | 'text' | 'replyTo'>,
    ): Promise<Result<Decision>> =>
      changing(parts, cause, which, async ({ tx, decision, member, record }) => {
        const { number, state } = decision;
        if (state === 'withdrawn') return refuse('decision-withdrawn', { number });
        const remarks = await remarksNow(tx, decision);
        const asked = remarks.find(({ position }) => position === said.replyTo);
        if (said.kind === 'answer' && asked?.kind !== 'question') {
          return refuse('unknown-question', { number }, 'question');
        }
        const position = (remarks.at(-1)?.position ?? 0) + 1;
        await insertRemark(tx, decision, { ...said, position, member: member.id }, cause.now);
        await record('decision.remarked', decision.id, { number, kind: said.kind, position });
        return ok(decision);
      }),
  };
}
