import { LIMITS, type Remark } from '../../../src/decisions/types.js';
import { ok, type Result } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { integer, text } from '../../registry/param.js';
import { act, button, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { decisionNumber } from '../params.js';

async function remark(
  context: Context,
  number: number,
  said: Pick<Remark, 'kind' | 'text' | 'replyTo'>,
): Promise<Result<View>> {
  const { services, community, cause, locale } = context;
  const done = await services.decisions.remark(cause, { number }, said);
  if (!done.ok) return done;
  const author = await services.community.person(community.id, done.value.author);
  return ok(
    view({
      title: [say(locale, `done.${said.kind}`, { author: author?.name ?? '?' })],
      actions: [button(say(locale, 'card.more'), act('decision.show', { decision: number }))],
    }),
  );
}

export const question = command({
  id: 'decision.question',
  params: { decision: decisionNumber(), text: text(LIMITS.reason) },
  run: (context, args) =>
    remark(context, args.decision, { kind: 'question', text: args.text, replyTo: null }),
});

export const react = command({
  id: 'decision.react',
  params: { decision: decisionNumber(), text: text(LIMITS.reason) },
  run: (context, args) =>
    remark(context, args.decision, { kind: 'reaction', text: args.text, replyTo: null }),
});

export const answer = command({
  id: 'decision.answer',
  params: {
    decision: decisionNumber(),
    question: integer({ min: 1, max: 100_000 }),
    text: text(LIMITS.reason),
  },
  run: (context, args) =>
    remark(context, args.decision, { kind: 'answer', text: args.text, replyTo: args.question }),
});
