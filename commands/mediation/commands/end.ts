import { ok } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import { text } from '../../view/build.js';
import { say } from '../../words/index.js';
import { quietView, secretView } from '../drawing.js';
import { findCase } from '../find.js';
import { caseRef } from '../params.js';
import { opened } from './follow.js';

export const recuse = command({
  id: 'mediation.recuse',
  params: { case: caseRef() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  async run(context, { case: named }) {
    const found = await findCase(context, named, 'recuse');
    if (!found.ok) return found;
    const { services, cause, locale } = context;
    const done = await services.mediation.recuse(cause, found.value);
    if (!done.ok) return done;
    return ok(secretView({ id: found.value }, { title: [say(locale, 'mediation.recused.title')] }));
  },
});

export const close = command({
  id: 'mediation.close',
  params: { case: caseRef() },
  private: true,
  confidential: true,
  confirm: true,
  async run(context, { case: named }) {
    const found = await findCase(context, named, 'close');
    if (!found.ok) return found;
    const done = await context.services.mediation.close(context.cause, found.value);
    return done.ok ? opened(context, found.value) : done;
  },
});

export const erase = command({
  id: 'mediation.erase',
  params: { case: caseRef() },
  private: true,
  confidential: true,
  confirm: true,
  async run(context, { case: named }) {
    const found = await findCase(context, named, 'erase');
    if (!found.ok) return found;
    const { services, cause, locale } = context;
    const done = await services.mediation.erase(cause, found.value);
    if (!done.ok) return done;
    return ok(
      quietView({
        title: [say(locale, 'mediation.erased.title')],
        blocks: [text(say(locale, 'mediation.erased'))],
      }),
    );
  },
});
