import type { Locale } from '../../locale.js';
import { dates } from './day-dates.js';
import { daysOfMonths } from './day-months.js';
import { daysAhead, nearDays, weekdays, wideDays } from './day-weeks.js';
import type { Day } from './days.js';
import { hour, inPart, type Minutes, type Part, part, partOfToday, within } from './hours.js';
import { daysFromNow, elapsed } from './lengths.js';
import { backLink, lead, link } from './particles.js';
import { either, map, optional, type Rule, seq, word } from './rule.js';
import { type Turn, turn } from './turns.js';

/** What a whole phrase says; what it leaves out is `null`. */
export type Phrase =
  | { readonly type: 'elapsed'; readonly minutes: number }
  | {
      readonly type: 'on';
      readonly day: Day | null;
      readonly part: Part | null;
      readonly minutes: Minutes | null;
      /** Which of the two, of an hour that comes twice. */
      readonly turn: Turn | null;
    };

interface DayAndPart {
  readonly day: Day;
  readonly part: Part | null;
}

const at = ({ day, part }: DayAndPart, minutes: Minutes): Phrase | undefined => {
  const kept = part ? within(minutes, part) : minutes;
  return kept && { type: 'on', day, part, minutes: kept, turn: null };
};

/** The grammar of one moment, French and English together. */
export function moment(locale: Locale): Rule<Phrase> {
  const anyDay = either(nearDays, weekdays, wideDays, daysFromNow, dates(locale), daysOfMonths);
  const dayAndPart: Rule<DayAndPart> = either(
    map(seq(anyDay, optional(either(part, inPart))), ([day, which]) => ({ day, part: which })),
    map(partOfToday, (which) => ({ day: daysAhead(0), part: which })),
  );
  const phrase: Rule<Phrase> = either<Phrase>(
    map(dayAndPart, (value) => ({
      type: 'on',
      ...value,
      minutes: null,
      turn: null,
    })),
    map(seq(dayAndPart, link, hour(locale, 24)), ([value, , minutes]) => at(value, minutes)),
    map(seq(hour(locale, 24), backLink, dayAndPart), ([minutes, , value]) => at(value, minutes)),
    map(hour(locale, 23), (minutes) => ({
      type: 'on',
      day: null,
      part: null,
      minutes,
      turn: null,
    })),
    map(elapsed, (minutes) => ({ type: 'elapsed', minutes })),
    map(word('ce midi'), () => ({
      type: 'on',
      day: daysAhead(0),
      part: null,
      minutes: [720],
      turn: null,
    })),
  );
  return map(seq(lead, phrase, optional(turn)), ([, value, which]) => {
    if (which === null) return value;
    return value.type === 'on' && value.minutes ? { ...value, turn: which } : undefined;
  });
}
