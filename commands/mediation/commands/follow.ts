import type { MediationId } from '../../../src/kernel/ids.js';
import { ok, type Result } from '../../../src/kernel/result.js';
import { standing } from '../../../src/mediation/service/reading.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import type { View } from '../../view/view.js';
import { drawingFor } from '../drawing.js';
import { onCase } from '../find.js';
import { caseRef, guestRef } from '../params.js';
import { emergencyView } from '../views/emergency.js';
import { invitationView } from '../views/invitation.js';
import { lineView } from '../views/line.js';
import { mineView } from '../views/list.js';
import { draftView } from '../views/prospect.js';
import { pausedView, statusView } from '../views/status.js';
import { readingsView, talkView } from '../views/talk.js';

/** As it is now, for who opens it. */
export async function opened(context: Context, id: MediationId): Promise<Result<View>> {
  const { services, community, member } = context;
  const found = await services.mediation.open(community.id, member.id, id);
  if (!found.ok) return found;
  const drawing = await drawingFor(context);
  if (!('request' in found.value)) {
    const pool = await services.mediation.pool(community.id);
    return ok(invitationView(drawing, found.value, { reader: member.id, pool }));
  }
  const { request, part } = found.value;
  const choosing = request.state === 'draft' || request.state === 'paused';
  if (part !== 'requester' || !choosing) return ok(statusView(drawing, found.value));
  const prospect = await services.mediation.prospect(community.id, member.id, id);
  if (!prospect.ok) return prospect;
  const draw = request.state === 'draft' ? draftView : pausedView;
  return ok(draw(drawing, prospect.value));
}

export const mine = command({
  id: 'mediation.mine',
  params: {},
  async run(context) {
    const { services, community, member } = context;
    const { own, lost } = await services.mediation.mine(community.id, member.id);
    const [only] = own;
    if (only && own.length === 1) return opened(context, standing(only).id);
    return ok(mineView(await drawingFor(context), own, own.length === 0 ? lost : 0));
  },
});

export const open = command({
  id: 'mediation.open',
  params: { case: caseRef() },
  hidden: true,
  run: onCase('open', opened),
});

export const talk = command({
  id: 'mediation.talk',
  params: { case: caseRef(), guest: guestRef() },
  run: onCase('talk', async (context, id, { guest }) => {
    const done = await context.services.mediation.talk(context.cause, id, guest);
    if (!done.ok) return done;
    const drawing = await drawingFor(context);
    return ok(
      'request' in done.value ? talkView(drawing, done.value) : lineView(drawing, done.value),
    );
  }),
});

export const readings = command({
  id: 'mediation.readings',
  params: { case: caseRef() },
  hidden: true,
  run: onCase('readings', async (context, id) => {
    const done = await context.services.mediation.readings(context.cause, id);
    return done.ok ? ok(readingsView(await drawingFor(context), id, done.value)) : done;
  }),
});

export const urgent = command({
  id: 'mediation.urgent',
  params: {},
  run: async (context) => ok(emergencyView(context)),
});
