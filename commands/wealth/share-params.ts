import type { MemberId } from '../../src/kernel/ids.js';
import { LOCALES } from '../../src/kernel/locale.js';
import type { Quantity } from '../../src/kernel/quantities/quantity.js';
import { ok, refuse } from '../../src/kernel/result.js';
import { fold } from '../../src/kernel/text.js';
import { type Formula, readFormula } from '../../src/wealth/sharing/formula.js';
import { COLUMNS, OPEN_RULES, SHARE_RULES } from '../../src/wealth/sharing/rules.js';
import { LIMITS } from '../../src/wealth/types.js';
import type { Context } from '../registry/context.js';
import { choice, type Param, param } from '../registry/param.js';
import { say } from '../words/index.js';
import { nature, natureName, quantity, wealthSettings } from './params.js';

/** An amount of money, in cents: « 1200€ », « 1 200,50 € ». */
export const money = (): Param<bigint> => {
  const inner = quantity();
  return {
    ...(inner as unknown as Param<bigint>),
    parse: async (typed, context) => {
      const digits = /^\s*\d[\d\s.,]*$/.test(typed);
      const read = await inner.parse(digits ? `${typed} €` : typed, context);
      if (!read.ok) return read;
      const { amount, unit } = read.value as Quantity;
      return unit === 'cent' ? ok(amount) : refuse('not-money', { typed });
    },
  };
};

/** The same, or nothing at all. */
export const moneyOrNone = (): Param<bigint> => {
  const some = money();
  return {
    ...some,
    parse: async (typed, context) =>
      /^\s*0+([.,]0+)?\s*(€|eur)?\s*$/i.test(typed) ? ok(0n) : some.parse(typed, context),
  };
};

/** A simulation by its short number: `P-3`. */
export const share = (): Param<number> =>
  param<number>({
    parse: async (typed) => {
      const [, digits] = /^\s*p?\s*-?\s*(\d{1,9})\s*$/i.exec(typed) ?? [];
      return digits ? ok(Number(digits)) : refuse('not-a-share-number', { typed });
    },
  });

export const shareRule = () =>
  choice(SHARE_RULES, (one, { locale }: Context) => say(locale, `share.rule.${one}`));

/** By what the rest is shared, once needs are answered. */
export const restRule = () =>
  choice(OPEN_RULES, (one, { locale }: Context) => say(locale, `share.rule.${one}`));

const MOST_WEIGHT = 100;

/** « soin 2, production 1 »: what each nature weighs. */
export const weights = (): Param<ReadonlyMap<string, number>> =>
  param<ReadonlyMap<string, number>>({
    takes: 'named',
    parse: async (typed, context) => {
      const found = new Map<string, number>();
      for (const part of typed.split(/[,;\n]/).filter((one) => one.trim() !== '')) {
        const [, name = '', digits] = /^\s*(.+?)\s*(?:[:=×x*]\s*)?(\d{1,3})\s*$/u.exec(part) ?? [];
        const weight = digits === undefined ? Number.NaN : Number(digits);
        if (!(weight <= MOST_WEIGHT)) return refuse('not-a-weight', { typed: part.trim() });
        const read = await nature().parse(name, context);
        if (!read.ok) return read;
        found.set(read.value, weight);
      }
      return ok(found);
    },
  });

/** How people may name what a formula counts. */
function namesOf({ community }: Pick<Context, 'community'>): Map<string, string> {
  const names = new Map<string, string>();
  for (const column of COLUMNS) {
    names.set(column, column);
    for (const locale of LOCALES) names.set(fold(say(locale, `column.${column}`)), column);
  }
  for (const one of wealthSettings(community).natures) {
    for (const locale of LOCALES) {
      names.set(fold(natureName(one, locale)).replaceAll(/\s+/g, '_'), `nature ${one}`);
    }
  }
  return names;
}

/** A community's own rule: « heures + 2 * soin ». */
export const formula = (): Param<{ readonly text: string; readonly reckon: Formula }> =>
  param<{ readonly text: string; readonly reckon: Formula }>({
    takes: 'named',
    maxLength: LIMITS.formula,
    parse: async (typed, context) => {
      const names = namesOf(context);
      const read = readFormula(typed, names);
      switch (read.type) {
        case 'understood':
          return ok({ text: typed.trim(), reckon: read.formula });
        case 'unknown-name': {
          const list = [...names.keys()].join(', ');
          return refuse('formula-name', { typed: read.name, list });
        }
        case 'unknown':
          return refuse('formula-unknown', { typed: read.at });
        case 'too-long':
          return refuse('too-long', { length: typed.length, max: LIMITS.formula });
      }
    },
  });

/** « Nadia 60, Bruno 40 »: a hundred points among the others. */
export const points = (): Param<ReadonlyMap<MemberId, number>> =>
  param<ReadonlyMap<MemberId, number>>({
    input: 'text',
    takes: 'words',
    maxLength: 4000,
    parse: async (typed, { services, community }) => {
      const members = await services.community.members(community.id);
      const found = new Map<MemberId, number>();
      for (const part of typed.split(/[,;\n]/).filter((one) => one.trim() !== '')) {
        const [, name = '', digits] = /^\s*@?(.+?)\s*[:=]?\s*(\d{1,3})\s*$/u.exec(part) ?? [];
        if (digits === undefined) return refuse('not-points', { typed: part.trim() });
        const named = members.filter((one) => fold(one.name) === fold(name));
        const [only] = named;
        if (!only) return refuse('unknown-member', { name });
        if (named.length > 1) return refuse('several-members', { name });
        found.set(only.id, (found.get(only.id) ?? 0) + Number(digits));
      }
      return ok(found);
    },
  });
