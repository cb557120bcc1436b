import type { Item, MeetingFile } from '../../src/agenda/types.js';
import { understandLength } from '../../src/kernel/dates/understand-length.js';
import { ok, type Result, refuse } from '../../src/kernel/result.js';
import type { Context } from '../registry/context.js';
import { optional, type Param, param, unasked } from '../registry/param.js';
import { findMeeting } from './find.js';
import { type Day, type EventRef, eventRef } from './params.js';

/** A meeting that need not be named while one goes on; `A-12` before the rest of the line. */
export const meantRef = (): Param<EventRef | null> =>
  unasked({ ...optional(eventRef()), like: /^a-?\d{1,7}(@\S+)?$/i });

/** The meeting that is named; else the one that goes on, or began a short while ago. */
export async function findMeant(
  context: Context,
  ref: EventRef | null,
  day: Day | null = null,
): Promise<Result<MeetingFile>> {
  const { services, community, now } = context;
  if (ref && (ref.recurrence !== null || day)) return findMeeting(context, ref, day);
  const on = await services.agenda.meantNow(community.id, now);
  const meant = ref ? on.filter(({ series }) => series.number === ref.number) : on;
  const [first] = meant;
  if (first && meant.length === 1) return ok(first);
  if (ref) return findMeeting(context, ref);
  if (!first) return refuse('no-meeting-now', {}, 'event');
  const list = on.map(({ occurrence }) => `A-${occurrence.number} · ${occurrence.title}`);
  return refuse('several-meetings-now', { list: list.join(', ') }, 'event');
}

/** The same, to read back what was kept: the last that began, when none goes on. */
export async function findBegun(
  context: Context,
  ref: EventRef | null,
  day: Day | null,
): Promise<Result<MeetingFile>> {
  const { services, community, now } = context;
  if (!ref || ref.recurrence !== null || day) return findMeant(context, ref, day);
  const found = await services.agenda.begun(community.id, { number: ref.number }, now);
  return found ? ok(found) : findMeeting(context, ref);
}

/** An item as a button names it (`i3`: its key, for ever) or as people do (`2`: its place). */
export type ItemRef = { readonly key: number } | { readonly place: number };

export const itemTyped = ({ key }: Pick<Item, 'key'>): string => `i${key}`;

export const itemRef = (): Param<ItemRef> =>
  param<ItemRef>({
    takes: 'named',
    maxLength: 10,
    parse: async (typed) => {
      const [, key, digits] = /^\s*(i)?(\d{1,4})\s*$/i.exec(typed) ?? [];
      if (!digits) return refuse('not-an-item', { typed });
      return ok(key ? { key: Number(digits) } : { place: Number(digits) });
    },
  });

export function itemOf({ sitting }: MeetingFile, ref: ItemRef): Result<Item> {
  const found =
    'key' in ref ? sitting.items.find(({ key }) => key === ref.key) : sitting.items[ref.place - 1];
  return found ? ok(found) : refuse('unknown-item', {}, 'item');
}

/** How long something takes, in minutes: « 15 min », « 1h30 », « 15 ». */
export const length = (most: number): Param<number> =>
  param<number>({
    takes: 'words',
    maxLength: 40,
    parse: async (typed) => {
      const said = /^\s*\d{1,4}\s*$/.test(typed) ? `${typed} min` : typed;
      const read = understandLength({ text: said });
      return read.type === 'understood' && read.minutes > 0 && read.minutes <= most
        ? ok(read.minutes)
        : refuse('not-a-length', { typed });
    },
  });
