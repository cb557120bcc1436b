import { instantOf } from '../../../src/agenda/rules/times.js';
import type { Occurrence, Schedule, WallTime } from '../../../src/agenda/types.js';
import { formatDay, formatList, formatTime } from '../../../src/kernel/dates/format.js';
import { describeRule } from '../../../src/kernel/dates/repetition/describe.js';
import { parseRule } from '../../../src/kernel/dates/repetition/read.js';
import { sayWhen } from '../../../src/kernel/dates/say-when.js';
import type { When } from '../../../src/kernel/dates/understand-when.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Context } from '../../registry/context.js';
import { say } from '../../words/index.js';
import type { Drawing } from '../drawing.js';

const DAY_MS = 86_400_000;

/** « mardi 1er décembre 2026 de 20 h à 21 h 30, heure de Paris », and how it repeats. */
export function whenText({ meeting: { series, occurrence }, locale, now }: Drawing): string {
  return said(occurrence, {
    zone: occurrence.zone,
    locale,
    now,
    repetition: repeats(series, { zone: series.zone, locale, now }),
  });
}

/** The same, of this very date only. */
export function dateText({ meeting: { occurrence }, locale, now }: Drawing): string {
  return said(occurrence, { zone: occurrence.zone, locale, now, repetition: null });
}

interface Reading {
  readonly zone: string;
  readonly locale: Locale;
  readonly now: Date;
  readonly repetition: string | null;
}

function said(
  { start, end, allDay }: Pick<Occurrence, 'start' | 'end' | 'allDay'>,
  reading: Reading,
): string {
  const durationMinutes = Math.round((end.getTime() - start.getTime()) / 60_000);
  return sayWhen({ at: start, allDay, durationMinutes, ...reading });
}

function repeats(
  { rule, start, zone, except }: Pick<Schedule, 'rule' | 'start' | 'zone' | 'except'>,
  reader: Omit<Reading, 'repetition'>,
): string | null {
  const read = rule === null ? null : parseRule(rule);
  if (!read?.ok) return null;
  const { text } = describeRule({ rule: read.value, start, zone, locale: reader.locale });
  return text + exceptText(except, zone, reader);
}

/** Past three, dates are counted: all of them are in the calendar. */
const MOST_EXCEPTIONS = 3;

/** « , sauf mardi 22 décembre »: the dates to come that are left out. */
function exceptText(
  except: readonly WallTime[],
  zone: string,
  { locale, now }: Omit<Reading, 'repetition'>,
): string {
  const days = except
    .map((wall) => instantOf(wall.slice(0, 10), zone))
    .filter((at) => at.getTime() > now.getTime() - DAY_MS)
    .sort((a, b) => a.getTime() - b.getTime())
    .map((at) => formatDay(at, { zone, locale, now }));
  const [first] = days;
  if (first === undefined) return '';
  if (days.length > MOST_EXCEPTIONS)
    return say(locale, 'when.except.many', { count: days.length, first });
  return say(locale, 'when.except', { list: formatList(days, locale) });
}

/** The same hour where the reader lives, when that is elsewhere: « soit … à 14 h, heure de Montréal ». */
export function elsewhereText({
  meeting: { occurrence },
  reader,
  locale,
  now,
}: Drawing): string | null {
  const { zone, allDay } = occurrence;
  if (!reader?.zone || reader.zone === zone || allDay) return null;
  const when = said(occurrence, { zone: reader.zone, locale, now, repetition: null });
  return say(locale, 'event.elsewhere', { when });
}

/** What a phrase may mean, to be chosen from. */
export const candidateText = (
  { at, allDay, durationMinutes, rule, start, except }: When,
  { locale, now, community: { zone } }: Context,
): string =>
  sayWhen({
    ...{ at, allDay, durationMinutes, zone, locale, now },
    repetition: repeats({ rule, start, zone, except }, { zone, locale, now }),
  });

/** Said when the clocks skip the hour that was asked for, that night. */
export function clockNote({ meeting: { occurrence, series }, locale }: Drawing): string | null {
  const { start, zone, allDay, recurrence } = occurrence;
  if (allDay || occurrence.movedFrom) return null;
  const asked = (recurrence === '' ? series.start : recurrence).slice(11, 16);
  const time = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hour: '2-digit', minute: '2-digit' },
  }).format(start);
  if (asked === time) return null;
  return say(locale, 'event.clock-shifted', { time: formatTime(start, { zone, locale }) });
}

/** « Rappel la veille. », « Rappel 2 jours et 1 heure avant. » */
export function reminderText(remindBefore: readonly number[], locale: Locale): string {
  if (remindBefore.length === 0) return say(locale, 'event.reminder.none');
  if (remindBefore.join() === '1440') return say(locale, 'event.reminder.eve');
  const list = formatList(
    remindBefore.map((minutes) => lengthText(minutes, locale)),
    locale,
  );
  return say(locale, 'event.reminder.before', { list });
}

function lengthText(minutes: number, locale: Locale): string {
  if (minutes % 1440 === 0) return say(locale, 'event.reminder.days', { count: minutes / 1440 });
  if (minutes % 60 === 0) return say(locale, 'event.reminder.hours', { count: minutes / 60 });
  return say(locale, 'event.reminder.minutes', { count: minutes });
}
