import { formatQuantity } from '../../../src/kernel/quantities/format.js';
import { ok, type Result } from '../../../src/kernel/result.js';
import { type Contribution, LIMITS } from '../../../src/wealth/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { integer, text as longText } from '../../registry/param.js';
import { act, button, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { contribution, quantity } from '../params.js';

/** What was understood, where the contribution stands now, and how to take it back. */
function told(
  { locale }: Context,
  { number, state }: Contribution,
  title: string,
  undoable = true,
): Result<View> {
  const fields = { contribution: number };
  return ok(
    view({
      title: [title],
      blocks: [text(say(locale, `wealth.now.${state === 'validated' ? 'validated' : 'declared'}`))],
      actions: [
        ...(undoable
          ? [button(say(locale, 'wealth.look.undo'), act('wealth.unreview', fields))]
          : []),
        button(say(locale, 'card.more'), act('wealth.show', fields)),
      ],
    }),
  );
}

export const validate = command({
  id: 'wealth.validate',
  params: { contribution: contribution() },
  async run(context, { contribution: number }) {
    const done = await context.services.wealth.validate(context.cause, { number });
    if (!done.ok) return done;
    return told(context, done.value, say(context.locale, 'wealth.done.validate', { number }));
  },
});

export const unreview = command({
  id: 'wealth.unreview',
  params: { contribution: contribution() },
  async run(context, { contribution: number }) {
    const done = await context.services.wealth.unreview(context.cause, { number });
    if (!done.ok) return done;
    return told(
      context,
      done.value,
      say(context.locale, 'wealth.done.unreview', { number }),
      false,
    );
  },
});

export const question = command({
  id: 'wealth.question',
  params: { contribution: contribution(), text: longText(LIMITS.reason) },
  async run(context, { contribution: number, text: asked }) {
    const { services, cause, locale } = context;
    const done = await services.wealth.question(cause, { number }, asked);
    if (!done.ok) return done;
    return told(context, done.value, say(locale, 'wealth.done.question', { number }), false);
  },
});

export const answer = command({
  id: 'wealth.answer',
  params: {
    contribution: contribution(),
    question: integer({ min: 1, max: 100_000 }),
    text: longText(LIMITS.reason),
  },
  async run(context, { contribution: number, question: asked, text: given }) {
    const { services, cause, locale } = context;
    const said = { question: asked, text: given };
    const done = await services.wealth.answer(cause, { number }, said);
    if (!done.ok) return done;
    return told(context, done.value, say(locale, 'wealth.done.answer', { number }), false);
  },
});

export const figure = command({
  id: 'wealth.figure',
  params: { contribution: contribution(), quantity: quantity(), reason: longText(LIMITS.reason) },
  async run(context, { contribution: number, quantity: other, reason }) {
    const { services, cause, locale } = context;
    const said = { quantity: other, text: reason };
    const done = await services.wealth.figure(cause, { number }, said);
    if (!done.ok) return done;
    const fill = { number, quantity: formatQuantity(other, locale) };
    return told(context, done.value, say(locale, 'wealth.done.figure', fill));
  },
});
