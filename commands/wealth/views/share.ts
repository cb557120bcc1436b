import Fraction from 'fraction.js';
import { formatList, formatNumber } from '../../../src/kernel/dates/format.js';
import { formatQuantity } from '../../../src/kernel/quantities/format.js';
import * as policy from '../../../src/wealth/policy.js';
import {
  OPEN_RULES,
  type OpenRule,
  SHARE_RULES,
  type ShareRule,
} from '../../../src/wealth/sharing/rules.js';
import type { Distribution, Payment, ShareLine, WealthContext } from '../../../src/wealth/types.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import type { Action, Block, Inline, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Around, nameOf } from '../drawing.js';
import { contextTyped, natureName } from '../params.js';
import { LANDMARK } from './card.js';
import { listOf, titled } from './context.js';
import { byName, table } from './matrix.js';

export const euros = (cents: bigint | string, { locale }: Pick<Around, 'locale'>): string =>
  formatQuantity({ amount: BigInt(cents), unit: 'cent' }, locale);

export const shared = (one: Distribution, rule: string): readonly ShareLine[] | null => {
  const result = one.results[rule];
  return result?.type === 'shared' ? result.lines : null;
};

/** Several rules side by side, on the same figures. */
export function simulationPage(around: Around, one: Distribution, context: WealthContext): View {
  const { locale } = around;
  const { number, terms, cents } = one;
  const rules = SHARE_RULES.filter((rule) => shared(one, rule) !== null);
  const people = [
    ...new Set(rules.flatMap((rule) => shared(one, rule) ?? []).map(({ member }) => member)),
  ];
  const amount = (rule: ShareRule, member: string): string => {
    const line = shared(one, rule)?.find((own) => own.member === member);
    return line ? euros(line.cents, around) : '';
  };
  const name = context.name;
  // Bounds can be such that no rule shares it.
  const choosing = (label: string, command: string, among: readonly ShareRule[]): Action[] => {
    const options = among.map((rule) => ({
      value: rule,
      label: say(locale, `share.rule.${rule}`),
    }));
    return options.length === 0
      ? []
      : [select({ label, act: act(command, { share: number }), param: 'rule', options })];
  };
  return view({
    title: [say(locale, 'share.title', { number, pot: euros(cents, around), name })],
    landmark: LANDMARK,
    reference: `P-${number}`,
    blocks: [
      text(say(locale, 'share.body', { count: terms.count })),
      table(
        say(locale, 'share.title', { number, pot: euros(cents, around), name }),
        [say(locale, 'matrix.who'), ...rules.map((rule) => say(locale, `share.rule.${rule}`))],
        byName(people, around).map((id) => [
          nameOf(around, id),
          ...rules.map((rule) => amount(rule, id)),
        ]),
      ),
      ...termNotes(around, one, SHARE_RULES),
      ...OPEN_RULES.flatMap((rule) => unavailable(around, one, rule)),
      ...(shared(one, 'needs')
        ? []
        : [note(...rich(locale, 'share.needs', { name, ...restOf(around, one) }))]),
      note(say(locale, 'share.decide')),
    ],
    actions: [
      ...choosing(say(locale, 'share.why'), 'wealth.share-show', rules),
      ...choosing(
        say(locale, 'share.propose'),
        'wealth.share-decide',
        proposable(around, one, context, rules),
      ),
      button(say(locale, 'share.points'), act('wealth.points', { context: contextTyped(context) })),
      button(say(locale, 'share.need'), act('wealth.need', { context: contextTyped(context) })),
    ],
  });
}

/** Needs come to light only when they are proposed, by who holds the context. */
function proposable(
  { reader }: Around,
  { terms }: Distribution,
  context: WealthContext,
  rules: readonly ShareRule[],
): readonly ShareRule[] {
  const keeps = reader !== null && policy.mayHoldPeriods(reader, context);
  const bounded = terms.floor !== '0' || terms.cap !== null;
  return keeps && !bounded && !rules.includes('needs') ? [...rules, 'needs'] : rules;
}

/** How what needs leave is shared, in words. */
const restOf = ({ locale }: Pick<Around, 'locale'>, { terms }: Distribution) => ({
  rest: say(locale, `share.rule.${terms.rest ?? 'equal'}`),
});

export const aboutRule = (around: Around, one: Distribution, rule: ShareRule): string =>
  say(around.locale, `share.about.${rule}`, restOf(around, one));

/** What bends these rules, in words. */
function termNotes(around: Around, { terms }: Distribution, rules: readonly ShareRule[]): Block[] {
  const { locale } = around;
  const { floor, cap, weights, formula } = terms;
  const named = Object.entries(weights).map(
    ([nature, weight]) => `${natureName(nature, locale)} × ${weight}`,
  );
  return [
    ...(floor === '0' ? [] : [note(say(locale, 'share.floor', { floor: euros(floor, around) }))]),
    ...(cap === null ? [] : [note(say(locale, 'share.cap', { cap: euros(cap, around) }))]),
    ...(named.length === 0 || !rules.includes('weighted')
      ? []
      : [note(say(locale, 'share.weights', { list: formatList(named, locale) }))]),
    ...(formula === null || !rules.includes('formula')
      ? []
      : [note(...rich(locale, 'share.formula', { formula }))]),
  ];
}

function unavailable(around: Around, { results }: Distribution, rule: OpenRule): Block[] {
  const type = results[rule]?.type;
  if (!type || type === 'shared') return [];
  const { locale } = around;
  const because = type === 'not-asked' ? `share.not-asked.${rule}` : `share.${type}`;
  if (because === 'share.not-asked.equal' || because === 'share.not-asked.time') return [];
  const why = say(locale, because as 'share.too-few');
  return [note(say(locale, 'share.without', { rule: say(locale, `share.rule.${rule}`), why }))];
}

/** Why this amount: one sentence a line. */
export function lineText(
  around: Around,
  one: Distribution,
  rule: ShareRule,
  line: ShareLine,
): string {
  const { locale } = around;
  const result = one.results[rule];
  const all = result?.type === 'shared' ? result.all : '0';
  const short = result?.type === 'shared' && result.short === true;
  const fill = {
    name: nameOf(around, line.member),
    amount: euros(line.cents, around),
    weight: weightText(around, rule, line.weight),
    all: weightText(around, rule, all),
    ...restOf(around, one),
  };
  const why = say(locale, short ? 'share.line.needs.short' : `share.line.${rule}`, fill);
  const bound = line.bound ? ` ${say(locale, `share.line.${line.bound}`)}` : '';
  const tied = line.tied ? ` ${say(locale, 'share.line.tied')}` : '';
  return `${why}${bound}${tied}`;
}

function weightText(around: Around, rule: ShareRule, weight: string): string {
  const { locale } = around;
  const value = new Fraction(weight);
  if (rule === 'time') {
    return formatQuantity({ amount: (value.s * value.n) / value.d, unit: 'min' }, locale);
  }
  const shown = rule === 'weighted' ? value.div(60) : value;
  return formatNumber(Number(shown.round(2).valueOf()), locale);
}

/** One rule in full: the sentences, what each gets. */
export function rulePage(
  around: Around,
  one: Distribution,
  rule: ShareRule,
  context: WealthContext,
): View {
  const { locale } = around;
  const { number, cents } = one;
  const lines = shared(one, rule) ?? [];
  const order = byName(
    lines.map(({ member }) => member),
    around,
  );
  const sorted = order.flatMap((id) => lines.filter(({ member }) => member === id));
  const named = say(locale, `share.rule.${rule}`);
  const fill = { number, pot: euros(cents, around), name: context.name, rule: named };
  return view({
    title: [say(locale, 'share.rule-title', fill)],
    landmark: LANDMARK,
    reference: `P-${number}`,
    blocks: [
      text(aboutRule(around, one, rule)),
      listOf(sorted.map((line): Inline[] => [lineText(around, one, rule, line)])),
      ...termNotes(around, one, [rule]),
    ],
    actions: [
      button(
        say(locale, 'share.propose-this'),
        act('wealth.share-decide', { share: number, rule }),
        'primary',
      ),
      button(say(locale, 'share.all-rules'), act('wealth.share-show', { share: number })),
    ],
  });
}

/** What is owed, what is paid. */
export function paymentsPage(
  around: Around,
  one: Distribution,
  payments: readonly Payment[],
  mayPay: boolean,
): View {
  const { locale } = around;
  const { number } = one;
  const sorted = byName(
    payments.map(({ member }) => member),
    around,
  ).flatMap((id) => payments.filter(({ member }) => member === id));
  const choose = (label: string, among: readonly Payment[], paid: 'yes' | 'no'): Action[] =>
    among.length === 0 || !mayPay
      ? []
      : [
          select({
            ...{ label, act: act('wealth.share-pay', { share: number, paid }), param: 'member' },
            options: among.map(({ member, cents }) => ({
              value: nameOf(around, member),
              label: `${nameOf(around, member)} · ${euros(cents, around)}`,
            })),
          }),
        ];
  const sum = (all: readonly Payment[]): string =>
    euros(
      all.reduce((total, { cents }) => total + cents, 0n),
      around,
    );
  const paid = payments.filter(({ paidAt }) => paidAt !== null);
  return view({
    title: [say(locale, 'share.payments.title', { number })],
    landmark: LANDMARK,
    reference: `P-${number}`,
    blocks: [
      titled(say(locale, 'share.payments.sum', { paid: sum(paid), all: sum(payments) })),
      table(
        say(locale, 'share.payments.title', { number }),
        ['matrix.who', 'share.amount', 'share.paid'].map((key) => say(locale, key as 'share.paid')),
        sorted.map(({ member, cents, paidAt }) => [
          nameOf(around, member),
          euros(cents, around),
          say(locale, paidAt ? 'share.paid.yes' : 'share.paid.no'),
        ]),
      ),
      note(say(locale, 'share.payments.note')),
    ],
    actions: [
      ...choose(
        say(locale, 'share.pay'),
        sorted.filter(({ paidAt }) => paidAt === null),
        'yes',
      ),
      ...choose(say(locale, 'share.unpay'), paid, 'no'),
    ],
  });
}
