import type { MediationId } from '../../../src/kernel/ids.js';
import { ok, type Result } from '../../../src/kernel/result.js';
import { last } from '../../../src/mediation/rules/course.js';
import type { Story } from '../../../src/mediation/types.js';
import { type Args, command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { act, button, text } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { drawingFor, momentOf, nameOf, quietView, secretView } from '../drawing.js';
import { findCase, onCase } from '../find.js';
import { caseRef, helperRef, storyParams } from '../params.js';
import { draftView } from '../views/prospect.js';

/** What it is, what it promises, and the first gestures. */
export const start = command({
  id: 'mediation.start',
  params: {},
  async run({ locale }) {
    const press = (key: 'follow' | 'people' | 'danger', id: string) =>
      button(say(locale, `mediation.${key}`), act(id));
    return ok(
      quietView({
        title: [say(locale, 'mediation.title')],
        blocks: [text(say(locale, 'mediation.intro')), text(say(locale, 'mediation.secret'))],
        actions: [
          button(say(locale, 'mediation.begin'), act('mediation.ask'), 'primary'),
          press('follow', 'mediation.mine'),
          press('people', 'mediation.mediators'),
          press('danger', 'mediation.urgent'),
        ],
      }),
    );
  },
});

type Written = Args<ReturnType<typeof storyParams>>;

const storyOf = (written: Written): Story => ({
  what: written.happening,
  others: written.withwhom ?? '',
  hope: written.hope ?? '',
  reach: written.reach ?? '',
  aside: written.aside ?? '',
  urgency: written.urgency,
  onward: written.otherwise === 'onward',
});

async function draftShown(context: Context, id: MediationId): Promise<Result<View>> {
  const { services, community, member } = context;
  const prospect = await services.mediation.prospect(community.id, member.id, id);
  return prospect.ok ? ok(draftView(await drawingFor(context), prospect.value)) : prospect;
}

export const ask = command({
  id: 'mediation.ask',
  params: storyParams(),
  private: true,
  confidential: true,
  async run(context, written) {
    const { services, cause, locale } = context;
    const done = await services.mediation.draft(cause, { story: storyOf(written), locale });
    return done.ok ? draftShown(context, done.value.id) : done;
  },
});

export const edit = command({
  id: 'mediation.edit',
  params: { case: caseRef(), ...storyParams() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  async prepare(context, given) {
    const named = given.case ? await caseRef().parse(given.case, context) : ok(null);
    if (!named.ok) return named;
    const found = await findCase(context, named.value, 'edit');
    if (!found.ok) return found;
    const { services, community, member } = context;
    const own = await services.mediation.prospect(community.id, member.id, found.value);
    if (!own.ok) return own;
    const { what, others, hope, urgency, reach, aside, onward } = own.value.request.story;
    return ok({
      ...{ happening: what, withwhom: others, hope, urgency, reach, aside },
      otherwise: onward ? 'onward' : 'only',
    });
  },
  run: onCase('edit', async (context, id, { ...written }) => {
    const { services, cause } = context;
    const done = await services.mediation.edit(cause, id, storyOf(written));
    return done.ok ? draftShown(context, id) : done;
  }),
});

export const send = command({
  id: 'mediation.send',
  params: { case: caseRef(), helper: helperRef() },
  hidden: true,
  run: onCase('send', async (context, id, { helper }) => {
    const done = await context.services.mediation.send(context.cause, id, helper);
    if (!done.ok) return done;
    const drawing = await drawingFor(context);
    const { locale } = context;
    const asked = last(done.value);
    const facts = {
      name: nameOf(drawing, asked?.mediator ?? ''),
      until: asked ? momentOf(drawing, asked.until) : '',
    };
    return ok(
      secretView(done.value, {
        title: [say(locale, 'mediation.sent.title')],
        blocks: [text(...rich(locale, 'mediation.sent', facts))],
        actions: [button(say(locale, 'mediation.follow'), act('mediation.mine'))],
      }),
    );
  }),
});
