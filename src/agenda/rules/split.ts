import { printRule } from '../../kernel/dates/repetition/print.js';
import type { Rule, Until } from '../../kernel/dates/repetition/rule.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { findOccurrence, type Repetition } from './recurrence.js';
import { JUMP_SECONDS, MOST_LOOKED_AT, members, readSeries, type Series } from './series.js';
import { DAY_SECONDS, LAST_WALL, place, type Wall, wallOf, wallText } from './wall.js';

/** A series cut in two: what was before an occurrence, and it with all that follow. */
export interface Split {
  readonly head: Repetition;
  readonly tail: Repetition;
}

/**
 * « This one and the following »: no occurrence is lost nor in both. Refuses
 * `occurrence-unknown`, and `split-at-first` where « all » is what is meant.
 */
export function splitAt(repetition: Repetition, recurrenceId: string): Result<Split> {
  const series = readSeries(repetition);
  if (!series.ok) return series;
  const found = findOccurrence(repetition, recurrenceId);
  if (!found.ok) return found;
  const cut = wallOf(recurrenceId);
  if (!found.value || cut === null) return refuse('occurrence-unknown');
  if (cut <= series.value.start) return refuse('split-at-first');
  const { rule, except, extra, allDay } = series.value;
  const { before, next } = aroundCut(series.value, cut);
  const text = (wall: Wall): string => wallText(wall, allDay);
  const side = (walls: Iterable<Wall>, isHead: boolean): string[] =>
    [...walls].filter((wall) => wall < cut === isHead).map(text);
  // A rule that is over before the cut (an RDATE comes after it) stays as it is.
  const head = rule && next !== null ? headRule(series.value, rule, cut) : rule;
  const tail = rule && next !== null ? tailRule(rule, before) : null;
  const own = { zone: repetition.zone, allDay };
  const starts = next ?? cut;
  return ok({
    head: {
      ...{ ...own, start: repetition.start, rule: head && printRule(head) },
      ...{ except: side(except, true), extra: side(extra, true) },
    },
    tail: {
      ...{ ...own, start: text(starts), rule: tail && printRule(tail) },
      ...{
        except: side(except, false),
        extra: side(extra, false).filter((one) => one !== text(starts)),
      },
    },
  });
}

/** How many of its own the series has before the cut, and its first from there on. */
function aroundCut(series: Series, cut: Wall): { before: number | null; next: Wall | null } {
  const counted = series.rule?.count != null;
  let before = 0;
  for (const wall of members(series, { from: cut, to: LAST_WALL }, { left: MOST_LOOKED_AT })) {
    if (wall >= cut) return { before: counted ? before : null, next: wall };
    before += 1;
  }
  return { before: counted ? before : null, next: null };
}

function tailRule(rule: Rule, before: number | null): Rule {
  return before === null || rule.count === null ? rule : { ...rule, count: rule.count - before };
}

/** Ends a second before the cut; a day before for what lasts all day (UNTIL is then a date). */
function headRule(series: Series, rule: Rule, cut: Wall): Rule {
  const { zone, allDay } = series;
  const ending = (until: Until): Rule => ({ ...rule, count: null, until });
  if (allDay) return ending({ type: 'day', day: wallText(cut - DAY_SECONDS, true) });
  const head = ending({ type: 'instant', at: new Date(+place(cut, zone).at - 1000) });
  // On a night when clocks go forward, an hour that does not exist is put after a later one: no
  // instant then separates them, and the end is said in local time.
  const local = ending({ type: 'local', local: wallText(cut - 1, false) });
  const isCutClean = `${around(series, head, cut)}` === `${around(series, local, cut)}`;
  return isCutClean ? head : local;
}

function around(series: Series, rule: Rule, cut: Wall): Wall[] {
  const budget = { left: MOST_LOOKED_AT };
  const walls: Wall[] = [];
  const near = { from: cut - JUMP_SECONDS, to: cut + JUMP_SECONDS };
  for (const wall of members({ ...series, rule }, near, budget))
    if (wall >= near.from) walls.push(wall);
  return walls;
}
