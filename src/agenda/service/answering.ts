import { accountsOf } from '../../community/store.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { sinceWhen } from '../rules/attendance.js';
import { occurrenceOf } from '../rules/occurrences.js';
import { deleteAnswer, putAnswer } from '../store/answers.js';
import {
  type Answer,
  EACH,
  type Occurrence,
  type Presence,
  type Recurrence,
  type Series,
  type Which,
} from '../types.js';
import { type ByMember, changing, type Held, type Parts } from './parts.js';
import { withPlaces } from './places.js';
import { answersFor } from './voices.js';

/** What somebody is told after they answered. */
export interface Answered {
  readonly series: Series;
  /** `null`: each time. */
  readonly occurrence: Occurrence | null;
  readonly presence: Presence;
  /** Their place in the waiting list, from 1; `null` when they have a place or do not come. */
  readonly waiting: number | null;
  readonly before: Presence | null;
}

export function createAnswering(parts: Parts) {
  const ended = (held: Held, recurrence: Recurrence, now: Date): Result<never> | null => {
    const { series } = held;
    if (series.state === 'cancelled') return refuse('event-cancelled', { number: series.number });
    if (recurrence === EACH) return null;
    const change = held.changes.find((one) => one.recurrence === recurrence);
    const occurrence = occurrenceOf(series, recurrence, change);
    if (occurrence.cancelled) return refuse('event-cancelled', { number: series.number });
    return occurrence.end <= now ? refuse('event-over', { number: series.number }) : null;
  };

  return {
    answer: (
      cause: ByMember,
      which: Which,
      said: {
        readonly recurrence: Recurrence;
        readonly presence: Presence;
        readonly note: string | null;
      },
    ): Promise<Result<Answered>> =>
      changing(parts, cause, which, async (held) => {
        const { tx, series, member, record, changes } = held;
        const { recurrence, presence } = said;
        const refused = ended(held, recurrence, cause.now);
        if (refused) return refused;
        const answers = (await answersFor(tx, series, recurrence)).filter(
          (one) => one.recurrence === recurrence,
        );
        const own = answers.find((one) => one.member === member.id);
        const answer: Answer = {
          ...{ member: member.id, recurrence, presence, answeredAt: cause.now },
          note: said.note ?? own?.note ?? '',
          since: sinceWhen(answers, { member: member.id, presence }, cause.now),
        };
        const places = await withPlaces(held, recurrence, cause.now, async () => {
          await putAnswer(tx, series, answer);
          return true;
        });
        // Never what was answered: it may be for few eyes, and the journal is for everybody.
        await record('agenda.answered', series.id, { recurrence });
        const line = places?.get(recurrence)?.waiting ?? [];
        const place = line.findIndex((one) => one.member === member.id);
        const change = changes.find((one) => one.recurrence === recurrence);
        return ok({
          ...{ series, presence, before: own?.presence ?? null },
          occurrence: recurrence === EACH ? null : occurrenceOf(series, recurrence, change),
          waiting: place < 0 ? null : place + 1,
        });
      }),

    /** Takes one's answer back. */
    unanswer: (cause: ByMember, which: Which, recurrence: Recurrence): Promise<Result<Series>> =>
      changing(parts, cause, which, async (held) => {
        const { tx, series, member, record } = held;
        const refused = ended(held, recurrence, cause.now);
        if (refused) return refused;
        const accounts = await accountsOf(tx, series.community, member.id);
        const done = await withPlaces(held, recurrence, cause.now, () =>
          deleteAnswer(tx, series, recurrence, accounts),
        );
        if (!done) return refuse('no-answer-yet', { number: series.number });
        await record('agenda.answered', series.id, { recurrence });
        return ok(series);
      }),
  };
}
