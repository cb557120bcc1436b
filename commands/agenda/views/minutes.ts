import * as policy from '../../../src/agenda/policy.js';
import { standing, untreated } from '../../../src/agenda/rules/items.js';
import { attendedBy, isCorrectable } from '../../../src/agenda/rules/sitting.js';
import type { Item, Note } from '../../../src/agenda/types.js';
import { resultLine } from '../../../src/decisions/tally/index.js';
import type { Decision } from '../../../src/decisions/types.js';
import { formatList, formatMoment } from '../../../src/kernel/dates/format.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import { clipped } from '../../view/shorten.js';
import type { Action, Block, Inline, RichBlock, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, nameOf } from '../drawing.js';
import { about } from './card.js';
import { roleBlocks } from './items.js';
import { taskLine } from './tasks.js';
import { whenText } from './when.js';

/** On the card of a room, in numbers and in characters: the rest is one tap away. */
const MOST_LINES = 20;
const LINE_LENGTH = 200;

export interface MinutesDrawing extends Drawing {
  /** Those opened in the meeting, as they stand. */
  readonly decisions: readonly Decision[];
}

/** Whether names are for these eyes: those of a discreet meeting are for who organises it. */
export const isNamed = ({ meeting, reader }: Drawing): boolean =>
  policy.maySeeAnswers(reader, meeting.series);

/** Nothing was prepared nor said: there is nothing to keep. */
export const isEmpty = ({ meeting: { sitting }, decisions }: MinutesDrawing): boolean =>
  sitting.items.length === 0 &&
  standing(sitting.notes).length === 0 &&
  sitting.tasks.length === 0 &&
  decisions.length === 0 &&
  sitting.attended === null;

/** How a decision came out, or that it has not yet. */
export function outcomeText(
  { state, outcome, closesAt }: Decision,
  { community: { zone }, locale, now }: Drawing,
): string {
  if (state === 'closed' && outcome) return resultLine(outcome.result, locale);
  if (state === 'open') {
    return say(locale, 'minutes.open-vote', { at: formatMoment(closesAt, { zone, locale, now }) });
  }
  return say(locale, state === 'withdrawn' ? 'minutes.withdrawn' : 'minutes.between');
}

/** Who came: by name, or how many. */
export function attendedText(drawing: Drawing): string {
  const { meeting, locale } = drawing;
  const who = attendedBy(meeting.sitting, meeting.attendance);
  if (!isNamed(drawing) || who.length === 0) {
    return say(locale, 'minutes.people', { count: who.length });
  }
  return formatList(
    who.map((member) => nameOf(drawing, member)),
    locale,
  );
}

/** Items with what was noted and decided on each, then what belongs to none. */
export function sections({ meeting: { sitting }, decisions }: MinutesDrawing): readonly {
  readonly item: Item | null;
  readonly notes: readonly Note[];
  readonly decisions: readonly Decision[];
}[] {
  const notes = standing(sitting.notes);
  const keys = new Set(sitting.items.map(({ key }) => key));
  const of = (item: Item | null) => {
    const here = (key: number): boolean => (item ? key === item.key : !keys.has(key));
    return {
      ...{ item, notes: notes.filter((one) => here(one.item)) },
      decisions: decisions.filter(({ origin }) => here(origin?.part ?? 0)),
    };
  };
  const rest = of(null);
  const none = rest.notes.length === 0 && rest.decisions.length === 0;
  return [...sitting.items.map(of), ...(none ? [] : [rest])];
}

/** What was noted, a line each, as short as a card asks for. */
function sectionBlocks(drawing: MinutesDrawing, most: number, length: number): Block[] {
  const { locale } = drawing;
  let left = most;
  const blocks: Block[] = [];
  for (const { item, notes, decisions } of sections(drawing)) {
    const lines: Inline[][] = [
      ...notes.map((one): Inline[] => [clipped(one.text, length)]),
      ...decisions.map((one) =>
        rich(locale, 'minutes.decision', {
          ...{ number: one.number, title: one.text.title },
          outcome: outcomeText(one, drawing),
        }),
      ),
    ];
    const shown = lines.slice(0, Math.max(left, 0));
    left -= lines.length;
    const place = item ? drawing.meeting.sitting.items.indexOf(item) + 1 : 0;
    const head = item
      ? say(locale, 'minutes.item', { place, title: item.title, state: stateOf(drawing, item) })
      : say(locale, 'minutes.others');
    blocks.push(text({ type: 'strong', children: [head] }));
    if (shown.length > 0) blocks.push(list(shown));
  }
  return left < 0 ? [...blocks, note(say(locale, 'minutes.more', { count: -left }))] : blocks;
}

const list = (lines: readonly (readonly Inline[])[]): Block => ({
  type: 'rich',
  content: [
    {
      ...{ type: 'list', ordered: false },
      items: lines.map((children): RichBlock[] => [{ type: 'paragraph', children }]),
    },
  ],
});

/** `carried`, `left` (not talked about) or `done`. */
export function stateOf(drawing: MinutesDrawing, item: Item): 'carried' | 'left' | 'done' {
  if (item.carriedTo) return 'carried';
  return leftOf(drawing).some(({ key }) => key === item.key) ? 'left' : 'done';
}

export const leftOf = ({ meeting, decisions }: MinutesDrawing): Item[] =>
  untreated(meeting.sitting, new Set(decisions.map(({ origin }) => origin?.part ?? 0)));

function minutesBlocks(drawing: MinutesDrawing, most: number, length: number): Block[] {
  const { meeting, locale, community } = drawing;
  const { tasks } = meeting.sitting;
  const eyes = { ...drawing, zone: community.zone };
  return [
    text(whenText(drawing)),
    text(...rich(locale, 'minutes.attended', { who: attendedText(drawing) })),
    ...(isNamed(drawing) ? roleBlocks(drawing) : [note(say(locale, 'event.discreet'))]),
    ...sectionBlocks(drawing, most, length),
    ...(tasks.length === 0
      ? []
      : [
          text({ type: 'strong', children: [say(locale, 'tasks.heading')] }),
          list(tasks.map((task) => taskLine(task, meeting.series, eyes))),
        ]),
  ];
}

/** In every room, once it is over: edited as it is corrected and as decisions come out. */
export function minutesCard(drawing: MinutesDrawing): View {
  const { meeting, locale } = drawing;
  const { number, title } = meeting.occurrence;
  return view({
    title: [say(locale, 'minutes.title', { number, title })],
    landmark: '📝',
    reference: `A-${number}`,
    audience: 'room',
    blocks: minutesBlocks(drawing, MOST_LINES, LINE_LENGTH),
    actions: [
      button(say(locale, 'minutes.open'), act('agenda.minutes', about(drawing))),
      ...(leftOf(drawing).length > 0
        ? [button(say(locale, 'minutes.carry'), act('agenda.carry', about(drawing)))]
        : []),
    ],
  });
}

/** All of it, for one reader, with what they may correct. */
export function minutesPage(drawing: MinutesDrawing, file: Block): View {
  const { meeting, locale } = drawing;
  const { number, title } = meeting.occurrence;
  const empty = isEmpty(drawing);
  return view({
    title: [say(locale, 'minutes.title', { number, title })],
    landmark: '📝',
    reference: `A-${number}`,
    blocks: empty
      ? [text(whenText(drawing)), text(...rich(locale, 'minutes.empty'))]
      : [...minutesBlocks(drawing, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY), file],
    actions: [...keeping(drawing), ...(empty ? [] : [historyAction(drawing)])],
  });
}

const historyAction = (drawing: Drawing): Action =>
  button(say(drawing.locale, 'minutes.history'), act('agenda.minutes-history', about(drawing)));

function keeping(drawing: MinutesDrawing): Action[] {
  const { meeting, reader, locale, now } = drawing;
  const { series, sitting, occurrence } = meeting;
  const keeps = reader && policy.mayKeepMinutes(reader, series, sitting);
  if (!keeps || occurrence.start > now || !isCorrectable(occurrence, now)) return [];
  const notes = standing(sitting.notes);
  return [
    button(say(locale, 'notes.add'), act('agenda.note', about(drawing))),
    button(say(locale, 'minutes.attended.fix'), act('agenda.attended', about(drawing))),
    ...(notes.length === 0
      ? []
      : [
          select({
            ...{ label: say(locale, 'notes.correct'), param: 'note' },
            act: act('agenda.correct-note', about(drawing)),
            options: notes.map(({ key, text: said }) => ({ value: String(key), label: said })),
          }),
        ]),
    ...(leftOf(drawing).length > 0
      ? [button(say(locale, 'minutes.carry'), act('agenda.carry', about(drawing)))]
      : []),
  ];
}
