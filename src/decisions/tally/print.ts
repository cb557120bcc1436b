import { IntlMessageFormat } from 'intl-messageformat';
import { withFrenchBlanks } from '../../kernel/french.js';
import type { Locale } from '../../kernel/locale.js';
import { cleanLine } from '../../kernel/text.js';
import type { Fault } from '../methods/reader.js';
import type { Outcome, Step, StepParam, TallyResult } from '../methods/result.js';
import { faultWords } from './fault-words.js';
import { words } from './words.js';

type Values = Record<string, string | number | Date>;

export const outcomeWord = (outcome: Outcome, locale: Locale): string =>
  words[locale].outcome[outcome];

/** A step of the working, as a sentence. */
export const sentence = (step: Step, locale: Locale): string =>
  say(words[locale].full[step.code], locale, values(step, locale));

/**
 * The result on one line, with what made it:
 * « Adoptée : 12 pour, 2 contre, 1 abstention ; quorum 10 atteint ; seuil 2/3 atteint ».
 */
export function resultLine(result: TallyResult, locale: Locale): string {
  const briefs = result.steps
    .map((step) => say(words[locale].brief[step.code], locale, values(step, locale)))
    .filter((brief) => brief !== '');
  const [colon, semicolon] = SIGNS[locale];
  return `${outcomeWord(result.outcome, locale)}${colon}${briefs.join(semicolon)}`;
}

const SIGNS = { fr: ['\u00A0: ', '\u202F; '], en: [': ', '; '] } as const;

/** A fault with its place: « ballots[3].vote : il manque ici une valeur. » */
export function faultLine(fault: Fault, locale: Locale): string {
  const told = say(faultWords[locale][fault.code], locale, fault.params);
  if (!fault.field) return told;
  return `${fault.field}${SIGNS[locale][0]}${told}`;
}

const formats = new Map<string, IntlMessageFormat>();

function say(pattern: string, locale: Locale, params: Values): string {
  const key = `${locale} ${pattern}`;
  let format = formats.get(key);
  if (!format) {
    const typeset = locale === 'fr' ? withFrenchBlanks(pattern) : pattern;
    format = new IntlMessageFormat(typeset, locale, undefined, { ignoreTag: true });
    formats.set(key, format);
  }
  return String(format.format(params));
}

/** What a message is filled with. A quantity `x` gives `x`, as text, and `xN`, for its plural. */
function values(step: Step, locale: Locale): Values {
  const values: Values = {};
  for (const [name, param] of Object.entries(step.params)) {
    values[name] = written(param, locale);
    if (typeof param === 'object' && 'amount' in param) {
      values[`${name}N`] = sizeOf(param.amount);
    }
  }
  return values;
}

function written(param: StepParam, locale: Locale): string | number {
  if (typeof param === 'number') return param;
  // People's words come last into the sentence, on one line and without deceptive characters.
  if (typeof param === 'string') return cleanLine(param);
  if ('amount' in param) return quantity(param.amount, locale);
  if ('share' in param) return share(param.share, locale);
  return new Intl.ListFormat(locale).format(param.map(cleanLine));
}

/** About how much, to choose between singular and plural. */
function sizeOf(exact: string): number {
  const [top, bottom = 1] = exact.split('/');
  return Number(top) / Number(bottom);
}

const MILLION = 10n ** 6n;

/** Exact: a whole number, a decimal where six places hold it, or else the fraction itself. */
function quantity(exact: string, locale: Locale): string {
  const [top = '', bottom = '1'] = exact.split('/');
  const [scaled, divisor] = [BigInt(top) * MILLION, BigInt(bottom)];
  if (scaled % divisor !== 0n) return exact;
  const millionths = scaled / divisor;
  const decimals = String(millionths % MILLION).padStart(6, '0');
  return decimal(`${millionths / MILLION}.${decimals}`, locale);
}

/** A share as it was written: a fraction stays one, a decimal and a percentage follow the language. */
function share(text: string, locale: Locale): string {
  const [, number, percent = ''] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (number === undefined) return text;
  const blank = locale === 'fr' && percent !== '' ? '\u202F' : '';
  return `${decimal(number, locale)}${blank}${percent}`;
}

/** From text to text, so that no digit is lost on the way. */
const decimal = (text: string, locale: Locale): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(
    text as Intl.StringNumericLiteral,
  );
