import { inTheirVoice, oneEach, voiceOf } from '../../community/rules/voices.js';
import { getMember, listVoices, nextNumber } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import { type CommunityId, newId, type RoomId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { checkSlots, type Picked, presencesAfter } from '../rules/polls.js';
import { putAnswer } from '../store/answers.js';
import {
  endPoll,
  findPoll,
  insertPoll,
  listOpenPolls,
  pollAnswers,
  putPollAnswer,
  type WhichPoll,
} from '../store/polls.js';
import { ONCE, type Poll, type PollAnswer, type Presence, type Series } from '../types.js';
import type { ByMember, Parts } from './parts.js';
import { plant } from './planning.js';

/** What somebody asks about. */
export type Asked = Pick<Poll, 'title' | 'place' | 'zone' | 'minutes' | 'slots'>;

/** A poll with everybody's answers, each in their one voice. */
export interface PollNow {
  readonly poll: Poll;
  readonly answers: readonly PollAnswer[];
}

const MOST_OPEN = 25;
/** The usual reminder of what comes of a poll: the day before. */
const USUAL_REMINDER = [1440];

export function createPolling({ prisma, journal }: Parts) {
  async function pollNow(
    tx: Tx,
    community: CommunityId,
    which: WhichPoll,
  ): Promise<PollNow | null> {
    const poll = await findPoll(tx, community, which);
    if (!poll) return null;
    const voices = await listVoices(tx, community);
    const said = inTheirVoice(await pollAnswers(tx, poll), voices);
    return {
      poll: { ...poll, author: voiceOf(voices, poll.author) },
      answers: oneEach(said, ({ answeredAt }) => answeredAt),
    };
  }

  /** An open poll, for a change. */
  const changing = <T>(
    cause: ByMember,
    number: number,
    change: (now: PollNow, tx: Tx, record: Recorder) => Promise<Result<T>>,
  ): Promise<Result<T>> =>
    journal.write(cause, async ({ tx, record }) => {
      const now = await pollNow(tx, cause.community, { number });
      if (!now) return refuse('unknown-poll', { number });
      return now.poll.state === 'open' ? change(now, tx, record) : refuse('poll-over', { number });
    });

  return {
    /** Opens a poll of dates. */
    ask: (cause: ByMember, asked: Asked, room: RoomId | null): Promise<Result<Poll>> =>
      journal.write(cause, async ({ tx, record }) => {
        const slots = checkSlots(asked.slots);
        if (!slots.ok) return slots;
        const { community, member, now } = cause;
        const poll: Poll = {
          ...{ ...asked, slots: slots.value, id: newId<'poll'>(now), community, room },
          number: await nextNumber(tx, community, 'polls'),
          ...{ state: 'open', author: member, series: null, createdAt: now },
        };
        await insertPoll(tx, poll);
        await record('agenda.poll-asked', poll.id, { number: poll.number });
        return ok(poll);
      }),

    /** Which dates suit, at once or if need be; the others do not, unless said otherwise before. */
    suit: (
      cause: ByMember,
      number: number,
      said: Picked & { readonly presence: 'yes' | 'maybe' },
    ): Promise<Result<PollNow>> =>
      changing(cause, number, async ({ poll, answers }, tx, record) => {
        const wrong = said.places.find((place) => place < 1 || place > poll.slots.length);
        if (wrong !== undefined) return refuse('unknown-slot', { place: wrong }, 'slots');
        const own = answers.find(({ member }) => member === cause.member);
        const presences = presencesAfter(poll, own?.presences ?? [], said);
        const answer = { member: cause.member, presences, answeredAt: cause.now };
        await putPollAnswer(tx, poll, answer);
        await record('agenda.poll-answered', poll.id, { number });
        const others = answers.filter(({ member }) => member !== cause.member);
        return ok({ poll, answers: [...others, answer] });
      }),

    /** One of its dates becomes the meeting, with the answers given for that date. */
    choose: (cause: ByMember, number: number, place: number): Promise<Result<Series>> =>
      journal.write(cause, async (work) => {
        const { tx, record } = work;
        const found = await pollNow(tx, cause.community, { number });
        const member = await getMember(tx, cause.community, cause.member);
        if (!found) return refuse('unknown-poll', { number });
        const { poll, answers } = found;
        if (poll.state !== 'open') return refuse('poll-over', { number });
        if (!member || !policy.mayChoose(member, poll)) return refuse('poll-keepers-only');
        const start = poll.slots[place - 1];
        if (!start) return refuse('unknown-slot', { place }, 'slot');
        const { title, zone, minutes } = poll;
        const planted = await plant(
          work,
          { ...cause, member: poll.author },
          {
            ...{
              title,
              place: poll.place,
              zone,
              minutes,
              start,
              rule: null,
              except: [],
              extra: [],
            },
            ...{ description: '', link: '', theme: '', capacity: null, discreet: false },
            remindBefore: USUAL_REMINDER,
          },
          { room: poll.room },
        );
        if (!planted.ok) return planted;
        const series = planted.value;
        for (const { member: who, presences, answeredAt } of answers) {
          const presence: Presence = presences[place - 1] ?? 'no';
          await putAnswer(tx, series, {
            ...{ member: who, recurrence: ONCE, presence, note: '' },
            ...{ since: answeredAt, answeredAt },
          });
        }
        if (!(await endPoll(tx, poll, { state: 'chosen', series: series.id }))) {
          return refuse('poll-over', { number });
        }
        await record('agenda.poll-ended', poll.id, { number, event: series.number });
        return ok(series);
      }),

    /** No date after all. */
    dropPoll: (cause: ByMember, number: number): Promise<Result<Poll>> =>
      changing(cause, number, async ({ poll }, tx, record) => {
        const member = await getMember(tx, cause.community, cause.member);
        if (!member || !policy.mayChoose(member, poll)) return refuse('poll-keepers-only');
        await endPoll(tx, poll, { state: 'withdrawn', series: null });
        await record('agenda.poll-ended', poll.id, { number });
        return ok(poll);
      }),

    poll: (community: CommunityId, which: WhichPoll): Promise<PollNow | null> =>
      pollNow(prisma, community, which),

    openPolls: (community: CommunityId): Promise<Poll[]> =>
      listOpenPolls(prisma, community, MOST_OPEN),
  };
}

type Recorder = (
  kind: string,
  subject: string,
  data?: Readonly<Record<string, string | number>>,
) => Promise<void>;
