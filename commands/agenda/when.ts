import type { Occurrence, Series } from '../../src/agenda/types.js';
import { formatDay, formatMoment, formatTime } from '../../src/kernel/dates/format.js';
import { understandWhen } from '../../src/kernel/dates/understand-when.js';
import type { WhenUnderstanding } from '../../src/kernel/dates/when/types.js';
import type { Locale } from '../../src/kernel/locale.js';
import { ok, type Result, refuse } from '../../src/kernel/result.js';
import { fold } from '../../src/kernel/text.js';
import type { Context } from '../registry/context.js';
import { type Param, param } from '../registry/param.js';
import { candidateText } from './views/when.js';

/** When a meeting takes place, as it was said in one phrase. */
export interface Planned {
  /** Wall time in `zone`. */
  readonly start: string;
  readonly zone: string;
  /** `null`: no length was said. */
  readonly minutes: number | null;
  readonly rule: string | null;
  readonly except: readonly string[];
  /** « mardi 20h lieu la Maison » says where, too. */
  readonly place: string | null;
}

/** A meeting written down for a day without an hour lasts that whole day. */
export const when = (): Param<Planned> =>
  param<Planned>({
    takes: 'words',
    maxLength: 300,
    parse: async (typed, context) => {
      const whole = understood(typed, context);
      if (whole.type !== 'unknown') return planned(whole, typed, context, null);
      for (const { phrase, place } of withoutPlace(typed)) {
        const read = understood(phrase, context);
        if (read.type !== 'unknown') return planned(read, phrase, context, place);
      }
      return refuse('when-unknown', { typed });
    },
  });

const understood = (text: string, { now, locale, community }: Context): WhenUnderstanding =>
  understandWhen({ text, now, zone: community.zone, locale });

const PLACE_WORDS = new Set(['lieu', 'place', 'chez', 'at']);
/** In words: nobody names a place with more. */
const LONGEST_PLACE = 12;

/** The phrase without the words that follow « lieu », fewest first, and those words. */
function* withoutPlace(typed: string): Generator<{ phrase: string; place: string }> {
  const words = typed.split(/\s+/);
  const at = words.findIndex((word) => PLACE_WORDS.has(fold(word.replace(/:$/, ''))));
  if (at < 0) return;
  const most = Math.min(words.length, at + 1 + LONGEST_PLACE);
  for (let end = at + 2; end <= most; end++) {
    const phrase = [...words.slice(0, at), ...words.slice(end)].join(' ');
    yield { phrase, place: words.slice(at + 1, end).join(' ') };
  }
}

function planned(
  read: Exclude<WhenUnderstanding, { type: 'unknown' }>,
  typed: string,
  context: Context,
  place: string | null,
): Result<Planned> {
  const { zone } = context.community;
  if (read.type === 'ambiguous') {
    const list = read.candidates.map((one) => candidateText(one, context)).join(' / ');
    return refuse('when-ambiguous', { typed, list });
  }
  if (read.type === 'impossible') return impossible(read, typed, context);
  const { start, durationMinutes, rule, except } = read;
  const time = start.slice(10);
  return ok({
    ...{ start, zone, minutes: durationMinutes, rule, place },
    except: except.map((date) => `${date}${time}`),
  });
}

type Impossible = Extract<WhenUnderstanding, { type: 'impossible' }>;

function impossible(read: Impossible, typed: string, context: Context): Result<never> {
  switch (read.reason) {
    case 'past':
      return refuse('moment-past', { typed });
    case 'no-such-day':
      return refuse('moment-no-day', { typed });
    case 'no-such-hour':
      return refuse('moment-no-hour', { typed, after: wallText(read.after, context) });
    case 'end-before-start':
      return refuse('when-ends-first', { typed });
    case 'day-missing':
      return refuse('when-day-missing', { typed });
    case 'hour-missing':
      return refuse('when-hour-missing', { typed });
    case 'vacations':
      return refuse('when-vacations', { typed });
    case 'holidays-unknown':
      return refuse('when-holidays', { typed });
    case 'no-occurrence':
      return refuse('when-never', { typed });
    case 'no-such-occurrence':
      return refuse('when-not-then', { typed, day: wallText(read.date, context) });
  }
}

/** A wall time in words; the zone does not matter, since it is read and written in the same. */
function wallText(wall: string, { locale, now }: Context): string {
  const at = new Date(`${wall.length === 10 ? `${wall}T00:00` : wall}Z`);
  const reader = { zone: 'UTC', locale, now };
  return wall.length === 10 ? formatDay(at, reader) : formatMoment(at, reader);
}

/** When a meeting is, as a person would type it: what the form to move it proposes. */
export function whenTyped(
  { zone }: Series,
  { start, end, allDay }: Occurrence,
  locale: Locale,
): string {
  const day = new Intl.DateTimeFormat(locale, {
    ...{ timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' },
  }).format(start);
  if (allDay) return day;
  const minutes = Math.round((end.getTime() - start.getTime()) / 60_000);
  const time = formatTime(start, { zone, locale });
  return locale === 'fr'
    ? `${day} ${time} durée ${minutes} min`
    : `${day} ${time} for ${minutes} min`;
}
