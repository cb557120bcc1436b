import { inTheirVoice, oneEach, voiceOf } from '../../community/rules/voices.js';
import { listVoices } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, SeriesId } from '../../kernel/ids.js';
import { answersTo } from '../store/answers.js';
import { changesOf, findSeries } from '../store/series.js';
import {
  type Answer,
  type Change,
  EACH,
  type Recurrence,
  type Series,
  type Which,
} from '../types.js';

/** What people said of a meeting, each in their one voice, however many accounts they have. */

export async function seriesNow(
  tx: Tx,
  community: CommunityId,
  which: Which,
): Promise<Series | null> {
  const found = await findSeries(tx, community, which);
  if (!found) return null;
  return { ...found, author: voiceOf(await listVoices(tx, community), found.author) };
}

export const changesNow = async (
  tx: Tx,
  { id, community }: Pick<Series, 'id' | 'community'>,
): Promise<Change[]> => (await changesOf(tx, community, [id])).get(id) ?? [];

/** Answers to these occurrences, those for each time included. */
export async function answersNow(
  tx: Tx,
  community: CommunityId,
  asked: readonly { readonly series: SeriesId; readonly recurrences: readonly Recurrence[] }[],
): Promise<ReadonlyMap<SeriesId, Answer[]>> {
  const all = asked.map(({ series, recurrences }) => ({
    series,
    recurrences: [...recurrences, EACH],
  }));
  const voices = await listVoices(tx, community);
  const found = await answersTo(tx, community, all);
  return new Map(
    [...found].map(([series, answers]) => [
      series,
      oneEach(
        inTheirVoice(answers, voices),
        ({ answeredAt }) => answeredAt,
        ({ recurrence }) => recurrence,
      ),
    ]),
  );
}

/** Answers to one occurrence. */
export const answersFor = async (
  tx: Tx,
  { id, community }: Pick<Series, 'id' | 'community'>,
  recurrence: Recurrence,
): Promise<Answer[]> =>
  (await answersNow(tx, community, [{ series: id, recurrences: [recurrence] }])).get(id) ?? [];
