import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../calendar.js';
import type { HourSpan } from '../grammar/when/clause.js';
import { shortEnough } from '../grammar/when/day-spans.js';
import { place } from '../resolve.js';
import { isBefore } from './limits.js';
import type { Reading } from './reading.js';
import type { Setting, WhenOutcome } from './resolve.js';
import { wallLength } from './wall.js';

const DAY = 1440;

interface Block {
  readonly start: number;
  readonly lengthMinutes: number | null;
  readonly rule: string | null;
}

/** Several days: whole, each at the same hours, or in one stretch from an hour to another. */
export function resolveSpan(reading: Reading, setting: Setting): readonly WhenOutcome[] {
  if (!reading.days) return [];
  const { days, firstMinutes, lastMinutes } = reading.days;
  const zone = setting.now.timeZoneId;
  const today = setting.now.toPlainDate();
  const span = days(today);
  if (span.type === 'running')
    return [{ type: 'refused', refusal: { reason: 'past', start: today.toString() } }];
  if (span.type !== 'days') return [{ type: 'refused', refusal: { reason: span.type } }];
  const { first, last } = span;
  if (!shortEnough(first, last)) return [];
  const count = first.until(last).days + 1;
  const at = (block: Block) => held(first, block, setting);

  if (firstMinutes !== null && lastMinutes !== null) {
    if (reading.hours) return [];
    const lengthMinutes = wallLength([first, firstMinutes], [last, lastMinutes], zone);
    return at({ start: firstMinutes, lengthMinutes, rule: null });
  }
  const { hours } = reading;
  if (hours === null && reading.minutes !== null)
    return [{ type: 'refused', refusal: { reason: 'hour-missing' } }];
  if (!Array.isArray(hours)) return [wholeDays(first, count, setting)];
  const rule = `FREQ=DAILY;COUNT=${count}`;
  return (hours as readonly HourSpan[]).flatMap(({ start, end }) => {
    const daily = { start, lengthMinutes: end === null ? reading.minutes : end - start, rule };
    if (end === null) return at(daily);
    // From the first hour of the first day to the last of the last: said the same.
    const lengthMinutes = wallLength([first, start], [last, end], zone);
    return [...at(daily), ...at({ start, lengthMinutes, rule: null })];
  });
}

function wholeDays(first: PlainDate, count: number, { now }: Setting): WhenOutcome {
  if (isBefore(first, now.toPlainDate()))
    return { type: 'refused', refusal: { reason: 'past', start: first.toString() } };
  return {
    type: 'found',
    mended: false,
    when: {
      start: first.toString(),
      at: new Date(first.toZonedDateTime(now.timeZoneId).epochMilliseconds),
      allDay: true,
      dateOnly: false,
      durationMinutes: count * DAY,
      rule: null,
      except: [],
    },
  };
}

function held(date: PlainDate, block: Block, { now }: Setting): WhenOutcome[] {
  const { start, lengthMinutes, rule } = block;
  const { instants, after } = place(date, start, now.timeZoneId);
  const text = (at: Temporal.Instant) =>
    at.toZonedDateTimeISO(now.timeZoneId).toPlainDateTime().toString({ smallestUnit: 'minute' });
  const said = date
    .toPlainDateTime('00:00')
    .add({ minutes: start })
    .toString({ smallestUnit: 'minute' });
  if (instants.length === 0 && after)
    return [
      { type: 'refused', refusal: { reason: 'no-such-hour', start: said, after: text(after) } },
    ];
  const ahead = instants.filter((at) => Temporal.Instant.compare(at, now.toInstant()) > 0);
  if (ahead.length === 0) return [{ type: 'refused', refusal: { reason: 'past', start: said } }];
  return ahead.map((at) => ({
    type: 'found',
    mended: false,
    when: {
      start: said,
      at: new Date(at.epochMilliseconds),
      allDay: false,
      dateOnly: false,
      durationMinutes: lengthMinutes,
      rule,
      except: [],
    },
  }));
}
