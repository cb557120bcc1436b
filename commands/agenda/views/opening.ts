import { isAhead } from '../../../src/agenda/rules/sitting.js';
import type { MeetingRole } from '../../../src/agenda/types.js';
import { formatList } from '../../../src/kernel/dates/format.js';
import type { Json } from '../../../src/kernel/json.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { Action, Block, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, nameOf } from '../drawing.js';
import { about, placeFields } from './card.js';
import { itemBlocks, roleBlocks } from './items.js';
import { roleActions } from './prepare.js';
import { taskList } from './tasks.js';
import { whenText } from './when.js';

type Params = Readonly<Record<string, Json>>;

/** When it begins: where, what will be talked about, who does what, what was left to do. */
export function opening(drawing: Drawing): View {
  const { meeting, locale, now } = drawing;
  const { number, title } = meeting.occurrence;
  const on = isAhead(meeting.occurrence, now);
  return view({
    title: [say(locale, on ? 'opening.title' : 'opening.title.over', { title })],
    landmark: '📅',
    reference: `A-${number}`,
    audience: 'room',
    blocks: [
      ...placeFields(drawing),
      ...itemBlocks(drawing),
      ...roleBlocks(drawing),
      ...pending(drawing),
      ...(on && isPrepared(drawing) ? [note(...rich(locale, 'opening.how'))] : []),
    ],
    actions: on ? actions(drawing) : [seeMinutes(drawing)],
  });
}

/** More than an address to join was thought of. */
const isPrepared = ({ meeting: { sitting } }: Drawing): boolean =>
  sitting.items.length > 0 || sitting.roles.length > 0;

function pending(drawing: Drawing): Block[] {
  const { meeting, locale, community } = drawing;
  const { sitting, series } = meeting;
  if (sitting.pending.length === 0) return [];
  const eyes = { ...drawing, zone: community.zone };
  return [
    text({ type: 'strong', children: [say(locale, 'opening.pending')] }),
    { type: 'rich', content: [taskList(sitting.pending, series, eyes)] },
  ];
}

function actions(drawing: Drawing): Action[] {
  const { meeting, locale } = drawing;
  const { link } = meeting.occurrence;
  return [
    ...(link === ''
      ? []
      : [{ type: 'link', label: say(locale, 'opening.join'), href: link } as const]),
    ...(isPrepared(drawing) ? roleActions(drawing) : []),
    ...(isPrepared(drawing)
      ? [button(say(locale, 'notes.add'), act('agenda.note', about(drawing)))]
      : []),
  ];
}

const seeMinutes = (drawing: Drawing): Action =>
  button(say(drawing.locale, 'minutes.open'), act('agenda.minutes', about(drawing)));

/** How a role was drawn: with the number and the list, anybody can do the division again. */
export function drawnRole(drawing: Drawing, params: Params): View {
  const { locale } = drawing;
  const among = (params.among as readonly string[]) ?? [];
  const seed = Number(params.seed);
  const fill = {
    who: nameOf(drawing, String(params.drawn)),
    role: say(locale, `sitting.${params.role as MeetingRole}`),
    ...{ seed, count: among.length, rest: seed % among.length, place: (seed % among.length) + 1 },
    list: formatList(
      among.map((member) => nameOf(drawing, member)),
      locale,
    ),
  };
  return view({
    title: [say(locale, 'drawn.title', fill)],
    landmark: '🎲',
    audience: 'room',
    reference: `A-${drawing.meeting.occurrence.number}`,
    blocks: [
      text(...rich(locale, among.length === 1 ? 'drawn.only' : 'drawn.among', fill)),
      ...(among.length === 1 ? [] : [note(say(locale, 'drawn.how', fill))]),
    ],
  });
}

/** To whoever was drawn. */
export function drawnToMe(drawing: Drawing, params: Params): View {
  const { meeting, locale, now, reader } = drawing;
  const role = params.role as MeetingRole;
  const holds = meeting.sitting.roles.some((one) => one.role === role && one.member === reader?.id);
  const fill = { role: say(locale, `sitting.${role}`), title: meeting.occurrence.title };
  return view({
    title: [say(locale, 'drawn.me.title', fill)],
    landmark: '🎲',
    audience: 'direct',
    blocks: [text(whenText(drawing))],
    actions:
      holds && isAhead(meeting.occurrence, now)
        ? [
            button(
              say(locale, `sitting.${role}.leave`),
              act('agenda.leave-role', { ...about(drawing), role }),
            ),
          ]
        : [],
  });
}
