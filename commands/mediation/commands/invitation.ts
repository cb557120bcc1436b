import { ok, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import { text } from '../../view/build.js';
import { say } from '../../words/index.js';
import { secretView } from '../drawing.js';
import { findCase } from '../find.js';
import { caseRef, helperRef } from '../params.js';
import { opened } from './follow.js';

export const join = command({
  id: 'mediation.join',
  params: { case: caseRef() },
  hidden: true,
  async run(context, { case: named }) {
    const found = await findCase(context, named, 'join');
    if (!found.ok) return found;
    const done = await context.services.mediation.join(context.cause, found.value);
    return done.ok ? opened(context, found.value) : done;
  },
});

export const prefer = command({
  id: 'mediation.prefer',
  params: { case: caseRef(), helper: helperRef() },
  hidden: true,
  async run(context, { case: named, helper }) {
    const found = await findCase(context, named, 'prefer');
    if (!found.ok) return found;
    if (!helper) return refuse('guest-prefers-nobody');
    const done = await context.services.mediation.prefer(context.cause, found.value, helper);
    return done.ok ? opened(context, found.value) : done;
  },
});

export const leave = command({
  id: 'mediation.leave',
  params: { case: caseRef() },
  private: true,
  confidential: true,
  confirm: true,
  async run(context, { case: named }) {
    const found = await findCase(context, named, 'leave');
    if (!found.ok) return found;
    const { services, cause, locale } = context;
    const done = await services.mediation.leave(cause, found.value);
    if (!done.ok) return done;
    return ok(
      secretView(
        { id: found.value },
        {
          title: [say(locale, 'mediation.left.title')],
          blocks: [text(say(locale, 'mediation.left'))],
        },
      ),
    );
  },
});
