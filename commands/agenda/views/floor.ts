import { shares, speaking, spoken, waiting } from '../../../src/agenda/rules/floor.js';
import type { FloorNow } from '../../../src/agenda/service.js';
import { formatTime } from '../../../src/kernel/dates/format.js';
import { shortenId } from '../../../src/kernel/ids.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { act, button, marked, note, text, view } from '../../view/build.js';
import type { Action, Block, RichBlock, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';

/** What drawing a queue needs beside it. */
export interface FloorDrawing extends FloorNow {
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
  readonly locale: Locale;
  readonly now: Date;
}

/** The living card of a queue: who speaks, who comes next, in which order and why. */
export function floorCard(drawing: FloorDrawing): View {
  const { floor, locale } = drawing;
  return view({
    title: [say(locale, floor.closedAt ? 'floor.title.closed' : 'floor.title')],
    landmark: '🗣️',
    audience: 'room',
    blocks: floor.closedAt ? ended(drawing) : going(drawing),
    actions: floor.closedAt ? [] : gestures(drawing),
  });
}

const nameOf = ({ names }: FloorDrawing, member: string): string => names.get(member) ?? '?';

function going(drawing: FloorDrawing): Block[] {
  const { turns, floor, zone, locale, now } = drawing;
  const current = speaking(turns);
  const queue = waiting(turns, now);
  const had = new Map(spoken(turns, now).map((one) => [one.member, one.turns]));
  const items = queue.map(({ member }): RichBlock[] => {
    const fill = { who: nameOf(drawing, member), turns: had.get(member) ?? 0 };
    return [{ type: 'paragraph', children: rich(locale, 'floor.waits', fill) }];
  });
  const since = current?.startedAt ?? now;
  return [
    current
      ? text(
          ...rich(locale, 'floor.speaks', {
            who: nameOf(drawing, current.member),
            time: formatTime(since, { zone, locale }),
          }),
        )
      : text(say(locale, 'floor.free')),
    ...(items.length === 0
      ? [note(say(locale, 'floor.nobody'))]
      : [{ type: 'rich', content: [{ type: 'list', ordered: true, items }] } as Block]),
    note(say(locale, 'floor.rule')),
    ...(floor.shares ? [note(say(locale, 'floor.shares.coming'))] : []),
  ];
}

/** Shares of speaking time, when the group wanted them; else only how many spoke. */
function ended({ turns, floor, ...drawing }: FloorDrawing): Block[] {
  const { locale, now } = drawing;
  const all = spoken(turns, floor.closedAt ?? now);
  const summary = say(locale, 'floor.ended', {
    people: all.length,
    turns: all.reduce((sum, one) => sum + one.turns, 0),
  });
  if (!floor.shares || all.length === 0) return [text(summary)];
  const percents = new Map(shares(all).map(({ member, percent }) => [member, percent]));
  const end = (label: string) => ({ label, align: 'end' }) as const;
  return [
    text(summary),
    {
      type: 'table',
      caption: say(locale, 'floor.shares'),
      columns: [
        { label: say(locale, 'floor.who'), align: 'start' },
        end(say(locale, 'floor.turns')),
        end(say(locale, 'floor.minutes')),
        end(say(locale, 'floor.share')),
      ],
      rows: all.map(({ member, turns: count, ms }) => [
        [drawing.names.get(member) ?? '?'],
        [String(count)],
        [say(locale, 'floor.length', { minutes: Math.floor(ms / 60_000), seconds: seconds(ms) })],
        [say(locale, 'floor.percent', { percent: percents.get(member) ?? 0 })],
      ]),
    },
  ];
}

const seconds = (ms: number): number => Math.floor((ms % 60_000) / 1000);

function gestures({ floor, locale }: FloorDrawing): Action[] {
  const about = { floor: shortenId(floor.id) };
  return [
    marked('✋', button(say(locale, 'floor.ask'), act('agenda.ask-floor', about), 'primary')),
    marked('↩️', button(say(locale, 'floor.leave'), act('agenda.leave-floor', about))),
    marked('⏭️', button(say(locale, 'floor.next'), act('agenda.next-floor', about))),
    marked('🏁', button(say(locale, 'floor.close'), act('agenda.close-floor', about))),
  ];
}
