import { speaking, waiting } from '../../../src/agenda/rules/floor.js';
import type { FloorNow } from '../../../src/agenda/service.js';
import { expandId, type FloorId } from '../../../src/kernel/ids.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { type Command, command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { flag, type Param, param } from '../../registry/param.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { findMeant, meantRef } from '../meant.js';
import { floorCard } from '../views/floor.js';
import { target } from './items.js';

async function drawn(context: Context, now: FloorNow, title?: string): Promise<Result<View>> {
  const { services, community, locale } = context;
  const members = await services.community.people(community.id);
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  const card = floorCard({ ...now, names, zone: community.zone, locale, now: context.now });
  const own = { ...card, audience: 'only-you' as const };
  return ok(title === undefined ? own : { ...own, title: [title] });
}

/** The queue of the meeting that goes on, or of the room when there is none. */
export const floor = command({
  id: 'agenda.floor',
  params: { event: meantRef(), shares: flag() },
  async run(context, { event, shares }) {
    const { services, community, cause, now, locale } = context;
    const on = event ? [] : await services.agenda.meantNow(community.id, now);
    const found = event || on.length > 0 ? await findMeant(context, event) : null;
    if (found && !found.ok) return found;
    const meeting = found ? target(found.value) : null;
    const place = meeting && { which: meeting[0], recurrence: meeting[1] };
    const done = await services.agenda.openFloor(cause, place, shares);
    return done.ok ? drawn(context, done.value, say(locale, 'floor.done.open')) : done;
  },
});

/** A queue by its id: a button names it. */
const floorId = (): Param<FloorId> =>
  param<FloorId>({
    takes: 'named',
    maxLength: 22,
    parse: async (typed) => {
      const id = expandId<'floor'>(typed.trim());
      return id ? ok(id) : refuse('unknown-floor');
    },
  });

const gesture = (
  id: string,
  does: (context: Context, floor: FloorId) => Promise<Result<FloorNow>>,
  said: (context: Context, now: FloorNow) => string,
): Command =>
  command({
    ...{ id, params: { floor: floorId() }, hidden: true },
    async run(context, { floor: which }) {
      const done = await does(context, which);
      return done.ok ? drawn(context, done.value, said(context, done.value)) : done;
    },
  });

export const ask = gesture(
  'agenda.ask-floor',
  ({ services, cause }, id) => services.agenda.askFloor(cause, id),
  ({ member, locale, now }, { turns }) => {
    const place = waiting(turns, now).findIndex((one) => one.member === member.id) + 1;
    return say(locale, 'floor.done.asked', { place });
  },
);

export const leave = gesture(
  'agenda.leave-floor',
  ({ services, cause }, id) => services.agenda.leaveFloor(cause, id),
  ({ locale }) => say(locale, 'floor.done.left'),
);

export const next = gesture(
  'agenda.next-floor',
  ({ services, cause }, id) => services.agenda.nextFloor(cause, id),
  ({ locale }, { turns }) => say(locale, speaking(turns) ? 'floor.done.next' : 'floor.done.nobody'),
);

export const close = gesture(
  'agenda.close-floor',
  ({ services, cause }, id) => services.agenda.closeFloor(cause, id),
  ({ locale }) => say(locale, 'floor.done.closed'),
);
