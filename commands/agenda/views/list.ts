import type { Meeting } from '../../../src/agenda/types.js';
import type { Member } from '../../../src/community/types.js';
import { formatDay, formatTime } from '../../../src/kernel/dates/format.js';
import { zoneName } from '../../../src/kernel/dates/zones.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import type { Action, Inline, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { refTyped } from '../params.js';

/** The coming weeks on one screen. */
export function listView(parts: {
  readonly meetings: readonly Meeting[];
  readonly more: boolean;
  readonly weeks: number;
  readonly from: Date;
  readonly reader: Member;
  readonly zone: string;
  readonly locale: Locale;
  readonly now: Date;
}): View {
  const { meetings, locale, weeks, more, reader, zone } = parts;
  const empty = meetings.length === 0;
  const column = (label: string) => ({ label, align: 'start' }) as const;
  return view({
    title: [say(locale, 'agenda.title', { weeks })],
    landmark: '📅',
    blocks: empty
      ? [text(...rich(locale, 'agenda.empty', { weeks }))]
      : [
          {
            type: 'table',
            caption: say(locale, 'agenda.title', { weeks }),
            columns: [
              column(say(locale, 'agenda.when')),
              column(say(locale, 'agenda.what')),
              column(say(locale, 'agenda.mine')),
            ],
            rows: meetings.map((meeting) => row(meeting, parts)),
          },
          ...(reader.zone
            ? [note(say(locale, 'agenda.zone', { zone: zoneName(zone, locale) }))]
            : []),
          ...(more ? [note(say(locale, 'agenda.more'))] : []),
        ],
    actions: [
      ...(empty ? [] : [openOne(parts)]),
      ...(empty ? [button(say(locale, 'agenda.add'), act('agenda.add'), 'primary')] : []),
      ...(parts.from.getTime() < parts.now.getTime() + YEAR_MS ? [later(parts)] : []),
      ...(empty ? [] : [button(say(locale, 'agenda.add'), act('agenda.add'))]),
    ],
  });
}

type Parts = Parameters<typeof listView>[0];

function row(
  { occurrence, attendance }: Meeting,
  { reader, zone, locale, now }: Parts,
): Inline[][] {
  const { start, allDay, number, title, place, cancelled } = occurrence;
  const at = { zone: allDay ? occurrence.zone : zone, locale, now };
  const day = formatDay(start, at);
  const when = allDay ? day : say(locale, 'agenda.at', { day, time: formatTime(start, at) });
  const name: Inline[] = [
    { type: 'strong', children: [`A-${number}`] },
    ' ',
    ...(cancelled ? [{ type: 'del', children: [title] } as const] : [title]),
    ...(place === '' ? [] : [`, ${place}`]),
  ];
  if (cancelled) return [[when], name, [say(locale, 'event.cancelled.short')]];
  const { coming, waiting, maybe, no } = attendance;
  const mine = (['coming', 'waiting', 'maybe', 'no'] as const).find((kind) =>
    ({ coming, waiting, maybe, no })[kind].some(({ member }) => member === reader.id),
  );
  return [[when], name, [say(locale, mine ? `agenda.mine.${mine}` : 'agenda.mine.none')]];
}

function openOne({ meetings, zone, locale, now }: Parts): Action {
  return select({
    label: say(locale, 'agenda.open-one'),
    act: act('agenda.show'),
    param: 'event',
    options: meetings.map(({ occurrence: { title, start, ...one } }) => ({
      value: refTyped(one),
      label: `A-${one.number} · ${title} · ${formatDay(start, { zone, locale, now })}`,
    })),
  });
}

const WEEK_MS = 7 * 86_400_000;
/** As far as one pages on. */
const YEAR_MS = 366 * 86_400_000;

function later({ from, weeks, locale, meetings, more }: Parts): Action {
  const last = meetings.at(-1)?.occurrence.start;
  const next = more && last ? last : new Date(from.getTime() + weeks * WEEK_MS);
  return button(
    say(locale, 'agenda.later'),
    act('agenda.list', { from: Math.floor(next.getTime() / 60_000) }),
  );
}
