import { ok } from '../../../src/kernel/result.js';
import { askedNow } from '../../../src/mediation/rules/course.js';
import { LIMITS } from '../../../src/mediation/types.js';
import { command } from '../../registry/command.js';
import { text as textParam } from '../../registry/param.js';
import { act, button, text } from '../../view/build.js';
import { say } from '../../words/index.js';
import { drawingFor, guestArgs, nameOf, secretView } from '../drawing.js';
import { onCase } from '../find.js';
import { caseRef, guestRef } from '../params.js';
import { readView } from '../views/story.js';
import { writtenView } from '../views/written.js';
import { opened } from './follow.js';

export const read = command({
  id: 'mediation.read',
  params: { case: caseRef() },
  hidden: true,
  run: onCase('read', async (context, id) => {
    const { services, cause, member } = context;
    const done = await services.mediation.read(cause, id);
    if (!done.ok) return done;
    const request = done.value;
    if (request.requester === member.id && request.state === 'draft') {
      return opened(context, id);
    }
    return ok(readView(await drawingFor(context), request, askedNow(request) === member.id));
  }),
});

export const accept = command({
  id: 'mediation.accept',
  params: { case: caseRef() },
  hidden: true,
  run: onCase('accept', async (context, id) => {
    const done = await context.services.mediation.accept(context.cause, id);
    return done.ok ? opened(context, id) : done;
  }),
});

export const decline = command({
  id: 'mediation.decline',
  params: { case: caseRef() },
  hidden: true,
  run: onCase('decline', async (context, id) => {
    const { services, cause, locale } = context;
    const done = await services.mediation.decline(cause, id);
    if (!done.ok) return done;
    return ok(
      secretView(
        { id },
        {
          title: [say(locale, 'mediation.declined.title')],
          blocks: [text(say(locale, 'mediation.declined'))],
        },
      ),
    );
  }),
});

export const write = command({
  id: 'mediation.write',
  params: { case: caseRef(), guest: guestRef(), text: textParam(LIMITS.text) },
  private: true,
  confidential: true,
  run: onCase('write', async (context, id, { guest, text: words }) => {
    const { services, cause, locale } = context;
    const done = await services.mediation.write(cause, id, words, guest);
    if (!done.ok) return done;
    const drawing = await drawingFor(context);
    const { member, pseudonym } = done.value;
    const name = pseudonym ?? nameOf(drawing, member);
    const again = act('mediation.talk', guestArgs({ id }, guest));
    return ok(
      writtenView(drawing, id, {
        ...{ words, readers: say(locale, 'mediation.written', { name }) },
        next: button(say(locale, 'mediation.act.talk'), again),
      }),
    );
  }),
});

export const reveal = command({
  id: 'mediation.reveal',
  params: { case: caseRef() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  run: onCase('reveal', async (context, id) => {
    const { services, cause, locale } = context;
    const done = await services.mediation.reveal(cause, id);
    if (!done.ok) return done;
    const name = nameOf(await drawingFor(context), done.value.requester);
    return ok(
      secretView(done.value, { title: [say(locale, 'mediation.revealed.title', { name })] }),
    );
  }),
});
