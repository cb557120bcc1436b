import type { ContextPage } from '../../../src/wealth/service/reading.js';
import { RETRO_KINDS, type RetroNote } from '../../../src/wealth/types.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import type { Action, Block, Inline, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Around, nameOf } from '../drawing.js';
import { contextTyped } from '../params.js';
import { LANDMARK } from './card.js';
import { listOf, titled } from './context.js';

/** What a period taught: what was good, to improve, to try; and what the group carries on. */
export function retroPage(
  around: Around,
  { context, periods, participants }: ContextPage,
  notes: readonly RetroNote[],
  done: string,
): View {
  const { locale, reader } = around;
  const current = periods.findLast(({ closedAt }) => closedAt !== null) ?? periods.at(-1);
  const now = notes.filter(({ period }) => period === current?.id);
  const before = notes.filter(({ period, carried }) => carried && period !== current?.id);
  const takesPart = reader !== null && participants.includes(reader.id);
  const fill = { name: context.name, position: current?.position ?? 1 };
  return view({
    title: [say(locale, 'retro.title', fill)],
    landmark: LANDMARK,
    blocks: [
      ...(done === '' ? [] : [text(done)]),
      ...(before.length > 0
        ? [titled(say(locale, 'retro.before')), listOf(before.map((one) => line(around, one)))]
        : []),
      ...(now.length === 0 ? [text(say(locale, 'retro.empty'))] : sections(around, now)),
      note(say(locale, 'retro.note')),
    ],
    actions: takesPart ? gestures(around, contextTyped(context), now) : [],
  });
}

function sections(around: Around, notes: readonly RetroNote[]): Block[] {
  return RETRO_KINDS.flatMap((kind) => {
    const own = notes.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const themes = [...new Set(own.map(({ theme }) => theme))].sort();
    return [
      titled(say(around.locale, `retro.${kind}`)),
      ...themes.flatMap((theme) => [
        ...(theme === '' ? [] : [note(theme)]),
        listOf(own.filter((one) => one.theme === theme).map((one) => line(around, one))),
      ]),
    ];
  });
}

function line(around: Around, { position, member, text: said, carried }: RetroNote): Inline[] {
  const { locale } = around;
  const fill = { position, text: said, name: member ? nameOf(around, member) : '' };
  const words = rich(locale, member ? 'retro.line' : 'retro.line.anonymous', fill);
  return carried ? [...words, ` · ${say(locale, 'retro.carried')}`] : words;
}

function gestures(around: Around, context: string, notes: readonly RetroNote[]): Action[] {
  const { locale, reader } = around;
  const choose = (label: string, command: string, among: readonly RetroNote[]): Action[] =>
    among.length === 0
      ? []
      : [
          select({
            ...{ label, act: act(command, { context }), param: 'number' },
            options: among.map(({ position, text: said }) => ({
              ...{ value: String(position), label: `${position}. ${said}` },
            })),
          }),
        ];
  return [
    ...RETRO_KINDS.map((kind) =>
      button(say(locale, `retro.${kind}`), act('wealth.retro-add', { context, kind })),
    ),
    ...choose(say(locale, 'retro.carry'), 'wealth.retro-carry', notes),
    ...(notes.length > 1
      ? [button(say(locale, 'retro.group'), act('wealth.retro-group', { context }))]
      : []),
    ...choose(
      say(locale, 'retro.withdraw'),
      'wealth.retro-withdraw',
      notes.filter(({ member }) => member !== null && member === reader?.id),
    ),
  ];
}
