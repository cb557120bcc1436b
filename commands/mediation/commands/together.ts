import { ok } from '../../../src/kernel/result.js';
import { LIMITS } from '../../../src/mediation/types.js';
import { command } from '../../registry/command.js';
import { text as textParam } from '../../registry/param.js';
import { act, button } from '../../view/build.js';
import { say as word } from '../../words/index.js';
import { caseArg, drawingFor, listOf } from '../drawing.js';
import { onCase } from '../find.js';
import { caseRef } from '../params.js';
import { togetherView } from '../views/together.js';
import { writtenView } from '../views/written.js';

export const together = command({
  id: 'mediation.together',
  params: { case: caseRef() },
  run: onCase('together', async (context, id) => {
    const { services, cause, member } = context;
    const done = await services.mediation.together(cause, id);
    return done.ok ? ok(togetherView(await drawingFor(context), done.value, member.id)) : done;
  }),
});

export const say = command({
  id: 'mediation.say',
  params: { case: caseRef(), text: textParam(LIMITS.text) },
  private: true,
  confidential: true,
  run: onCase('say', async (context, id, { text: words }) => {
    const { services, cause, locale } = context;
    const done = await services.mediation.say(cause, id, words);
    if (!done.ok) return done;
    const drawing = await drawingFor(context);
    const names = listOf(drawing, done.value);
    const again = act('mediation.together', caseArg({ id }));
    return ok(
      writtenView(drawing, id, {
        ...{ words, readers: word(locale, 'mediation.said', { names }) },
        next: button(word(locale, 'mediation.invitation.act.together'), again),
      }),
    );
  }),
});
