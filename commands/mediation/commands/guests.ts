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
import { findCase } from '../find.js';
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
  async run(context, { case: named }) {
    const found = await findCase(context, named, 'guests');
    return found.ok ? shown(context, found.value) : found;
  },
});

export const invite = command({
  id: 'mediation.invite',
  params: { case: caseRef(), member: person(), invitation: textParam(LIMITS.invitation) },
  private: true,
  confidential: true,
  confirm: true,
  prepare: async ({ locale }) => ok({ invitation: say(locale, 'mediation.invite.model') }),
  async run(context, { case: named, member, invitation }) {
    const found = await findCase(context, named, 'invite');
    if (!found.ok) return found;
    const guest = { member: member.id, text: invitation };
    const done = await context.services.mediation.invite(context.cause, found.value, guest);
    return done.ok ? shown(context, found.value) : done;
  },
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
  async run(context, { case: named, guest: member, invitation }) {
    const found = await findCase(context, named, 'reword');
    if (!found.ok) return found;
    if (!member) return refuse('mediation-unknown');
    const guest = { member, text: invitation };
    const done = await context.services.mediation.reword(context.cause, found.value, guest);
    return done.ok ? shown(context, found.value) : done;
  },
});

export const approve = command({
  id: 'mediation.approve',
  params: { case: caseRef(), guest: guestRef(), version: versionRef() },
  hidden: true,
  async run(context, { case: named, guest: member, version }) {
    const found = await findCase(context, named, 'approve');
    if (!found.ok) return found;
    if (!member || !version) return refuse('mediation-unknown');
    const { services, cause } = context;
    const done = await services.mediation.approve(cause, found.value, { member, version });
    return done.ok ? shown(context, found.value) : done;
  },
});

export const withdraw = command({
  id: 'mediation.withdraw',
  params: { case: caseRef(), guest: guestRef() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  async run(context, { case: named, guest }) {
    const found = await findCase(context, named, 'withdraw');
    if (!found.ok) return found;
    if (!guest) return refuse('mediation-unknown');
    const done = await context.services.mediation.withdraw(context.cause, found.value, guest);
    return done.ok ? shown(context, found.value) : done;
  },
});

export const change = command({
  id: 'mediation.change',
  params: { case: caseRef(), guest: guestRef() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  async run(context, { case: named, guest }) {
    const found = await findCase(context, named, 'change');
    if (!found.ok) return found;
    if (!guest) return refuse('mediation-unknown');
    const done = await context.services.mediation.change(context.cause, found.value, guest);
    return done.ok ? opened(context, found.value) : done;
  },
});

export const gather = command({
  id: 'mediation.gather',
  params: { case: caseRef() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  async run(context, { case: named }) {
    const found = await findCase(context, named, 'gather');
    if (!found.ok) return found;
    const done = await context.services.mediation.gather(context.cause, found.value);
    return done.ok ? shown(context, found.value) : done;
  },
});
