import type { Tx } from '../../database/transaction.js';
import type { SeriesId } from '../../kernel/ids.js';
import { answeredRecurrences, moveAnswers } from '../store/answers.js';
import { mirroredRecurrences, moveMirrored } from '../store/mirrors.js';
import { moveSitting, sittingRecurrences } from '../store/sittings.js';
import { EACH, ONCE, type Recurrence, type Series } from '../types.js';

type Of = Pick<Series, 'id' | 'community'>;

/** The dates of a series on which something hangs: answers, what is prepared, what networks show. */
export async function attachedTo(tx: Tx, series: Of): Promise<Recurrence[]> {
  const all = [
    ...(await answeredRecurrences(tx, series)),
    ...(await sittingRecurrences(tx, series)),
    ...(await mirroredRecurrences(tx, series)),
  ];
  return [...new Set(all)].filter((recurrence) => recurrence !== EACH && recurrence !== ONCE);
}

/** All of it goes where its date goes. */
export async function moveAttached(
  tx: Tx,
  from: Of,
  recurrence: Recurrence,
  to: { readonly series: SeriesId; readonly recurrence: Recurrence },
): Promise<void> {
  await moveAnswers(tx, from, recurrence, to);
  await moveSitting(tx, from, recurrence, to);
  await moveMirrored(tx, from, recurrence, to);
}
