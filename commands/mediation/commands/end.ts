import { ok } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import { text } from '../../view/build.js';
import { say } from '../../words/index.js';
import { quietView, secretView } from '../drawing.js';
import { onCase } from '../find.js';
import { caseRef } from '../params.js';
import { opened } from './follow.js';

export const recuse = command({
  id: 'mediation.recuse',
  params: { case: caseRef() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  run: onCase('recuse', async (context, id) => {
    const { services, cause, locale } = context;
    const done = await services.mediation.recuse(cause, id);
    if (!done.ok) return done;
    return ok(secretView({ id }, { title: [say(locale, 'mediation.recused.title')] }));
  }),
});

export const close = command({
  id: 'mediation.close',
  params: { case: caseRef() },
  private: true,
  confidential: true,
  confirm: true,
  run: onCase('close', async (context, id) => {
    const done = await context.services.mediation.close(context.cause, id);
    return done.ok ? opened(context, id) : done;
  }),
});

export const erase = command({
  id: 'mediation.erase',
  params: { case: caseRef() },
  private: true,
  confidential: true,
  confirm: true,
  run: onCase('erase', async (context, id) => {
    const { services, cause, locale } = context;
    const done = await services.mediation.erase(cause, id);
    if (!done.ok) return done;
    return ok(
      quietView({
        title: [say(locale, 'mediation.erased.title')],
        blocks: [text(say(locale, 'mediation.erased'))],
      }),
    );
  }),
});
