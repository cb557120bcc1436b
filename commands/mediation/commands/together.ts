import { ok } from '../../../src/kernel/result.js';
import { LIMITS } from '../../../src/mediation/types.js';
import { command } from '../../registry/command.js';
import { text as textParam } from '../../registry/param.js';
import { act, button, text } from '../../view/build.js';
import { say as word } from '../../words/index.js';
import { caseArg, drawingFor, listOf, secretView } from '../drawing.js';
import { findCase } from '../find.js';
import { caseRef } from '../params.js';
import { togetherView } from '../views/together.js';

export const together = command({
  id: 'mediation.together',
  params: { case: caseRef() },
  async run(context, { case: named }) {
    const found = await findCase(context, named, 'together');
    if (!found.ok) return found;
    const { services, cause, member } = context;
    const done = await services.mediation.together(cause, found.value);
    return done.ok ? ok(togetherView(await drawingFor(context), done.value, member.id)) : done;
  },
});

export const say = command({
  id: 'mediation.say',
  params: { case: caseRef(), text: textParam(LIMITS.text) },
  private: true,
  confidential: true,
  async run(context, { case: named, text: words }) {
    const found = await findCase(context, named, 'say');
    if (!found.ok) return found;
    const { services, cause, locale } = context;
    const done = await services.mediation.say(cause, found.value, words);
    if (!done.ok) return done;
    const id = { id: found.value };
    const names = listOf(await drawingFor(context), done.value);
    return ok(
      secretView(id, {
        title: [word(locale, 'mediation.written.title')],
        blocks: [text(word(locale, 'mediation.said', { names }))],
        actions: [
          button(
            word(locale, 'mediation.invitation.act.together'),
            act('mediation.together', caseArg(id)),
          ),
        ],
      }),
    );
  },
});
