import { checkSlots, instantOf, type Picked, presencesAfter } from '../../agenda/service.js';
import { commonPlatforms } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MediationId, MemberId } from '../../kernel/ids.js';
import type { Keys } from '../../kernel/keys.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { type Gesture, may } from '../policy.js';
import { mediatorOf, moved, partOf } from '../rules/course.js';
import { isAgreed, isPending, meetingOf, nextReminder } from '../rules/meeting.js';
import { agreedOf } from '../rules/participants.js';
import { addPage } from '../store/requests.js';
import type { Meeting, MeetingPage, Step } from '../types/meeting.js';
import type { Part, Request } from '../types.js';
import { openPages, openRequest, sealPage } from './keeping.js';
import {
  type ByMember,
  changing,
  type Held,
  keep,
  type Parts,
  refusal,
  TICK,
  tell,
} from './parts.js';

/** What draws the first words of a common room. */
const ROOM_CARD = 'mediation.room';

/** How the people of a request come to meet, for one of them. */
export interface MeetingNow {
  readonly request: Request;
  readonly part: Part;
  readonly meeting: Meeting;
  /** Who takes part, oneself included. */
  readonly people: readonly MemberId[];
  /** Networks where all of them have an account; only told to who may offer a room there. */
  readonly platforms: readonly string[];
}

/** As it stands, each person in their one voice. */
export async function meetingIn(
  tx: Tx,
  keys: Pick<Keys, 'find'>,
  request: Request,
): Promise<Meeting> {
  const pages = (await openPages(tx, keys, request)).filter((page) => page.type === 'meeting');
  const meeting = meetingOf(pages, mediatorOf(request));
  const people = agreedOf(request);
  // Who left has no say any more in when the others meet.
  const answers = meeting.dates?.answers.filter(({ member }) => people.includes(member)) ?? [];
  return { ...meeting, dates: meeting.dates && { ...meeting.dates, answers } };
}

/** Writes down what somebody did. */
export async function addStep(
  { keys }: Pick<Parts, 'keys'>,
  { tx, request, now }: Pick<Held, 'tx' | 'request' | 'now'>,
  by: MemberId,
  step: Step,
): Promise<void> {
  const own = keys.find(request.id);
  const mediator = mediatorOf(request);
  if (!own || !mediator) throw new Error('nobody to meet with');
  const page: MeetingPage = { type: 'meeting', by, mediator, step, at: now };
  await addPage(tx, request.community, request.id, sealPage(own, request.id, page, now));
}

export function createMeeting(parts: Parts) {
  const { prisma, keys } = parts;

  /** For those who take part: a guest who accepted does, once they talk with the others. */
  const among = (
    cause: ByMember,
    id: MediationId,
    gesture: Gesture,
    change: (held: Held) => Promise<Result<MeetingNow>>,
  ): Promise<Result<MeetingNow>> =>
    changing(parts, cause, id, gesture, async (held) =>
      agreedOf(held.request).includes(cause.member)
        ? change(held)
        : refuse('mediation-not-together'),
    );

  const platformsFor = async (tx: Tx, request: Request, part: Part): Promise<string[]> =>
    may('offer', part, request.state)
      ? commonPlatforms(tx, request.community, agreedOf(request))
      : [];

  async function drawn(
    tx: Tx,
    { request, part }: Pick<Held, 'request' | 'part'>,
  ): Promise<MeetingNow> {
    return {
      ...{ request, part, people: agreedOf(request) },
      meeting: await meetingIn(tx, keys, request),
      platforms: await platformsFor(tx, request, part),
    };
  }

  /** The others are told that something waits for them, and nobody else. */
  async function tellOthers(held: Held, by: MemberId): Promise<void> {
    for (const person of agreedOf(held.request)) {
      if (person !== by) await tell(held, held.request, person);
    }
  }

  /** One step, with what it changes of the request, told to the others. */
  async function step(
    held: Held,
    cause: ByMember,
    one: Step,
    change: Partial<Pick<Request, 'meetAt' | 'remindAt'>> = {},
  ): Promise<Result<MeetingNow>> {
    await addStep(parts, held, cause.member, one);
    const request = { ...moved(held.request, cause.now), ...change };
    await keep(parts, held, request);
    await tellOthers(held, cause.member);
    return ok(await drawn(held.tx, { ...held, request }));
  }

  return {
    async meeting(
      community: CommunityId,
      member: MemberId,
      id: MediationId,
    ): Promise<Result<MeetingNow>> {
      const request = await openRequest(prisma, keys, community, id);
      const part = request ? partOf(request, member) : 'stranger';
      if (!request || !may('meeting', part, request.state)) return refusal(part);
      if (!agreedOf(request).includes(member)) return refuse('mediation-not-together');
      return ok(await drawn(prisma, { request, part }));
    },

    /** Dates to choose from: those before are no more. They all suit who proposes them. */
    dates: (
      cause: ByMember,
      id: MediationId,
      said: { readonly slots: readonly string[]; readonly zone: string },
    ): Promise<Result<MeetingNow>> =>
      among(cause, id, 'dates', async (held) => {
        const slots = checkSlots(said.slots);
        if (!slots.ok) return slots;
        const { zone } = said;
        const past = slots.value.some((slot) => instantOf(slot, zone) <= cause.now);
        if (past) return refuse('mediation-date-past', {}, 'slots');
        await addStep(parts, held, cause.member, { type: 'dates', slots: slots.value, zone });
        const presences = slots.value.map(() => 'yes' as const);
        const none = { meetAt: null, remindAt: null };
        return step(held, cause, { type: 'suits', presences }, none);
      }),

    /** Which dates suit, at once or if need be; the others do not, unless said otherwise before. */
    suit: (
      cause: ByMember,
      id: MediationId,
      said: Picked & {
        readonly round: number;
        readonly presence: 'yes' | 'maybe';
      },
    ): Promise<Result<MeetingNow>> =>
      among(cause, id, 'suit', async (held) => {
        const { dates } = await meetingIn(held.tx, keys, held.request);
        if (dates?.round !== said.round) return refuse('mediation-dates-changed');
        const wrong = said.places.find((place) => place < 1 || place > dates.slots.length);
        if (wrong !== undefined) return refuse('unknown-slot', { place: wrong }, 'slots');
        const before = dates.answers.find(({ member }) => member === cause.member);
        const presences = presencesAfter(dates, before?.presences ?? [], said);
        return step(held, cause, { type: 'suits', presences });
      }),

    /** One of the dates is when they meet; each is reminded of it, in their own zone. */
    choose: (
      cause: ByMember,
      id: MediationId,
      { round, place }: { readonly round: number; readonly place: number },
    ): Promise<Result<MeetingNow>> =>
      among(cause, id, 'choose', async (held) => {
        const { dates } = await meetingIn(held.tx, keys, held.request);
        if (dates?.round !== round) return refuse('mediation-dates-changed');
        const slot = dates.slots[place - 1];
        if (slot === undefined) return refuse('unknown-slot', { place }, 'slot');
        const start = instantOf(slot, dates.zone);
        if (start <= cause.now) return refuse('mediation-date-past', {}, 'slot');
        const reminded = { meetAt: start, remindAt: nextReminder(start, cause.now) };
        return step(held, cause, { type: 'chosen', start }, reminded);
      }),

    /** A common room: nothing is opened before each has said yes. */
    offer: (cause: ByMember, id: MediationId, platform: string): Promise<Result<MeetingNow>> =>
      among(cause, id, 'offer', async (held) => {
        const { room } = await meetingIn(held.tx, keys, held.request);
        if (isPending(room)) return refuse('mediation-room-already');
        const able = await platformsFor(held.tx, held.request, held.part);
        if (!able.includes(platform)) return refuse('mediation-room-apart');
        return step(held, cause, { type: 'offer', platform });
      }),

    /** Yes or no to the room that is offered; with the last yes it is asked for. */
    enter: (
      cause: ByMember,
      id: MediationId,
      { round, enters }: { readonly round: number; readonly enters: boolean },
    ): Promise<Result<MeetingNow>> =>
      among(cause, id, 'enter', async (held) => {
        const { request, tx } = held;
        const before = await meetingIn(tx, keys, request);
        if (before.room?.round !== round || before.room.state !== 'offered') {
          return refuse('mediation-room-over');
        }
        const people = agreedOf(request);
        if (isAgreed(before.room, people)) return refuse('mediation-room-over');
        const done = await step(held, cause, { type: 'entry', enters });
        if (!done.ok) return done;
        const { room } = done.value.meeting;
        if (room && isAgreed(room, people)) {
          await held.askRoom({
            ...{ subject: id, key: roomKey(request, round), platform: room.platform, people },
            ...{ locale: request.locale, card: ROOM_CARD, alarm: TICK },
          });
        }
        return done;
      }),
  };
}

/** A room for each offer, with each mediator. */
export const roomKey = (request: Request, round: number): string =>
  `${mediatorOf(request)} ${round}`;
