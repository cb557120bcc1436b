import * as policy from '../../../src/agenda/policy.js';
import { type Slot, slotsOf } from '../../../src/agenda/rules/polls.js';
import type { Poll, PollAnswer } from '../../../src/agenda/types.js';
import type { Member } from '../../../src/community/types.js';
import { formatList } from '../../../src/kernel/dates/format.js';
import { sayWhen } from '../../../src/kernel/dates/say-when.js';
import { zoneName } from '../../../src/kernel/dates/zones.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { act, button, marked, note, select, text, view } from '../../view/build.js';
import type { Action, Block, Inline, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';

/** What drawing a poll of dates needs. */
export interface PollDrawing {
  readonly poll: Poll;
  readonly answers: readonly PollAnswer[];
  readonly names: ReadonlyMap<string, string>;
  /** Whose eyes it is for; `null` for a room. */
  readonly reader: Member | null;
  readonly locale: Locale;
  readonly now: Date;
}

const headline = ({ poll }: PollDrawing): Inline[] => [`S-${poll.number} · ${poll.title}`];

/** A date as it reads where the reader lives. */
function dateText({ poll, reader, locale, now }: PollDrawing, at: Date, index: number): string {
  const zone = reader?.zone ?? poll.zone;
  const allDay = !poll.slots[index]?.includes('T');
  const whole = { at, allDay, durationMinutes: poll.minutes, zone, locale, now, repetition: null };
  // The zone is said once, under the dates.
  return sayWhen(whole).replace(`, ${zoneName(zone, locale)}`, '');
}

/** The living card of a poll: the dates, who can, one tap to answer. */
export function pollCard(drawing: PollDrawing): View {
  const { poll, locale } = drawing;
  return view({
    title: headline(drawing),
    landmark: '🗓️',
    reference: `S-${poll.number}`,
    audience: 'room',
    blocks: [...place(drawing), ...dates(drawing), ...standing(drawing)],
    actions:
      poll.state === 'open'
        ? [
            ...selects(drawing),
            marked(
              '🔎',
              button(say(locale, 'poll.answer'), act('agenda.poll', { poll: poll.number })),
            ),
          ]
        : [],
  });
}

/** The same for one reader, at their hours, with what is theirs to do. */
export function pollPage(drawing: PollDrawing): View {
  const { poll, reader, locale } = drawing;
  const about = { poll: poll.number };
  const keeps = reader !== null && policy.mayChoose(reader, poll) && poll.state === 'open';
  return view({
    title: headline(drawing),
    landmark: '🗓️',
    reference: `S-${poll.number}`,
    blocks: [...own(drawing), ...place(drawing), ...dates(drawing), ...standing(drawing)],
    actions: [
      ...(poll.state === 'open' ? selects(drawing) : []),
      ...(poll.state === 'open'
        ? [button(say(locale, 'poll.none'), act('agenda.suits', { ...about, slots: '0' }))]
        : []),
      ...(keeps
        ? [
            select({
              label: say(locale, 'poll.choose'),
              act: act('agenda.choose', about),
              param: 'slot',
              options: options(drawing),
            }),
            button(say(locale, 'poll.drop'), act('agenda.drop-poll', about), 'danger'),
          ]
        : []),
    ],
  });
}

const options = (drawing: PollDrawing) =>
  slotsOf(drawing.poll, drawing.answers).map(({ place: value, start }) => ({
    value: String(value),
    label: dateText(drawing, start, value - 1),
  }));

function selects(drawing: PollDrawing): Action[] {
  const { poll, locale } = drawing;
  return (['suits', 'if-needed'] as const).map((which) =>
    select({
      label: say(locale, `poll.${which}`),
      act: act(`agenda.${which}`, { poll: poll.number }),
      param: 'slots',
      multiple: true,
      options: options(drawing),
    }),
  );
}

/** What the reader's answer is now: signs that add up are not a list to be looked at again. */
function own(drawing: PollDrawing): Block[] {
  const { poll, answers, reader, locale } = drawing;
  const mine = answers.find(({ member }) => member === reader?.id);
  if (!mine || poll.state !== 'open') return [];
  const lines = (['yes', 'maybe'] as const).flatMap((presence) => {
    const held = slotsOf(poll, [mine]).filter((slot) => slot[presence].length > 0);
    const dates = held.map(({ place: at, start }) => `${at}. ${dateText(drawing, start, at - 1)}`);
    if (dates.length === 0) return [];
    return [text(say(locale, `poll.own.${presence}`, { dates: dates.join(' · ') }))];
  });
  return lines.length > 0 ? lines : [text(say(locale, 'poll.own.none'))];
}

function place({ poll, locale }: PollDrawing): Block[] {
  if (poll.place === '') return [];
  return [{ type: 'fields', fields: [{ label: say(locale, 'event.place'), value: [poll.place] }] }];
}

function dates(drawing: PollDrawing): Block[] {
  const { poll, answers, reader, locale } = drawing;
  const end = (label: string) => ({ label, align: 'end' }) as const;
  const zone = zoneName(reader?.zone ?? poll.zone, locale);
  return [
    {
      type: 'table',
      caption: say(locale, 'poll.dates'),
      columns: [
        { label: say(locale, 'poll.date'), align: 'start' },
        end(say(locale, 'poll.yes')),
        end(say(locale, 'poll.maybe')),
        end(say(locale, 'poll.no')),
      ],
      rows: slotsOf(poll, answers).map((slot) => row(drawing, slot)),
    },
    note(say(locale, 'poll.zone', { zone })),
  ];
}

/** A date that somebody cannot do is marked, in a sign and in a count. */
function row(drawing: PollDrawing, slot: Slot): Inline[][] {
  const date = dateText(drawing, slot.start, slot.place - 1);
  const marks = `${slot.best ? '★ ' : ''}${slot.no.length > 0 ? '✗ ' : ''}`;
  const line = `${slot.place}. ${marks}${date}`;
  return [
    [slot.best ? { type: 'strong', children: [line] } : line],
    ...[slot.yes, slot.maybe, slot.no].map((who): Inline[] => [String(who.length)]),
  ];
}

function standing(drawing: PollDrawing): Block[] {
  const { poll, answers, names, reader, locale } = drawing;
  if (poll.state === 'withdrawn') return [text(say(locale, 'poll.withdrawn'))];
  if (poll.state === 'chosen') return [text(say(locale, 'poll.chosen'))];
  if (answers.length === 0) return [note(say(locale, 'event.nobody'))];
  const who = formatList(
    answers.map(({ member }) => names.get(member) ?? '?'),
    locale,
  );
  const best = slotsOf(poll, answers).find((slot) => slot.best);
  const cannot = best ? best.no.map(({ member }) => names.get(member) ?? '?') : [];
  return [
    text(...rich(locale, 'poll.answered', { who })),
    ...(reader && cannot.length > 0
      ? [
          note(
            say(locale, 'poll.cannot', {
              who: formatList(cannot, locale),
              place: best?.place ?? 0,
            }),
          ),
        ]
      : []),
  ];
}
