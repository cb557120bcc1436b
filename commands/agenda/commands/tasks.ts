import { LIMITS, type Task } from '../../../src/agenda/types.js';
import { formatMoment } from '../../../src/kernel/dates/format.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { type Command, command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { moment } from '../../registry/moment.js';
import { line, optional, type Param, param, unasked } from '../../registry/param.js';
import { person } from '../../registry/people.js';
import { act, button, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { findBegun, findMeant, meantRef } from '../meant.js';
import { day } from '../params.js';
import { tasksView } from '../views/tasks.js';
import { target } from './items.js';

/** What is due on a day is due in the morning. */
const DUE_HOUR = 9;

/** « réserver la salle pour vendredi »: what comes last after one of these words may be a date. */
const BEFORE_DATE = /\s+(?:pour|avant|d[’']ici(?: à| au)?|by|for|before)\s+/giu;

/** What to do and for when, said in one breath; the date is the last that reads as one. */
async function splitDue(
  said: string,
  context: Context,
): Promise<Result<{ readonly what: string; readonly due: Date }>> {
  for (const found of [...said.matchAll(BEFORE_DATE)].reverse()) {
    const what = said.slice(0, found.index).trim();
    const typed = said.slice(found.index + found[0].length);
    if (what === '') continue;
    const read = await moment(DUE_HOUR).parse(typed, context);
    if (read.ok) return ok({ what, due: read.value });
    const [{ code, params }] = read.refusals;
    if (code !== 'moment-unknown') return refuse(code, params, 'due');
  }
  return refuse('missing', {}, 'due');
}

export const task = command({
  id: 'agenda.task',
  params: {
    event: meantRef(),
    who: { ...person(), takes: 'word' as const },
    what: line(LIMITS.task),
    due: optional(moment(DUE_HOUR)),
    day: unasked(optional(day())),
  },
  async run(context, { event, who, what, due, day: on }) {
    const { services, cause } = context;
    const found = event ? await findBegun(context, event, on) : await findMeant(context, event, on);
    if (!found.ok) return found;
    const said = due ? ok({ what, due }) : await splitDue(what, context);
    if (!said.ok) return said;
    const given = { what: said.value.what, dueAt: said.value.due, to: who.id };
    const done = await services.agenda.entrust(cause, ...target(found.value), given);
    return done.ok ? entrusted(context, done.value, who.name) : done;
  },
});

function entrusted(
  { community: { zone }, member, locale, now }: Context,
  { number, what, dueAt, assignee }: Task,
  who: string,
): Result<View> {
  const at = formatMoment(dueAt, { zone, locale, now });
  const about = { task: number };
  return ok(
    view({
      title: [
        assignee === member.id
          ? say(locale, 'tasks.done.own', { number })
          : say(locale, 'tasks.done.given', { number, who }),
      ],
      blocks: [text(say(locale, 'tasks.line', { what, at }))],
      actions: [
        button(say(locale, 'tasks.drop'), act('agenda.drop-task', about), 'danger'),
        button(say(locale, 'tasks.see'), act('agenda.tasks')),
      ],
    }),
  );
}

/** `4`, `T-4`. */
const taskNumber = (): Param<number> =>
  param<number>({
    parse: async (typed) => {
      const [, digits] = /^\s*(?:t\s*-?\s*)?(\d{1,7})\s*$/i.exec(typed) ?? [];
      return digits ? ok(Number(digits)) : refuse('not-a-task', { typed });
    },
  });

async function listed(context: Context, title?: string): Promise<Result<View>> {
  const { services, community, member, locale, now } = context;
  const tasks = await services.agenda.openTasks(community.id);
  const members = await services.community.people(community.id);
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  const drawn = tasksView({ tasks, names, reader: member, zone: community.zone, locale, now });
  return ok(title === undefined ? drawn : { ...drawn, title: [title] });
}

export const tasks = command({ id: 'agenda.tasks', params: {}, run: (context) => listed(context) });

type Handled = 'accepted' | 'declined' | 'done' | 'dropped';

/** A gesture on one, by its button. */
const gesture = (
  id: string,
  handled: Handled,
  does: (context: Context, number: number) => Promise<Result<Task>>,
): Command =>
  command({
    ...{ id, params: { task: taskNumber() }, hidden: true },
    async run(context, { task: number }) {
      const done = await does(context, number);
      if (!done.ok) return done;
      return listed(context, say(context.locale, `tasks.done.${handled}`, { number }));
    },
  });

export const accept = gesture('agenda.accept-task', 'accepted', ({ services, cause }, number) =>
  services.agenda.settleTask(cause, number, true),
);
export const decline = gesture('agenda.decline-task', 'declined', ({ services, cause }, number) =>
  services.agenda.settleTask(cause, number, false),
);
export const done = gesture('agenda.end-task', 'done', ({ services, cause }, number) =>
  services.agenda.endTask(cause, number, 'done'),
);
export const drop = gesture('agenda.drop-task', 'dropped', ({ services, cause }, number) =>
  services.agenda.endTask(cause, number, 'dropped'),
);

/** Somebody else does it, or oneself when nobody is named. */
export const pass = command({
  id: 'agenda.pass-task',
  params: { task: taskNumber(), who: person() },
  hidden: true,
  async run(context, { task: number, who }) {
    const { services, cause, member, locale } = context;
    const passed = await services.agenda.passTask(cause, number, who.id);
    if (!passed.ok) return passed;
    const own = who.id === member.id;
    const fill = { number, who: who.name };
    return listed(context, say(locale, own ? 'tasks.done.own' : 'tasks.done.given', fill));
  },
});
