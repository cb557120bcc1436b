import type { Locale } from '../../locale.js';
import { formatList } from '../intl.js';
import type { Rule } from './rule.js';
import { dayWords, everyWords, monthName, nthWords, ofMonth, weekdayName } from './words.js';

const say = (locale: Locale, fr: string, en: string): string => (locale === 'fr' ? fr : en);

const isWorking = ({ weekdays }: Rule): boolean =>
  weekdays.length === 5 && weekdays.every(({ weekday, nth }) => weekday <= 5 && nth === null);

/** On which days, in words, for a rule already simplified; `null` when it is too odd for words. */
export function daysSaid(rule: Rule, locale: Locale): string | null {
  if (rule.weeks.length + rule.yearDays.length > 0) return null;
  if (rule.frequency === 'WEEKLY') return weekly(rule, locale);
  if (rule.frequency === 'MONTHLY') return monthly(rule, locale);
  if (rule.frequency === 'YEARLY') return yearly(rule, locale);
  const isPlain = rule.weekdays.length + rule.monthDays.length + rule.positions.length === 0;
  const isQuick = rule.frequency !== 'DAILY' && rule.hours.length + rule.minutes.length > 0;
  return isPlain && !isQuick ? everyWords(rule.frequency, rule.interval, locale) : null;
}

function weekly(rule: Rule, locale: Locale): string | null {
  if (rule.positions.length > 0) return null;
  const names = [...new Set(rule.weekdays.map(({ weekday }) => weekday))]
    .sort((a, b) => a - b)
    .map((weekday) => weekdayName(weekday, locale));
  if (rule.interval === 1) {
    if (names.length === 7) return everyWords('DAILY', 1, locale);
    if (isWorking(rule)) return say(locale, 'chaque jour ouvré', 'every working day');
    if (locale === 'en') return `every ${formatList(names, 'en')}`;
    if (names.length < 3) return names.map((name) => `chaque ${name}`).join(' et ');
  }
  const every = everyWords('WEEKLY', rule.interval, locale);
  if (locale === 'en') return `${every}, on ${formatList(names, 'en')}`;
  return `${every}, ${formatList(
    names.map((name) => `le ${name}`),
    'fr',
  )}`;
}

function monthly(rule: Rule, locale: Locale): string | null {
  const [date] = rule.monthDays;
  const [day] = rule.weekdays;
  const isBoth = rule.monthDays.length === 1 && rule.weekdays.length === 1;
  if (isBoth && date && day && date > 0 && day.nth === null && rule.interval === 1)
    return rule.positions.length > 0
      ? null
      : say(
          locale,
          `chaque ${weekdayName(day.weekday, 'fr')} ${dayWords.fr(date)}`,
          `every ${weekdayName(day.weekday, 'en')} the ${dayWords.en(date)}`,
        );
  const each = rule.interval === 1 ? eachExcept(rule, locale) : null;
  if (each) return each;
  const days = inMonth(rule, locale);
  if (days === null) return null;
  const on = say(locale, days, `on ${days}`);
  const said =
    rule.interval === 1
      ? `${on} ${say(locale, 'du mois', 'of the month')}`
      : `${everyWords('MONTHLY', rule.interval, locale)}, ${on}`;
  const mayLack = rule.monthDays.some((one) => one > 28);
  return said + (mayLack ? say(locale, ', quand il existe', ', when there is one') : '');
}

/** « chaque mardi sauf le premier du mois »: all of one weekday but one of them. */
function eachExcept({ weekdays, monthDays, positions }: Rule, locale: Locale): string | null {
  const [first] = weekdays;
  const same = weekdays.every(({ weekday, nth }) => weekday === first?.weekday && nth !== null);
  if (!first || !same || monthDays.length + positions.length > 0) return null;
  const sign = (first.nth ?? 0) < 0 ? -1 : 1;
  const kept = new Set(weekdays.map(({ nth }) => (nth ?? 0) * sign));
  const out = [1, 2, 3, 4, 5].filter((n) => !kept.has(n));
  // Both sides mixed, or one that is listed as well.
  if (kept.size !== weekdays.length || out.length + kept.size !== 5 || out.length > 1) return null;
  const name = weekdayName(first.weekday, locale);
  const list = joined(
    out.map((n) => nthWords(n * sign, locale)),
    locale,
  );
  if (out.length === 0) return say(locale, `chaque ${name}`, `every ${name}`);
  return (
    list &&
    say(locale, `chaque ${name} sauf ${list} du mois`, `every ${name} except ${list} of the month`)
  );
}

function yearly(rule: Rule, locale: Locale): string | null {
  const [month] = rule.months;
  const days = inMonth(rule, locale);
  if (!month || rule.months.length > 1 || days === null) return null;
  const every = everyWords('YEARLY', rule.interval, locale);
  const name = monthName(month, locale);
  const lacks = month === 2 && rule.monthDays.includes(29);
  const end = lacks ? say(locale, ', quand il existe', ', when there is one') : '';
  if (locale === 'en') return `${every}, on ${days} of ${name}${end}`;
  const isDated = rule.weekdays.length === 0 && rule.monthDays.every((day) => day > 0);
  return `${every}, ${days} ${isDated ? name : ofMonth(name)}${end}`;
}

/** « le 1er et le 15 », « le premier et le troisième mardi », « le dernier jour ouvré ». */
function inMonth(rule: Rule, locale: Locale): string | null {
  const { weekdays, monthDays, positions } = rule;
  const [position] = positions;
  if (weekdays.length > 0 && monthDays.length > 0) return null;
  if (position !== undefined) {
    const isEvery = isWorking(rule) && rule.hours.length + rule.minutes.length === 0;
    const nth = positions.length === 1 && isEvery ? nthWords(position, locale) : null;
    return nth && `${nth} ${say(locale, 'jour ouvré', 'working day')}`;
  }
  const dates = [...monthDays.filter((day) => day > 0), ...monthDays.filter((day) => day < 0)];
  return weekdays.length > 0 ? counted(rule, locale) : joined(dates.map(dateSaid(locale)), locale);
}

const dateSaid =
  (locale: Locale) =>
  (day: number): string | null => {
    if (day > 0) return say(locale, `le ${dayWords.fr(day)}`, `the ${dayWords.en(day)}`);
    const nth = nthWords(day, locale);
    return nth && say(locale, `${nth} jour`, `${nth} day`);
  };

function counted({ weekdays }: Rule, locale: Locale): string | null {
  const fromStart = (nth: number | null): number => ((nth ?? 0) < 0 ? 100 : 0) + (nth ?? 0);
  const all = weekdays.toSorted((a, b) => fromStart(a.nth) - fromStart(b.nth));
  const names = all.map(({ weekday }) => weekdayName(weekday, locale));
  const places = all.map(({ nth }) => (nth === null ? null : nthWords(nth, locale)));
  if (new Set(names).size > 1)
    return joined(
      places.map((nth, i) => nth && `${nth} ${names[i]}`),
      locale,
    );
  const list = joined(places, locale);
  return list && `${list} ${names[0]}`;
}

const joined = (items: readonly (string | null)[], locale: Locale): string | null => {
  const said = items.filter((item) => item !== null);
  return said.length === items.length ? formatList(said, locale) : null;
};
