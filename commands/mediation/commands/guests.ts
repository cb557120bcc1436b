import type { MediationId } from '../../../src/kernel/ids.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { guestOf } from '../../../src/mediation/rules/guests.js';
import { LIMITS } from '../../../src/mediation/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { text as textParam } from '../../registry/param.js';
import { person } from '../../registry/people.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { drawingFor } from '../drawing.js';
import { onCase } from '../find.js';
import { caseRef, guestRef, versionRef } from '../params.js';
import { guestsView } from '../views/guests.js';
import { opened } from './follow.js';

/** The list as it is now: what was just done is read there. */
async function shown(context: Context, id: MediationId): Promise<Result<View>> {
  const { services, community, member } = context;
  const done = await services.mediation.guests(community.id, member.id, id);
  return done.ok ? ok(guestsView(await drawingFor(context), done.value)) : done;
}

export const guests = command({
  id: 'mediation.guests',
  params: { case: caseRef() },
  hidden: true,
  run: onCase('guests', shown),
});

export const invite = command({
  id: 'mediation.invite',
  params: { case: caseRef(), member: person(), invitation: textParam(LIMITS.invitation) },
  private: true,
  confidential: true,
  confirm: true,
  prepare: async ({ locale }) => ok({ invitation: say(locale, 'mediation.invite.model') }),
  run: onCase('invite', async (context, id, { member, invitation }) => {
    const guest = { member: member.id, text: invitation };
    const done = await context.services.mediation.invite(context.cause, id, guest);
    return done.ok ? shown(context, id) : done;
  }),
});

export const reword = command({
  id: 'mediation.reword',
  params: { case: caseRef(), guest: guestRef(), invitation: textParam(LIMITS.invitation) },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  async prepare(context, given) {
    const { services, community, member } = context;
    const [named, guest] = [
      await caseRef().parse(given.case ?? '', context),
      await guestRef().parse(given.guest ?? '', context),
    ];
    if (!named.ok || !guest.ok || !named.value || !guest.value) return refuse('mediation-unknown');
    const done = await services.mediation.guests(community.id, member.id, named.value);
    if (!done.ok) return done;
    return ok({ invitation: guestOf(done.value.request, guest.value)?.text ?? '' });
  },
  run: onCase('reword', async (context, id, { guest: member, invitation }) => {
    if (!member) return refuse('mediation-unknown');
    const guest = { member, text: invitation };
    const done = await context.services.mediation.reword(context.cause, id, guest);
    return done.ok ? shown(context, id) : done;
  }),
});

export const approve = command({
  id: 'mediation.approve',
  params: { case: caseRef(), guest: guestRef(), version: versionRef() },
  hidden: true,
  run: onCase('approve', async (context, id, { guest: member, version }) => {
    if (!member || !version) return refuse('mediation-unknown');
    const { services, cause } = context;
    const done = await services.mediation.approve(cause, id, { member, version });
    return done.ok ? shown(context, id) : done;
  }),
});

export const withdraw = command({
  id: 'mediation.withdraw',
  params: { case: caseRef(), guest: guestRef() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  run: onCase('withdraw', async (context, id, { guest }) => {
    if (!guest) return refuse('mediation-unknown');
    const done = await context.services.mediation.withdraw(context.cause, id, guest);
    return done.ok ? shown(context, id) : done;
  }),
});

export const change = command({
  id: 'mediation.change',
  params: { case: caseRef(), guest: guestRef() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  run: onCase('change', async (context, id, { guest }) => {
    if (!guest) return refuse('mediation-unknown');
    const done = await context.services.mediation.change(context.cause, id, guest);
    return done.ok ? opened(context, id) : done;
  }),
});

export const gather = command({
  id: 'mediation.gather',
  params: { case: caseRef() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  run: onCase('gather', async (context, id) => {
    const done = await context.services.mediation.gather(context.cause, id);
    return done.ok ? shown(context, id) : done;
  }),
});
