import { Temporal } from 'temporal-polyfill';
import { printRule } from '../../kernel/dates/repetition/print.js';
import { parseRule } from '../../kernel/dates/repetition/read.js';
import type { Until } from '../../kernel/dates/repetition/rule.js';
import { isDay } from './document.js';

const compact = (text: string): string => text.replaceAll(/[-:]/g, '');

export const isUtc = (zone: string): boolean => /^(Etc\/)?(UTC|UCT|Zulu)$/.test(zone);

/** `20261201T190000Z`. */
export const utcText = (at: Date): string => compact(`${at.toISOString().slice(0, 19)}Z`);

/** Parameters and value of a date or a time (§3.3.4, §3.3.5), with the sign between them. */
export function timeText(walls: readonly string[], zone: string): string {
  const days = isDay(walls[0] ?? '');
  const values = walls.map((wall) => compact(days || wall.length > 16 ? wall : `${wall}:00`));
  if (days) return `;VALUE=DATE:${values.join(',')}`;
  if (isUtc(zone)) return `:${values.map((value) => `${value}Z`).join(',')}`;
  return `;TZID=${zone}:${values.join(',')}`;
}

/** The instant of a wall time, or of the last second of a day, where the clocks are read so. */
function endOf(until: Until, zone: string): Date {
  if (until.type === 'instant') return until.at;
  const local = until.type === 'day' ? `${until.day}T23:59:59` : until.local;
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
}

const dayIn = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();

/** A rule as other programs read it: its end is a day for whole days, else in UTC (§3.3.10). */
export function ruleText(rule: string, { start, zone }: { start: string; zone: string }): string {
  const read = parseRule(rule);
  if (!read.ok || read.value.until === null) return rule;
  const { until } = read.value;
  const day = (): string => {
    if (until.type === 'day') return until.day;
    return until.type === 'local' ? until.local.slice(0, 10) : dayIn(until.at, zone);
  };
  const end: Until = isDay(start)
    ? { type: 'day', day: day() }
    : { type: 'instant', at: endOf(until, zone) };
  return printRule({ ...read.value, until: end });
}

/** `PT1H30M`: an exact length, whatever the clocks do meanwhile. */
export function lengthText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return minutes === 0 ? 'PT0S' : `PT${hours ? `${hours}H` : ''}${rest ? `${rest}M` : ''}`;
}

/** The day after the last of so many whole days. */
export const dayAfter = (start: string, minutes: number): string =>
  Temporal.PlainDate.from(start)
    .add({ days: Math.max(1, Math.round(minutes / 1440)) })
    .toString();

/** The same instant on the wall of another zone; a day stays that day. */
export function inZone(wall: string, from: string, to: string): string {
  if (isDay(wall) || from === to) return wall;
  return Temporal.PlainDateTime.from(wall)
    .toZonedDateTime(from)
    .withTimeZone(to)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** From one wall time to another, each in its zone, in whole minutes; between days, in days. */
export function minutesBetween(
  start: { readonly wall: string; readonly zone: string },
  end: { readonly wall: string; readonly zone: string },
): number {
  if (isDay(start.wall)) {
    const [from, to] = [start.wall, end.wall].map((wall) =>
      Temporal.PlainDate.from(wall.slice(0, 10)),
    ) as [Temporal.PlainDate, Temporal.PlainDate];
    return from.until(to).days * 1440;
  }
  const at = ({ wall, zone }: typeof start): number =>
    (isDay(wall)
      ? Temporal.PlainDate.from(wall).toZonedDateTime(zone)
      : Temporal.PlainDateTime.from(wall).toZonedDateTime(zone)
    ).epochMilliseconds;
  return Math.round((at(end) - at(start)) / 60_000);
}
