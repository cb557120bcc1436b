import { mayHandleTask, maySeeAnswers } from '../../../src/agenda/policy.js';
import type { Series, Task } from '../../../src/agenda/types.js';
import type { Member } from '../../../src/community/types.js';
import { formatDay } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import type { Action, Block, Inline, RichBlock, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';

/** What naming who does something needs. */
export interface TaskDrawing {
  readonly names: ReadonlyMap<string, string>;
  readonly reader: Member | null;
  readonly zone: string;
  readonly locale: Locale;
  readonly now: Date;
}

/** Who does it, where that is for these eyes: a discreet meeting does not say who was there. */
function whoText(task: Task, series: Series, { names, reader, locale }: TaskDrawing): string {
  if (task.assignee === null) return say(locale, 'tasks.nobody');
  const seen = task.assignee === reader?.id || maySeeAnswers(reader, series);
  const who = seen ? (names.get(task.assignee) ?? '?') : say(locale, 'tasks.somebody');
  return task.state === 'asked' ? say(locale, 'tasks.asked', { who }) : who;
}

/** « T-4 · réserver la salle : Bruno, pour vendredi 27 novembre ». */
export function taskLine(task: Task, series: Series, drawing: TaskDrawing): Inline[] {
  const { locale, zone, now } = drawing;
  const { number, what, dueAt, state } = task;
  const day = formatDay(dueAt, { zone, locale, now });
  const fill = { number, what, day, who: whoText(task, series, drawing) };
  if (state === 'done') return rich(locale, 'tasks.item.done', fill);
  if (state === 'dropped') return rich(locale, 'tasks.item.dropped', fill);
  return rich(locale, dueAt < now ? 'tasks.item.late' : 'tasks.item', fill);
}

export const taskList = (
  tasks: readonly Task[],
  series: Series,
  drawing: TaskDrawing,
): RichBlock => ({
  ...{ type: 'list', ordered: false },
  items: tasks.map((task): RichBlock[] => [
    { type: 'paragraph', children: taskLine(task, series, drawing) },
  ]),
});

/** What is not done yet, the most pressing first. */
export function tasksView({
  tasks,
  ...drawing
}: TaskDrawing & {
  readonly tasks: readonly { readonly task: Task; readonly series: Series }[];
}): View {
  const { locale, reader } = drawing;
  const handled = tasks.filter(({ task, series }) => reader && mayHandleTask(reader, task, series));
  return view({
    title: [say(locale, 'tasks.title')],
    landmark: '📌',
    blocks: tasks.length === 0 ? [text(...rich(locale, 'tasks.empty'))] : lines(tasks, drawing),
    actions: [
      ...of('agenda.end-task', say(locale, 'tasks.end'), handled),
      ...of(
        'agenda.accept-task',
        say(locale, 'tasks.accept'),
        tasks.filter(({ task }) => task.state === 'asked' && task.assignee === reader?.id),
      ),
      ...of(
        'agenda.pass-task',
        say(locale, 'tasks.pass'),
        tasks.filter((one) => handled.includes(one) || one.task.assignee === null),
      ),
    ],
  });
}

type Listed = readonly { readonly task: Task; readonly series: Series }[];

function lines(tasks: Listed, drawing: TaskDrawing): Block[] {
  const items = tasks.map(({ task, series }): RichBlock[] => [
    {
      type: 'paragraph',
      children: [...taskLine(task, series, drawing), ` (A-${series.number} · ${series.title})`],
    },
  ]);
  return [
    { type: 'rich', content: [{ type: 'list', ordered: false, items }] },
    note(say(drawing.locale, 'tasks.note')),
  ];
}

const of = (command: string, label: string, tasks: Listed): Action[] =>
  tasks.length === 0
    ? []
    : [
        select({
          ...{ label, act: act(command), param: 'task' },
          options: tasks.map(({ task: { number, what } }) => ({
            value: String(number),
            label: `T-${number} · ${what}`,
          })),
        }),
      ];

/** To whoever is asked to do it. */
export function taskAsked(task: Task, { locale, zone, now }: TaskDrawing, author: string): View {
  const { number, what, dueAt } = task;
  const about = { task: number };
  return view({
    title: [say(locale, 'tasks.ask.title', { author, number })],
    landmark: '📌',
    audience: 'direct',
    blocks: [
      text(say(locale, 'tasks.line', { what, at: formatDay(dueAt, { zone, locale, now }) })),
    ],
    actions: [
      button(say(locale, 'tasks.accept'), act('agenda.accept-task', about), 'primary'),
      button(say(locale, 'tasks.decline'), act('agenda.decline-task', about)),
    ],
  });
}

/** To who gave it: nobody has it any more. */
export function taskDeclined(task: Task, { locale }: TaskDrawing, who: string): View {
  const { number, what } = task;
  return view({
    title: [say(locale, 'tasks.declined.title', { who, number })],
    landmark: '📌',
    audience: 'direct',
    blocks: [text(what)],
    actions: [
      button(say(locale, 'tasks.pass'), act('agenda.pass-task', { task: number }), 'primary'),
      button(say(locale, 'tasks.drop'), act('agenda.drop-task', { task: number }), 'danger'),
    ],
  });
}

/** On the day. */
export function taskDue(task: Task, { locale }: TaskDrawing): View {
  const { number, what, assignee } = task;
  const about = { task: number };
  return view({
    title: [say(locale, assignee ? 'tasks.due.title' : 'tasks.due.nobody', { number })],
    landmark: '📌',
    audience: 'direct',
    blocks: [text(what)],
    actions: [
      button(say(locale, 'tasks.end'), act('agenda.end-task', about), 'primary'),
      button(say(locale, 'tasks.pass'), act('agenda.pass-task', about)),
      button(say(locale, 'said.reminder.stop'), act('ecc.reminders', { wanted: 'no' })),
    ],
  });
}

/** What it became, where it was asked. */
export const taskSettled = (task: Task, { locale }: Pick<TaskDrawing, 'locale'>): View =>
  view({
    title: [say(locale, `tasks.became.${task.state}`, { number: task.number })],
    landmark: '📌',
    audience: 'direct',
    blocks: [text(task.what)],
    actions: [button(say(locale, 'tasks.see'), act('agenda.tasks'))],
  });
