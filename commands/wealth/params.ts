import { formatList } from '../../src/kernel/dates/format.js';
import { understandPastDay } from '../../src/kernel/dates/past.js';
import { LOCALES, type Locale } from '../../src/kernel/locale.js';
import { parseQuantity } from '../../src/kernel/quantities/parse.js';
import type { Quantity } from '../../src/kernel/quantities/quantity.js';
import { ok, refuse } from '../../src/kernel/result.js';
import { cleanLine, fold } from '../../src/kernel/text.js';
import {
  FIRST_SETTINGS,
  SCALES,
  type Scale,
  STEPS,
  type Step,
  type WealthContext,
  type WealthSettings,
} from '../../src/wealth/types.js';
import type { Context } from '../registry/context.js';
import { advanced, optional, type Param, param } from '../registry/param.js';
import { optionalWords } from '../words/command-words.js';
import { say } from '../words/index.js';

/** What this community means by its words. */
export const wealthSettings = ({ settings }: Context['community']): WealthSettings => ({
  ...FIRST_SETTINGS,
  ...(settings.wealth as Partial<WealthSettings> | undefined),
});

/** « 3h », « 12,50 € », « 4 kg ». */
export const quantity = (): Param<Quantity> =>
  param<Quantity>({
    takes: 'amount',
    maxLength: 40,
    parse: async (typed, { community }) => {
      const settings = wealthSettings(community);
      const read = parseQuantity(cleanLine(typed), settings);
      if (read.type === 'understood') return ok(read.quantity);
      const tokens = settings.tokens.map((token) => `, 3 ${token}`).join('');
      return refuse(`quantity-${read.type}`, { typed, tokens });
    },
  });

/** What a nature is called: ours in the reader's language, a community's own as it wrote it. */
export const natureName = (nature: string, locale: Locale): string =>
  optionalWords(locale, `nature.${nature}`) || nature;

/** What was given, from the community's list: a key of ours, or its own words. */
export const nature = (): Param<string> =>
  param<string>({
    takes: 'words',
    closed: true,
    options: async ({ community, locale }) =>
      wealthSettings(community).natures.map((one) => ({
        value: one,
        label: natureName(one, locale),
      })),
    parse: async (typed, { community, locale }) => {
      const { natures } = wealthSettings(community);
      const words = fold(typed);
      const called = (one: string): string[] => [
        fold(one),
        ...LOCALES.map((language) => fold(natureName(one, language))),
      ];
      const exact = natures.find((one) => called(one).includes(words));
      const begun = natures.filter((one) => called(one).some((name) => name.startsWith(words)));
      const found = exact ?? (words.length > 2 && begun.length === 1 ? begun[0] : undefined);
      if (found !== undefined) return ok(found);
      const list = natures.map((one) => natureName(one, locale)).join(', ');
      return refuse('not-in-list', { typed, list });
    },
  });

/** How a button names a context: `K-3`; people use its name. */
export const contextTyped = ({ number }: Pick<WealthContext, 'number'>): string => `K-${number}`;

/** A context by its name. */
export const context = (): Param<WealthContext> =>
  param<WealthContext>({
    takes: 'words',
    closed: true,
    options: async ({ services, community }) =>
      (await services.wealth.contexts(community.id)).map(({ name }) => ({
        value: name,
        label: name,
      })),
    parse: async (typed, { services, community }) => {
      const [, number] = /^\s*k-?(\d{1,7})\s*$/i.exec(typed) ?? [];
      const named = await services.wealth.context(community.id, { name: cleanLine(typed) });
      const found =
        named ??
        (number && (await services.wealth.context(community.id, { number: Number(number) })));
      return found ? ok(found) : refuse('unknown-context', { name: typed });
    },
  });

const MOST_OFFERED = 25;

/** A contribution by its short number: `12`, `R-12`. Offers one's own, the latest first. */
export const contribution = (): Param<number> =>
  param<number>({
    options: async ({ services, community, member }) => {
      const own = { member: member.id, limit: MOST_OFFERED };
      return (await services.wealth.contributions(community.id, own, member.id)).map(
        ({ contribution: { number }, content }) => ({
          value: `R-${number}`,
          label: `R-${number} · ${content?.what ?? ''}`,
        }),
      );
    },
    parse: async (typed) => {
      const [, digits] = /^\s*r?\s*-?\s*(\d{1,9})\s*$/i.exec(typed) ?? [];
      return digits ? ok(Number(digits)) : refuse('not-a-contribution', { typed });
    },
  });

/** The day it was done on: « hier », « 12 octobre ». As an ISO 8601 day. */
export const pastDay = (): Param<string> =>
  param<string>({
    takes: 'named',
    parse: async (typed, { community: { zone }, now, locale }) => {
      const read = understandPastDay({ text: typed, now, zone, locale });
      if (read.type === 'understood') return ok(read.day);
      if (read.type === 'unknown') return refuse('day-unknown', { typed });
      return refuse('moment-ambiguous', { typed, list: formatList(read.candidates, locale) });
    },
  });

/** One of five steps, in words and with a face. */
const step = (scale: Scale): Param<Step> =>
  param<Step>({
    input: 'choice',
    options: async ({ locale }) =>
      STEPS.map((one) => ({ value: String(one), label: say(locale, `step.${scale}.${one}`) })),
    parse: async (typed, { locale }) => {
      const words = bare(typed);
      const found = STEPS.find(
        (one) =>
          typed.trim() === String(one) ||
          LOCALES.some((language) => bare(say(language, `step.${scale}.${one}`)) === words),
      );
      if (found) return ok(found);
      const list = STEPS.map((one) => say(locale, `step.${scale}.${one}`)).join(', ');
      return refuse('not-in-list', { typed, list });
    },
  });

/** Without the face. */
const bare = (words: string): string => fold(words.replaceAll(/[^\p{L}\p{N}' ’-]/gu, ' '));

type Steps = { readonly [Name in Scale]: Param<Step | null> };

/** How it was, each left out unless one cares to say. */
export const scales = (): Steps =>
  Object.fromEntries(SCALES.map((scale) => [scale, advanced(optional(step(scale)))])) as Steps;

export const scalesOf = (
  args: Readonly<Record<Scale, Step | null>>,
): Partial<Record<Scale, Step>> =>
  Object.fromEntries(
    SCALES.flatMap((scale) => (args[scale] === null ? [] : [[scale, args[scale]]])),
  );
