import { MEETING_ROLES } from '../../../src/agenda/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, optional, unasked } from '../../registry/param.js';
import { person } from '../../registry/people.js';
import { say } from '../../words/index.js';
import { findMeant, meantRef } from '../meant.js';
import { day } from '../params.js';
import { prepared, target } from './items.js';

const roles = () =>
  choice(MEETING_ROLES, (role, { locale }: Context) => say(locale, `sitting.${role}`));

/** Takes a role oneself, or gives it to somebody. */
export const role = command({
  id: 'agenda.role',
  params: {
    event: meantRef(),
    role: roles(),
    who: unasked(optional(person())),
    day: unasked(optional(day())),
  },
  async run(context, { event, role: wanted, who, day: on }) {
    const { services, cause, member, locale } = context;
    const found = await findMeant(context, event, on);
    if (!found.ok) return found;
    const to = who ?? member;
    const held = { role: wanted, to: to.id };
    const done = await services.agenda.takeRole(cause, ...target(found.value), held);
    if (!done.ok) return done;
    const fill = { who: to.name, role: say(locale, `sitting.${wanted}`) };
    return prepared(context, found.value, say(locale, 'roles.done.taken', fill));
  },
});

export const leaveRole = command({
  id: 'agenda.leave-role',
  params: { event: meantRef(), role: roles() },
  hidden: true,
  async run(context, { event, role: held }) {
    const { services, cause, locale } = context;
    const found = await findMeant(context, event);
    if (!found.ok) return found;
    const done = await services.agenda.releaseRole(cause, ...target(found.value), held);
    return done.ok ? prepared(context, found.value, say(locale, 'roles.done.left')) : done;
  },
});

export const drawRoles = command({
  id: 'agenda.draw',
  params: { event: meantRef(), role: optional(roles()), day: unasked(optional(day())) },
  hidden: true,
  async run(context, { event, role: wanted, day: on }) {
    const { services, cause, locale } = context;
    const found = await findMeant(context, event, on);
    if (!found.ok) return found;
    const done = await services.agenda.drawRoles(cause, ...target(found.value), wanted);
    if (!done.ok) return done;
    const { length: count } = done.value;
    return prepared(context, found.value, say(locale, 'roles.done.drawn', { count }));
  },
});
