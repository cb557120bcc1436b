import { type Slot, slotsOf } from '../../../src/agenda/rules/polls.js';
import { formatList } from '../../../src/kernel/dates/format.js';
import { zoneName } from '../../../src/kernel/dates/zones.js';
import type { MemberId } from '../../../src/kernel/ids.js';
import { isOutside } from '../../../src/mediation/rules/places.js';
import type { MeetingNow } from '../../../src/mediation/service/meeting.js';
import type { Dates } from '../../../src/mediation/types/meeting.js';
import type { Request } from '../../../src/mediation/types.js';
import { act, button, note, select, text } from '../../view/build.js';
import type { Action, Block, Inline, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { caseArg, type Drawing, meetingAt, personIn, secretView } from '../drawing.js';
import { roomActions, roomBlocks } from './common-room.js';

/** How they come to meet: the dates, then where. */
export function meetingView(drawing: Drawing, now: MeetingNow, reader: MemberId): View {
  const { locale } = drawing;
  const { request, meeting } = now;
  return secretView(request, {
    title: [say(locale, 'mediation.meeting.title')],
    blocks: [...datesBlocks(drawing, now, reader), ...roomBlocks(drawing, now, reader)],
    actions: [
      ...(meeting.dates && meeting.start === null ? answering(drawing, now, meeting.dates) : []),
      ...(now.part === 'mediator' ? [proposing(drawing, now)] : []),
      ...roomActions(drawing, now, reader),
    ],
  });
}

/** Said wherever a request is shown: when they meet. */
export const meetingBlocks = (drawing: Drawing, { meetAt }: Pick<Request, 'meetAt'>): Block[] =>
  meetAt && meetAt > drawing.now
    ? [text(...rich(drawing.locale, 'mediation.meeting.at', { at: meetingAt(drawing, meetAt) }))]
    : [];

const proposing = ({ locale }: Drawing, { request, meeting }: MeetingNow): Action =>
  button(
    say(locale, meeting.dates ? 'mediation.meeting.again' : 'mediation.meeting.propose'),
    act('mediation.dates', caseArg(request)),
    meeting.dates ? 'plain' : 'primary',
  );

function datesBlocks(drawing: Drawing, now: MeetingNow, reader: MemberId): Block[] {
  const { request, meeting, part } = now;
  const { locale } = drawing;
  const { dates, start } = meeting;
  if (start) {
    const facts = { at: meetingAt(drawing, start) };
    return [
      text(...rich(locale, 'mediation.meeting.at', facts)),
      // Whoever comes by a link is reminded of nothing.
      ...(isOutside(request, reader) ? [] : [note(say(locale, 'mediation.meeting.reminded'))]),
    ];
  }
  if (!dates) {
    const who = part === 'mediator' ? 'yours' : 'theirs';
    return [text(say(locale, `mediation.meeting.none.${who}`))];
  }
  return [
    text(say(locale, 'mediation.meeting.dates')),
    {
      type: 'fields',
      fields: slotsIn(dates).map((slot) => ({
        label: dateText(drawing, slot),
        value: [standing(drawing, request, slot)],
      })),
    },
    note(say(locale, 'mediation.meeting.zone', { zone: zoneName(drawing.zone, locale) })),
  ];
}

const slotsIn = (dates: Dates): Slot[] => slotsOf(dates, dates.answers);

/** A date as the reader has it at home; the best is marked by a sign, and a number names each. */
const dateText = (drawing: Drawing, { place, start, best }: Slot): string => {
  const at = meetingAt(drawing, start).replace(/ \([^)]*\)$/, '');
  return `${place}. ${best ? '★ ' : ''}${at}`;
};

/** Who can, in names: there are few. */
function standing(drawing: Drawing, request: Request, slot: Slot): Inline {
  const { locale } = drawing;
  const said = (['yes', 'maybe', 'no'] as const).flatMap((presence) => {
    const names = slot[presence].map(({ member }) => personIn(drawing, request, member));
    const who = formatList(names, locale);
    return names.length === 0 ? [] : [say(locale, `mediation.meeting.${presence}`, { who })];
  });
  return said.join(' · ') || say(locale, 'mediation.meeting.nobody');
}

function answering(drawing: Drawing, { request, part }: MeetingNow, dates: Dates): Action[] {
  const { locale } = drawing;
  const about = { ...caseArg(request), round: dates.round };
  const options = slotsIn(dates).map((slot) => ({
    value: String(slot.place),
    label: dateText(drawing, slot),
  }));
  const suits = (presence: 'yes' | 'maybe') =>
    select({
      label: say(locale, `mediation.meeting.suits.${presence}`),
      act: act('mediation.suit', { ...about, presence }),
      ...{ param: 'slots', multiple: true, options },
    });
  return [
    suits('yes'),
    suits('maybe'),
    ...(part === 'mediator'
      ? [
          select({
            label: say(locale, 'mediation.meeting.choose'),
            act: act('mediation.choose', about),
            ...{ param: 'slot', options },
          }),
        ]
      : []),
    button(
      say(locale, 'mediation.meeting.suits.none'),
      act('mediation.suit', { ...about, presence: 'yes', slots: '0' }),
    ),
  ];
}
