import { LIMITS } from '../../../src/agenda/types.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import type { MeetingNow } from '../../../src/mediation/service/meeting.js';
import { dates as datesParam, picks } from '../../agenda/slots.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, flag, integer, line, unseen } from '../../registry/param.js';
import type { View } from '../../view/view.js';
import { drawingFor } from '../drawing.js';
import { findCase } from '../find.js';
import { caseRef } from '../params.js';
import { meetingView } from '../views/meeting.js';

/** Which dates, or which room, a button was about: those of before answer nothing. */
const round = () => unseen(integer({ min: 1, max: 10_000 }));
const NETWORK_LENGTH = 20;

async function drawn(context: Context, done: Result<MeetingNow>): Promise<Result<View>> {
  if (!done.ok) return done;
  const { member } = context;
  return ok(meetingView(await drawingFor(context), done.value, member.id));
}

export const meeting = command({
  id: 'mediation.meeting',
  params: { case: caseRef() },
  confidential: true,
  async run(context, { case: named }) {
    const found = await findCase(context, named, 'meeting');
    if (!found.ok) return found;
    const { services, community, member } = context;
    return drawn(context, await services.mediation.meeting(community.id, member.id, found.value));
  },
});

export const dates = command({
  id: 'mediation.dates',
  params: { case: caseRef(), slots: datesParam() },
  private: true,
  confidential: true,
  hidden: true,
  async run(context, { case: named, slots }) {
    const found = await findCase(context, named, 'dates');
    if (!found.ok) return found;
    const { services, cause, community } = context;
    const said = { slots: slots.map(({ start }) => start), zone: community.zone };
    return drawn(context, await services.mediation.dates(cause, found.value, said));
  },
});

export const suit = command({
  id: 'mediation.suit',
  params: {
    case: caseRef(),
    round: round(),
    presence: unseen(choice(['yes', 'maybe'] as const, (one) => one)),
    slots: picks(),
  },
  private: true,
  confidential: true,
  hidden: true,
  async run(context, { case: named, round: of, presence, slots }) {
    const found = await findCase(context, named, 'suit');
    if (!found.ok) return found;
    const said = { round: of ?? 0, presence: presence ?? ('yes' as const), ...slots };
    return drawn(context, await context.services.mediation.suit(context.cause, found.value, said));
  },
});

export const choose = command({
  id: 'mediation.choose',
  params: { case: caseRef(), round: round(), slot: integer({ min: 1, max: LIMITS.slots }) },
  private: true,
  confidential: true,
  hidden: true,
  async run(context, { case: named, round: of, slot }) {
    const found = await findCase(context, named, 'choose');
    if (!found.ok) return found;
    const which = { round: of ?? 0, place: slot };
    const { services, cause } = context;
    return drawn(context, await services.mediation.choose(cause, found.value, which));
  },
});

export const offer = command({
  id: 'mediation.offer',
  params: { case: caseRef(), network: unseen(line(NETWORK_LENGTH)) },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  async run(context, { case: named, network }) {
    const found = await findCase(context, named, 'offer');
    if (!found.ok) return found;
    const { services, cause } = context;
    return network === null
      ? refuse('mediation-room-apart')
      : drawn(context, await services.mediation.offer(cause, found.value, network));
  },
});

export const enter = command({
  id: 'mediation.enter',
  params: { case: caseRef(), round: round(), yes: unseen(flag()) },
  private: true,
  confidential: true,
  hidden: true,
  async run(context, { case: named, round: of, yes }) {
    const found = await findCase(context, named, 'enter');
    if (!found.ok) return found;
    const said = { round: of ?? 0, enters: yes ?? false };
    return drawn(context, await context.services.mediation.enter(context.cause, found.value, said));
  },
});
