import { ok, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import { text } from '../../view/build.js';
import { say } from '../../words/index.js';
import { secretView } from '../drawing.js';
import { onCase } from '../find.js';
import { caseRef, helperRef } from '../params.js';
import { opened } from './follow.js';

export const join = command({
  id: 'mediation.join',
  params: { case: caseRef() },
  hidden: true,
  run: onCase('join', async (context, id) => {
    const done = await context.services.mediation.join(context.cause, id);
    return done.ok ? opened(context, id) : done;
  }),
});

export const prefer = command({
  id: 'mediation.prefer',
  params: { case: caseRef(), helper: helperRef() },
  hidden: true,
  run: onCase('prefer', async (context, id, { helper }) => {
    if (!helper) return refuse('guest-prefers-nobody');
    const done = await context.services.mediation.prefer(context.cause, id, helper);
    return done.ok ? opened(context, id) : done;
  }),
});

export const leave = command({
  id: 'mediation.leave',
  params: { case: caseRef() },
  private: true,
  confidential: true,
  confirm: true,
  run: onCase('leave', async (context, id) => {
    const { services, cause, locale } = context;
    const done = await services.mediation.leave(cause, id);
    if (!done.ok) return done;
    return ok(
      secretView(
        { id },
        {
          title: [say(locale, 'mediation.left.title')],
          blocks: [text(say(locale, 'mediation.left'))],
        },
      ),
    );
  }),
});
