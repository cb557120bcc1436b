import { LIMITS, ONCE, type Series } from '../../../src/agenda/types.js';
import { ok, type Result } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import {
  advanced,
  choice,
  flag,
  integer,
  line,
  text as longText,
  optional,
  unasked,
} from '../../registry/param.js';
import { act, button, note, text, view } from '../../view/build.js';
import { say } from '../../words/index.js';
import { surroundings } from '../drawing.js';
import { findMeeting } from '../find.js';
import { day, eventRef, readRef, refTyped } from '../params.js';
import { reminders } from '../reminders.js';
import { headline, repeats } from '../views/card.js';
import { clockNote, reminderText, whenText } from '../views/when.js';
import { when, whenTyped } from '../when.js';

/** The day before. */
const USUAL_REMINDER = [1440];
/** What somebody forgot to say: most meetings last an hour. */
const USUAL_MINUTES = 60;

const details = () => ({
  place: optional({ ...line(LIMITS.place), takes: 'named' as const }),
  link: advanced(optional(line(LIMITS.link))),
  description: advanced(optional(longText(LIMITS.description))),
});

const terms = () => ({
  theme: advanced(optional(line(LIMITS.theme))),
  capacity: advanced(optional(integer({ min: 0, max: LIMITS.capacity }))),
  reminders: advanced(optional(reminders())),
});

export const add = command({
  id: 'agenda.add',
  params: {
    name: line(LIMITS.title),
    when: when(),
    ...details(),
    ...terms(),
    discreet: advanced(flag()),
    follows: unasked({ ...optional(eventRef()), takes: 'named' as const }),
  },
  async run(context, args) {
    const { services, cause, room } = context;
    const { place: within, minutes, ...schedule } = args.when;
    const plan = {
      ...{ ...schedule, extra: [] },
      minutes: minutes ?? (schedule.start.includes('T') ? USUAL_MINUTES : 1440),
      title: args.name,
      place: args.place ?? within ?? '',
      link: args.link ?? '',
      description: args.description ?? '',
      theme: args.theme ?? '',
      capacity: args.capacity || null,
      discreet: args.discreet,
      remindBefore: args.reminders ?? USUAL_REMINDER,
    };
    const follows = args.follows && { number: args.follows.number };
    const done = await services.agenda.add(cause, plan, { room: room?.id ?? null, follows });
    return done.ok ? understood(context, done.value, 'added') : done;
  },
});

/** What was understood, in full, and one tap to put it right. */
export async function understood(context: Context, series: Series, done: 'added' | 'changed') {
  const { services, community, member, locale, now } = context;
  const found = await findMeeting(context, { number: series.number, recurrence: null });
  if (!found.ok) return found;
  const around = { community: community.id, reader: member.id, now };
  const drawing = (await surroundings(services, around))(found.value, locale);
  const event = { event: refTyped(found.value.occurrence) };
  const clocks = clockNote(drawing);
  const pending = done === 'added' ? found.value.sitting.pending.length : 0;
  return ok(
    view({
      title: [say(locale, `event.done.${done}`, { number: series.number })],
      blocks: [
        text(say(locale, 'event.understood', { when: whenText(drawing) })),
        ...(clocks ? [note(clocks)] : []),
        ...(pending === 0 ? [] : [note(say(locale, 'event.pending', { count: pending }))]),
        note(reminderText(series.remindBefore, locale)),
      ],
      actions: [
        button(say(locale, 'event.fix-date'), act('agenda.move', event)),
        button(say(locale, 'event.edit'), act('agenda.edit', event)),
        button(say(locale, 'event.cancel'), act('agenda.cancel', event), 'danger'),
      ],
    }),
  );
}

const SCOPES = ['one', 'following', 'all'] as const;
const scopes = () => choice(SCOPES, (one, { locale }: Context) => say(locale, `scope.${one}`));

/** What a form about one meeting proposes: the meeting as it is. */
async function asItIs(
  context: Context,
  given: Readonly<Record<string, string>>,
): Promise<Result<Readonly<Record<string, string>>>> {
  const ref = readRef(given.event ?? '');
  if (!ref) return ok({});
  const found = await findMeeting(context, ref);
  if (!found.ok) return found;
  const { series, occurrence } = found.value;
  const { title, place, link, description } = occurrence;
  const once: Record<string, string> =
    occurrence.recurrence === ONCE ? { scope: 'all' } : { scope: 'one' };
  return ok({
    ...{ name: title, place, link, description, theme: series.theme, ...once },
    when: whenTyped(series, occurrence, context.locale),
    capacity: String(series.capacity ?? 0),
    discreet: series.discreet ? 'yes' : 'no',
  });
}

export const move = command({
  id: 'agenda.move',
  params: {
    event: eventRef(),
    when: when(),
    scope: optional(scopes(), 'one' as const),
    day: unasked(optional(day())),
  },
  prepare: asItIs,
  async run(context, { event, when: to, scope, day: on }) {
    const found = await findMeeting(context, event, on);
    if (!found.ok) return found;
    const { recurrence } = found.value.occurrence;
    const { start, minutes, rule } = to;
    const edit = { when: { start, minutes, rule } };
    const asked = {
      recurrence,
      edit,
      scope: rule && scope === 'one' ? ('following' as const) : scope,
    };
    const done = await context.services.agenda.edit(context.cause, { number: event.number }, asked);
    return done.ok ? understood(context, done.value, 'changed') : done;
  },
});

export const edit = command({
  id: 'agenda.edit',
  params: {
    event: eventRef(),
    name: line(LIMITS.title),
    place: optional({ ...line(LIMITS.place), takes: 'named' as const }),
    link: optional({ ...line(LIMITS.link), takes: 'named' as const }),
    description: optional({ ...longText(LIMITS.description), takes: 'named' as const }),
    scope: optional(scopes(), 'one' as const),
    ...terms(),
    discreet: advanced(flag()),
    day: unasked(optional(day())),
  },
  confirm: true,
  prepare: asItIs,
  async run(context, { event, day: on, ...args }) {
    const found = await findMeeting(context, event, on);
    if (!found.ok) return found;
    const { recurrence } = found.value.occurrence;
    const own = {
      title: args.name,
      place: args.place ?? '',
      link: args.link ?? '',
      description: args.description ?? '',
    };
    const shared = {
      theme: args.theme ?? '',
      capacity: args.capacity || null,
      discreet: args.discreet,
      ...(args.reminders && { remindBefore: args.reminders }),
    };
    const edited =
      args.scope === 'one' && repeats({ meeting: found.value }) ? own : { ...own, ...shared };
    const asked = { recurrence, edit: edited, scope: args.scope };
    const done = await context.services.agenda.edit(context.cause, { number: event.number }, asked);
    return done.ok ? understood(context, done.value, 'changed') : done;
  },
});

export const cancel = command({
  id: 'agenda.cancel',
  params: {
    event: eventRef(),
    scope: optional(scopes(), 'one' as const),
    reason: optional(line(LIMITS.reason)),
    day: unasked(optional(day())),
  },
  confirm: true,
  prepare: async (context, given) => {
    const proposed = await asItIs(context, given);
    return proposed.ok ? ok({ scope: proposed.value.scope ?? 'one' }) : proposed;
  },
  async run(context, { event, scope, reason, day: on }) {
    const { services, community, cause, member, locale, now } = context;
    const found = await findMeeting(context, event, on);
    if (!found.ok) return found;
    const { recurrence } = found.value.occurrence;
    const end = { recurrence, scope, reason: reason ?? '' };
    const done = await services.agenda.cancel(cause, { number: event.number }, end);
    if (!done.ok) return done;
    const around = { community: community.id, reader: member.id, now };
    const drawing = (await surroundings(services, around))(found.value, locale);
    return ok(
      view({
        title: [say(locale, `event.done.cancelled.${repeats(drawing) ? scope : 'all'}`)],
        blocks: [text(...headline(drawing), `, ${whenText(drawing)}`)],
      }),
    );
  },
});
