import type { Json } from '../../../src/kernel/json.js';
import type { Closed } from '../../../src/wealth/service/periods.js';
import type { ContextPage } from '../../../src/wealth/service/reading.js';
import type { Gratitude } from '../../../src/wealth/types.js';
import { act, button, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Around, nameOf } from '../drawing.js';
import { contextTyped } from '../params.js';
import { LANDMARK } from './card.js';

/** What a room is told at a turn of a context's course. */

type Params = Readonly<Record<string, Json>>;
const TURNS = ['opened', 'marked', 'due', 'closed', 'reopened', 'begun'] as const;
export type Turn = (typeof TURNS)[number];

/** What a closing left, as its sentence takes it: the same that the matrix counts. */
export const closedCounts = ({
  validated,
  expenses,
  pending,
}: Pick<Closed, 'validated' | 'expenses' | 'pending'>) => ({
  ...{ validated, expenses, pending, total: validated + expenses },
});

export function turn(around: Around, page: ContextPage, name: Turn, params: Params): View {
  const { locale } = around;
  const { context } = page;
  const fields = { context: contextTyped(context) };
  const number = (key: string): number => Number(params[key] ?? 0);
  const fill = {
    ...{ name: context.name, author: nameOf(around, context.author) },
    ...{ position: number('position') },
    ...closedCounts({
      validated: number('validated'),
      expenses: number('expenses'),
      pending: number('pending'),
    }),
  };
  const declare = button(say(locale, 'wealth.declare'), act('wealth.declare', fields), 'primary');
  const ended = name === 'closed' || name === 'due';
  return view({
    title: [say(locale, `wealth.turn.${name}.title`, fill)],
    landmark: LANDMARK,
    audience: 'room',
    blocks: [text(...rich(locale, `wealth.turn.${name}`, fill))],
    actions: [
      ...(name === 'closed' ? [] : [declare]),
      ...(ended ? [button(say(locale, 'wealth.retro'), act('wealth.retro', fields))] : []),
      ...(name === 'due'
        ? [button(say(locale, 'wealth.period.close'), act('wealth.close-period', fields))]
        : []),
      ...(name === 'opened'
        ? [button(say(locale, 'wealth.join'), act('wealth.join', fields))]
        : []),
      button(context.name, act('wealth.context', fields)),
    ],
  });
}

/** To who takes part and has declared nothing yet: offered, never asked twice. */
export const invite = (around: Around, { context }: ContextPage): View =>
  view({
    title: [say(around.locale, 'wealth.invite.title', { name: context.name })],
    landmark: LANDMARK,
    audience: 'direct',
    blocks: [text(...rich(around.locale, 'wealth.invite', { name: context.name }))],
    actions: [
      button(
        say(around.locale, 'wealth.declare'),
        act('wealth.declare', { context: contextTyped(context) }),
        'primary',
      ),
      button(say(around.locale, 'said.reminder.stop'), act('ecc.reminders', { wanted: 'no' })),
    ],
  });

export function thanks(around: Around, { from, to, text: words, withdrawnAt }: Gratitude): View {
  const { locale } = around;
  const fill = { from: nameOf(around, from), to: nameOf(around, to) };
  return view({
    title: [say(locale, withdrawnAt ? 'thanks.card.withdrawn' : 'thanks.card', fill)],
    landmark: '💛',
    audience: 'room',
    blocks: withdrawnAt ? [] : [text(words)],
  });
}
