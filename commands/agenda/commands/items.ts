import { USUAL_ITEM_MINUTES } from '../../../src/agenda/rules/items.js';
import { LIMITS, type MeetingFile } from '../../../src/agenda/types.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { type Command, command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { line, optional, type Param, param, unasked } from '../../registry/param.js';
import { act, button, note, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { surroundings } from '../drawing.js';
import { findMeant, type ItemRef, itemOf, itemRef, itemTyped, length, meantRef } from '../meant.js';
import { day, type EventRef, readRef } from '../params.js';
import { about } from '../views/card.js';
import { totalText } from '../views/items.js';
import { preparePage } from '../views/prepare.js';

export async function drawnNow(context: Context, { series, occurrence }: MeetingFile) {
  const { services, community, member, locale, now } = context;
  const { recurrence } = occurrence;
  const which = { number: series.number };
  const meeting = await services.agenda.meeting(community.id, which, { recurrence, now });
  if (!meeting) throw new Error(`A-${series.number} is gone`);
  const around = { community: community.id, reader: member.id, now };
  return (await surroundings(services, around))(meeting, locale);
}

/** The list as it is after a change, under a line that says what was done. */
export async function prepared(
  context: Context,
  meeting: MeetingFile,
  title?: string,
): Promise<Result<View>> {
  const page = preparePage(await drawnNow(context, meeting));
  return ok(title === undefined ? page : { ...page, title: [title] });
}

/** Which meeting and occurrence a service is asked about. */
export const target = ({ series, occurrence }: MeetingFile) =>
  [{ number: series.number }, occurrence.recurrence] as const;

export const item = command({
  id: 'agenda.item',
  params: {
    event: meantRef(),
    name: line(LIMITS.title),
    length: optional(length(LIMITS.itemMinutes)),
    day: unasked(optional(day())),
  },
  async run(context, { event, name, length: minutes, day: on }) {
    const { services, cause, locale } = context;
    const found = await findMeant(context, event, on);
    if (!found.ok) return found;
    const own = { title: name, minutes: minutes ?? USUAL_ITEM_MINUTES };
    const done = await services.agenda.propose(cause, ...target(found.value), own);
    if (!done.ok) return done;
    const drawing = await drawnNow(context, found.value);
    const which = { ...about(drawing), item: itemTyped({ key: done.value }) };
    const { number } = found.value.series;
    return ok(
      view({
        title: [say(locale, 'items.done.proposed', { number, ...own })],
        blocks: [note(totalText(drawing))],
        actions: [
          button(say(locale, 'items.edit'), act('agenda.edit-item', which)),
          button(say(locale, 'items.remove'), act('agenda.remove-item', which)),
          button(say(locale, 'items.see'), act('agenda.order', about(drawing))),
        ],
      }),
    );
  },
});

/** Places in the order wanted: `3, 1, 2`. */
const places = (): Param<readonly number[]> =>
  param<readonly number[]>({
    takes: 'words',
    parse: async (typed) => {
      const all = typed.split(/[\s,;]+/).filter((one) => one !== '');
      const wrong = all.find((one) => !/^\d{1,3}$/.test(one));
      return wrong === undefined ? ok(all.map(Number)) : refuse('not-an-item', { typed: wrong });
    },
  });

export const order = command({
  id: 'agenda.order',
  params: {
    event: meantRef(),
    order: optional(unasked(places())),
    day: unasked(optional(day())),
  },
  async run(context, { event, order: wanted, day: on }) {
    const found = await findMeant(context, event, on);
    if (!found.ok) return found;
    if (!wanted) return prepared(context, found.value);
    const first: number[] = [];
    for (const place of wanted) {
      const one = itemOf(found.value, { place });
      if (!one.ok) return refuse('unknown-item', {}, 'order');
      first.push(one.value.key);
    }
    const { services, cause, locale } = context;
    const done = await services.agenda.order(cause, ...target(found.value), { first });
    return done.ok ? prepared(context, found.value, say(locale, 'items.done.ordered')) : done;
  },
});

interface OneItem {
  readonly event: EventRef | null;
  readonly item: ItemRef;
}

const one = () => ({ event: meantRef(), item: itemRef() });

/** A gesture on one item, by its button. */
const gesture = (
  id: string,
  does: (context: Context, meeting: MeetingFile, key: number) => Promise<Result<unknown>>,
  said: (context: Context) => string,
): Command =>
  command({
    ...{ id, params: one(), hidden: true },
    async run(context, { event, item: ref }: OneItem) {
      const found = await findMeant(context, event);
      if (!found.ok) return found;
      const own = itemOf(found.value, ref);
      if (!own.ok) return own;
      const done = await does(context, found.value, own.value.key);
      return done.ok ? prepared(context, found.value, said(context)) : done;
    },
  });

const moving = (id: string, by: -1 | 1): Command =>
  gesture(
    id,
    ({ services, cause }, meeting, key) =>
      services.agenda.order(cause, ...target(meeting), { key, by }),
    ({ locale }) => say(locale, 'items.done.ordered'),
  );

export const up = moving('agenda.item-up', -1);
export const down = moving('agenda.item-down', 1);

export const remove = gesture(
  'agenda.remove-item',
  ({ services, cause }, meeting, key) => services.agenda.removeItem(cause, ...target(meeting), key),
  ({ locale }) => say(locale, 'items.done.removed'),
);

export const treat = gesture(
  'agenda.treat-item',
  ({ services, cause }, meeting, key) =>
    services.agenda.treat(cause, ...target(meeting), { key, treated: true }),
  ({ locale }) => say(locale, 'items.done.treated'),
);

export const edit = command({
  id: 'agenda.edit-item',
  params: { ...one(), name: line(LIMITS.title), length: length(LIMITS.itemMinutes) },
  hidden: true,
  async prepare(context, given) {
    const found = await findMeant(context, readRef(given.event ?? ''));
    const ref = await itemRef().parse(given.item ?? '', context);
    const own = found.ok && ref.ok ? itemOf(found.value, ref.value) : null;
    return ok(own?.ok ? { name: own.value.title, length: String(own.value.minutes) } : {});
  },
  async run(context, { event, item: ref, name, length: minutes }) {
    const { services, cause, locale } = context;
    const found = await findMeant(context, event);
    if (!found.ok) return found;
    const own = itemOf(found.value, ref);
    if (!own.ok) return own;
    const change = { key: own.value.key, title: name, minutes };
    const done = await services.agenda.editItem(cause, ...target(found.value), change);
    return done.ok ? prepared(context, found.value, say(locale, 'items.done.edited')) : done;
  },
});
