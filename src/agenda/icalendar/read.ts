import { parseRule } from '../../kernel/dates/repetition/read.js';
import { isZone } from '../../kernel/dates/zones.js';
import { ok, type Result } from '../../kernel/result.js';
import { cleanLine } from '../../kernel/text.js';
import type { CalendarObject } from './document.js';
import { onWallOf, type ReadEvent, readEvent, Unreadable, type Zones } from './event.js';
import { cut, type Piece } from './pieces.js';
import { isUtc } from './times.js';

/** A calendar as far as it can be read. */
export interface ReadCalendar {
  readonly name: string;
  readonly objects: readonly CalendarObject[];
  /** What could not be taken, with the code of a refusal that says why. */
  readonly skipped: readonly { readonly title: string; readonly reason: string }[];
}

/**
 * Reads a calendar that anybody may have written, in a time that grows with its length and no
 * faster. What is wrong with one event costs that event; see {@link cut} for what is refused.
 * Times that say no zone are in the calendar's, or in `zone`.
 */
export function readCalendar(
  text: string,
  { zone }: { readonly zone: string },
): Result<ReadCalendar> {
  const pieces = cut(text);
  if (!pieces.ok) return pieces;
  const { name, locations, events } = pieces.value;
  const fallback = isZone(pieces.value.zone) ? pieces.value.zone : zone;
  const skipped: { title: string; reason: string }[] = [];
  const read = events.flatMap((piece) => readOne(piece, { locations, fallback }, skipped));
  const byUid = new Map<string, ReadEvent[]>();
  for (const event of read) {
    const same = byUid.get(event.uid);
    if (same) same.push(event);
    else byUid.set(event.uid, [event]);
  }
  const objects = [...byUid.values()].flatMap((same) => objectsOf(same, fallback));
  return ok({ name: cleanLine(name.replaceAll(/\\(.)/g, '$1')), objects, skipped });
}

function readOne(
  piece: Piece,
  zones: Zones,
  skipped: { title: string; reason: string }[],
): ReadEvent[] {
  try {
    const event = readEvent(piece, zones);
    const rule = event.rule === null ? null : parseRule(event.rule);
    if (rule === null || rule.ok) return [event];
    skipped.push({ title: event.title, reason: rule.refusals[0].code });
  } catch (error) {
    const summary = piece.own.find((line) => /^SUMMARY[;:]/i.test(line)) ?? '';
    const reason = error instanceof Unreadable ? error.message : 'calendar-event-garbled';
    skipped.push({ title: cleanLine(summary.replace(/^[^:]*:/, '')), reason });
  }
  return [];
}

/** One meeting for a UID, the latest said; what speaks of no meeting that is here stands alone. */
function objectsOf(same: readonly ReadEvent[], fallback: string): CalendarObject[] {
  const bySequence = [...same].sort(
    (a, b) => a.sequence - b.sequence || a.stamp.getTime() - b.stamp.getTime(),
  );
  const master = bySequence.findLast(({ recurrenceAt }) => recurrenceAt === null);
  if (!master) {
    return bySequence.map((one) => {
      const { wall = '' } = one.recurrenceAt ?? {};
      const alone = { ...one, uid: `${one.uid} ${wall}`, recurrenceAt: null, rule: null };
      return { master: onWallOf(alone, homeOf(alone, fallback), null), overrides: [] };
    });
  }
  const zone = homeOf(master, fallback);
  const whole = onWallOf(master, zone, null);
  const overrides = new Map<string, CalendarObject['master']>();
  for (const one of bySequence) {
    if (one.recurrenceAt === null) continue;
    const override = { ...onWallOf(one, zone, whole.start), rule: null, except: [], extra: [] };
    overrides.set(override.recurrence ?? '', override);
  }
  return [{ master: whole, overrides: [...overrides.values()] }];
}

/** An instant that comes once is shown where people are; what repeats stays on its own clock. */
const homeOf = ({ zone, rule, extraAt }: ReadEvent, fallback: string): string =>
  isUtc(zone) && rule === null && extraAt.length === 0 ? fallback : zone;
