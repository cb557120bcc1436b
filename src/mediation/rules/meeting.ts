import type { MemberId } from '../../kernel/ids.js';
import type { Meeting, MeetingPage, RoomOffer } from '../types/meeting.js';

const HOUR_MS = 3_600_000;
/** Before it begins: the day before, and an hour before. */
const REMIND_MS = [24 * HOUR_MS, HOUR_MS] as const;

const NOTHING: Meeting = { dates: null, start: null, room: null };

/** How things stand with this mediator, from what was done in order. */
export const meetingOf = (pages: readonly MeetingPage[], mediator: MemberId | null): Meeting =>
  pages.filter((page) => page.mediator === mediator).reduce(after, NOTHING);

function after(meeting: Meeting, { by, step, at }: MeetingPage): Meeting {
  const { dates, room } = meeting;
  switch (step.type) {
    case 'dates': {
      const { slots, zone } = step;
      const fresh = { round: (dates?.round ?? 0) + 1, slots, zone, answers: [] };
      return { ...meeting, dates: fresh, start: null };
    }
    case 'suits': {
      if (!dates) return meeting;
      const others = dates.answers.filter(({ member }) => member !== by);
      const own = { member: by, presences: step.presences, answeredAt: at };
      return { ...meeting, dates: { ...dates, answers: [...others, own] } };
    }
    case 'chosen':
      return { ...meeting, start: step.start };
    case 'offer': {
      const round = (room?.round ?? 0) + 1;
      const { platform } = step;
      const offered = { state: 'offered', fault: null, url: null } as const;
      return { ...meeting, room: { round, platform, by, entering: [by], ...offered } };
    }
    case 'entry':
      return room ? { ...meeting, room: entered(room, by, step.enters) } : meeting;
    case 'room': {
      const { fault, url } = step;
      const state = fault === null ? 'open' : 'impossible';
      return room ? { ...meeting, room: { ...room, state, fault, url } } : meeting;
    }
    case 'over':
      return room ? { ...meeting, room: { ...room, state: 'over', url: null } } : meeting;
  }
}

function entered(room: RoomOffer, by: MemberId, enters: boolean): RoomOffer {
  if (!enters) return { ...room, state: 'refused' };
  return { ...room, entering: [...room.entering.filter((one) => one !== by), by] };
}

/** Everybody who takes part said yes to this very room. */
export const isAgreed = (room: RoomOffer, people: readonly MemberId[]): boolean =>
  room.state === 'offered' && people.every((one) => room.entering.includes(one));

/** A room that people have, or are asked about: another is not offered beside it. */
export const isPending = (room: RoomOffer | null): boolean =>
  room?.state === 'offered' || room?.state === 'open';

/** When its people are reminded of it next; `null` when they need not be any more. */
export const nextReminder = (start: Date, now: Date): Date | null =>
  REMIND_MS.map((ms) => new Date(start.getTime() - ms)).find((at) => at > now) ?? null;
