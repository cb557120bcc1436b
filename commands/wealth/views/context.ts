import { formatDay, formatList } from '../../../src/kernel/dates/format.js';
import * as policy from '../../../src/wealth/policy.js';
import type { ContextPage, Entry } from '../../../src/wealth/service/reading.js';
import type { WealthContext } from '../../../src/wealth/types.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import type { Action, Block, Inline, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Around, nameOf } from '../drawing.js';
import { contextTyped } from '../params.js';
import { LANDMARK } from './card.js';
import { amountLine } from './content.js';
import { ruleText } from './rule.js';

/** One line a contribution, as these eyes may see it. */
function entryLine({ contribution, content }: Entry, around: Around): Inline[] {
  const { locale } = around;
  const { number, state } = contribution;
  const fill = { number, name: nameOf(around, contribution.member) };
  const what: Inline[] = content
    ? [
        ...rich(locale, 'wealth.line', { ...fill, what: content.what }),
        ', ',
        ...amountLine(content, around),
      ]
    : rich(locale, 'wealth.line.hidden', fill);
  return state === 'validated' ? what : [...what, ` (${say(locale, `wealth.short.${state}`)})`];
}

export const listOf = (lines: readonly Inline[][]): Block => ({
  type: 'rich',
  content: [
    {
      ...{ type: 'list', ordered: false },
      items: lines.map((children) => [{ type: 'paragraph', children }]),
    },
  ],
});

export const titled = (words: string): Block => text({ type: 'strong', children: [words] });

/** A context: who takes part, where its declarations are, and the first gestures. */
export function contextPage(around: Around, page: ContextPage, latest: readonly Entry[]): View {
  const { locale, reader } = around;
  const { context, participants, counts, circles } = page;
  const { name, kind } = context;
  return view({
    title: [name],
    landmark: LANDMARK,
    blocks: [
      note(say(locale, `wealth.context.${kind}`, { name: nameOf(around, context.author) })),
      text(
        say(locale, 'wealth.context.counts', {
          ...counts,
          all: counts.declared + counts.validated,
        }),
      ),
      ...periodBlocks(around, page),
      text(
        ...rich(locale, 'wealth.context.people', {
          count: participants.length,
          names: formatList(
            participants.map((id) => nameOf(around, id)),
            locale,
          ),
        }),
      ),
      ...circles.map(({ members, count }) =>
        note(
          ...rich(locale, 'wealth.context.circle', {
            names: formatList(
              members.map((id) => nameOf(around, id)),
              locale,
            ),
            count,
          }),
        ),
      ),
      ...(latest.length > 0
        ? [
            titled(say(locale, 'wealth.context.latest')),
            listOf(latest.map((entry) => entryLine(entry, around))),
          ]
        : [text(...rich(locale, 'wealth.context.empty', { name }))]),
      note(...rich(locale, 'wealth.rule', { rule: ruleText(context.rule, locale) })),
    ],
    actions: [
      button(
        say(locale, 'wealth.declare'),
        act('wealth.declare', { context: contextTyped(context) }),
        'primary',
      ),
      ...(counts.validated > 0
        ? [
            button(
              say(locale, 'matrix.see.matrix'),
              act('wealth.matrix', { context: contextTyped(context) }),
            ),
          ]
        : []),
      button(
        say(locale, 'expense.list'),
        act('wealth.expenses', { context: contextTyped(context) }),
      ),
      ...(reader && !participants.includes(reader.id)
        ? [
            button(
              say(locale, 'wealth.join'),
              act('wealth.join', { context: contextTyped(context) }),
            ),
          ]
        : []),
      ...(latest.length > 0 ? [openOne(around, latest)] : []),
      ...keeping(around, context),
    ],
  });
}

function periodBlocks(
  { community: { zone }, locale, now }: Around,
  { periods }: ContextPage,
): Block[] {
  const open = periods.findLast(({ closedAt }) => closedAt === null);
  const last = periods.at(-1);
  if (!open) {
    const at = last?.closedAt ? formatDay(last.closedAt, { zone, locale, now }) : '';
    return [note(...rich(locale, 'wealth.context.closed', { at }))];
  }
  const day = (at: Date): string => formatDay(at, { zone, locale, now });
  const fill = { position: open.position, from: day(open.openedAt) };
  return [
    note(
      ...(open.endsAt
        ? rich(locale, 'wealth.context.period.until', { ...fill, to: day(open.endsAt) })
        : rich(locale, 'wealth.context.period', fill)),
    ),
  ];
}

const openOne = (around: Around, latest: readonly Entry[]): Action =>
  select({
    label: say(around.locale, 'wealth.open-one'),
    act: act('wealth.show'),
    param: 'contribution',
    options: latest.map(({ contribution: { number }, content }) => ({
      value: `R-${number}`,
      label: `R-${number} · ${content?.what ?? say(around.locale, 'wealth.hidden')}`,
    })),
  });

function keeping({ locale, reader }: Around, context: WealthContext): Action[] {
  if (!reader || !policy.mayChangeContext(reader, context)) return [];
  const fields = { context: contextTyped(context) };
  return [button(say(locale, 'wealth.context.change'), act('wealth.change-context', fields))];
}

/** What waits for somebody, and the contexts there are. */
export function overview(
  around: Around,
  parts: {
    readonly contexts: readonly WealthContext[];
    readonly toConfirm: readonly Entry[];
    readonly toLookAt: readonly Entry[];
    readonly own: readonly Entry[];
  },
): View {
  const { locale } = around;
  const { contexts, toConfirm, toLookAt, own } = parts;
  const section = (
    key: 'wealth.overview.confirm' | 'wealth.overview.look' | 'wealth.overview.own',
    all: readonly Entry[],
  ): Block[] =>
    all.length === 0
      ? []
      : [titled(say(locale, key)), listOf(all.map((entry) => entryLine(entry, around)))];
  const waiting = [...toConfirm, ...toLookAt, ...own];
  return view({
    title: [say(locale, 'wealth.overview.title')],
    landmark: LANDMARK,
    blocks: [
      ...(contexts.length === 0 ? [text(...rich(locale, 'wealth.overview.empty'))] : []),
      ...(contexts.length > 0 && waiting.length === 0
        ? [text(say(locale, 'wealth.overview.quiet'))]
        : []),
      ...section('wealth.overview.confirm', toConfirm),
      ...section('wealth.overview.look', toLookAt),
      ...section('wealth.overview.own', own),
    ],
    actions: [
      ...(contexts.length > 0
        ? [
            button(say(locale, 'wealth.declare'), act('wealth.declare'), 'primary'),
            select({
              label: say(locale, 'wealth.overview.contexts'),
              act: act('wealth.context'),
              param: 'context',
              options: contexts.map((one) => ({ value: contextTyped(one), label: one.name })),
            }),
          ]
        : []),
      ...(waiting.length > 0 ? [openOne(around, waiting)] : []),
      ...(own.length > 0 ? [button(say(locale, 'matrix.mine'), act('wealth.mine'))] : []),
      button(
        say(locale, 'wealth.open-context'),
        act('wealth.open-context'),
        contexts.length === 0 ? 'primary' : 'plain',
      ),
    ],
  });
}
