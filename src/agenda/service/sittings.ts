import { voiceOf } from '../../community/rules/voices.js';
import { listVoices } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { MemberId, SittingId } from '../../kernel/ids.js';
import { type Result, refuse } from '../../kernel/result.js';
import { occurrenceOf } from '../rules/occurrences.js';
import { itemsOf } from '../store/items.js';
import { notesOf, presencesOf } from '../store/notes.js';
import { findSitting, openSitting, rolesOf } from '../store/sittings.js';
import { openTasks, tasksOf } from '../store/tasks.js';
import type { Item, Note, Occurrence, Recurrence, Series, Sitting, Task, Which } from '../types.js';
import { type ByMember, changing, type Held, type Parts } from './parts.js';

/** More would not be read before a meeting. */
const MOST_PENDING = 25;

type Voice = (member: MemberId) => MemberId;

export async function voicesIn(tx: Tx, series: Pick<Series, 'community'>): Promise<Voice> {
  const voices = await listVoices(tx, series.community);
  return (member) => voiceOf(voices, member);
}

/** What was prepared and kept, each person in their one voice. */
export async function sittingNow(
  tx: Tx,
  series: Pick<Series, 'id' | 'community'>,
  recurrence: Recurrence,
): Promise<Sitting> {
  const { community } = series;
  const voice = await voicesIn(tx, series);
  const id = await findSitting(tx, series, recurrence);
  const open = await openTasks(tx, community, { series: series.id, limit: MOST_PENDING });
  const pending = open.filter(({ sitting }) => sitting !== id).map(inVoice(voice));
  if (!id) return { id, items: [], roles: [], notes: [], attended: null, tasks: [], pending };
  const own = <T extends { readonly author: MemberId }>(one: T): T => ({
    ...one,
    author: voice(one.author),
  });
  const roles = await rolesOf(tx, community, id);
  const written = (await presencesOf(tx, community, id)).at(-1)?.members;
  return {
    ...{ id, pending },
    items: (await itemsOf(tx, community, id)).map(own<Item>),
    roles: roles.map((one) => ({ ...one, member: voice(one.member) })),
    notes: latest(await notesOf(tx, community, id)).map(own<Note>),
    attended: written ? [...new Set(written.map(voice))] : null,
    tasks: (await tasksOf(tx, community, id)).map(inVoice(voice)),
  };
}

const inVoice =
  (voice: Voice) =>
  (task: Task): Task => ({
    ...task,
    author: voice(task.author),
    assignee: task.assignee && voice(task.assignee),
  });

/** Of each line, how it reads now. */
const latest = (notes: readonly Note[]): Note[] =>
  notes.filter(({ key, version }) =>
    notes.every((other) => other.key !== key || other.version <= version),
  );

/** A sitting held for a change, with its occurrence. */
export interface HeldSitting extends Held {
  readonly occurrence: Occurrence;
  readonly sitting: Sitting & { readonly id: SittingId };
}

/** Holds a series, opens the sitting of one occurrence, then lets `change` decide and save. */
export function sitting<T>(
  parts: Parts,
  cause: ByMember,
  which: Which,
  recurrence: Recurrence,
  change: (held: HeldSitting) => Promise<Result<T>>,
): Promise<Result<T>> {
  return changing(parts, cause, which, async (held) => {
    const { tx, series, changes } = held;
    const own = changes.find((one) => one.recurrence === recurrence);
    const occurrence = occurrenceOf(series, recurrence, own);
    if (occurrence.cancelled) return refuse('event-cancelled', { number: series.number });
    const id = await openSitting(tx, series, recurrence, cause.now);
    const now = await sittingNow(tx, series, recurrence);
    return change({ ...held, occurrence, sitting: { ...now, id } });
  });
}
