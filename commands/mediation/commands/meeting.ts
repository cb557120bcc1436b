import { LIMITS } from '../../../src/agenda/types.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import type { MeetingNow } from '../../../src/mediation/service/meeting.js';
import { dates as datesParam, picks } from '../../agenda/slots.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, flag, integer, line, unseen } from '../../registry/param.js';
import type { View } from '../../view/view.js';
import { drawingFor } from '../drawing.js';
import { onCase } from '../find.js';
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
  run: onCase('meeting', async (context, id) => {
    const { services, community, member } = context;
    return drawn(context, await services.mediation.meeting(community.id, member.id, id));
  }),
});

export const dates = command({
  id: 'mediation.dates',
  params: { case: caseRef(), slots: datesParam() },
  private: true,
  confidential: true,
  hidden: true,
  run: onCase('dates', async (context, id, { slots }) => {
    const { services, cause, community } = context;
    const said = { slots: slots.map(({ start }) => start), zone: community.zone };
    return drawn(context, await services.mediation.dates(cause, id, said));
  }),
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
  run: onCase('suit', async (context, id, { round: of, presence, slots }) => {
    const said = { round: of ?? 0, presence: presence ?? ('yes' as const), ...slots };
    return drawn(context, await context.services.mediation.suit(context.cause, id, said));
  }),
});

export const choose = command({
  id: 'mediation.choose',
  params: { case: caseRef(), round: round(), slot: integer({ min: 1, max: LIMITS.slots }) },
  private: true,
  confidential: true,
  hidden: true,
  run: onCase('choose', async (context, id, { round: of, slot }) => {
    const which = { round: of ?? 0, place: slot };
    const { services, cause } = context;
    return drawn(context, await services.mediation.choose(cause, id, which));
  }),
});

export const offer = command({
  id: 'mediation.offer',
  params: { case: caseRef(), network: unseen(line(NETWORK_LENGTH)) },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  run: onCase('offer', async (context, id, { network }) => {
    const { services, cause } = context;
    return network === null
      ? refuse('mediation-room-apart')
      : drawn(context, await services.mediation.offer(cause, id, network));
  }),
});

export const enter = command({
  id: 'mediation.enter',
  params: { case: caseRef(), round: round(), yes: unseen(flag()) },
  private: true,
  confidential: true,
  hidden: true,
  run: onCase('enter', async (context, id, { round: of, yes }) => {
    const said = { round: of ?? 0, enters: yes ?? false };
    return drawn(context, await context.services.mediation.enter(context.cause, id, said));
  }),
});
