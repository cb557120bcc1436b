import {
  LIMITS as DECISION_LIMITS,
  type Decision,
  MAJORITY,
} from '../../../src/decisions/types.js';
import { formatMoment } from '../../../src/kernel/dates/format.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { lengthOf } from '../../../src/kernel/text.js';
import * as policy from '../../../src/wealth/policy.js';
import type { ShareRule } from '../../../src/wealth/sharing/rules.js';
import type { Distribution, WealthContext } from '../../../src/wealth/types.js';
import { DEADLINE_HOUR, defaultRule } from '../../decisions/commands/propose.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { moment } from '../../registry/moment.js';
import { advanced, flag, integer, optional } from '../../registry/param.js';
import { person } from '../../registry/people.js';
import { act, button, note, text, view } from '../../view/build.js';
import { rich, say } from '../../words/index.js';
import { type Around, around } from '../drawing.js';
import { context as contextParam } from '../params.js';
import { formula, money, points, restRule, share, shareRule, weights } from '../share-params.js';
import { byName } from '../views/matrix.js';
import {
  aboutRule,
  euros,
  lineText,
  paymentsPage,
  rulePage,
  shared,
  simulationPage,
} from '../views/share.js';

const drawing = async ({ services, community, member, locale, now }: Context): Promise<Around> =>
  (await around(services, { community: community.id, reader: member.id, now }))(locale);

interface Found {
  readonly one: Distribution;
  readonly about: WealthContext;
}

async function find({ services, community }: Context, number: number): Promise<Result<Found>> {
  const one = await services.wealth.distribution(community.id, { number });
  const about = one && (await services.wealth.context(community.id, { id: one.context }));
  return one && about ? ok({ one, about }) : refuse('unknown-share', { number });
}

export const simulate = command({
  id: 'wealth.share',
  params: {
    pot: money(),
    context: { ...contextParam(), takes: 'named' as const },
    period: optional({ ...integer({ min: 1, max: 10_000 }), takes: 'named' as const }),
    weights: advanced(optional(weights())),
    floor: advanced(optional(money())),
    cap: advanced(optional(money())),
    formula: advanced(optional(formula())),
    rest: advanced(optional(restRule(), 'equal' as const)),
  },
  async run(context, { pot, context: about, period, ...args }) {
    const asked = {
      ...{ cents: pot, floor: args.floor ?? 0n, cap: args.cap, period, formula: args.formula },
      weights: args.weights ?? new Map<string, number>(),
      rest: args.rest,
    };
    const done = await context.services.wealth.simulate(context.cause, about, asked);
    return done.ok ? ok(simulationPage(await drawing(context), done.value, about)) : done;
  },
});

export const showShare = command({
  id: 'wealth.share-show',
  params: { share: share(), rule: optional(shareRule()) },
  async run(context, { share: number, rule }) {
    const found = await find(context, number);
    if (!found.ok) return found;
    const { one, about } = found.value;
    const draw = await drawing(context);
    if (rule === null) return ok(simulationPage(draw, one, about));
    if (!shared(one, rule)) {
      return rule === 'needs'
        ? refuse('share-needs-hidden', { number })
        : refuse('share-rule-missing', { number });
    }
    return ok(rulePage(draw, one, rule, about));
  },
});

/** People's names are text: nothing in them is to be read as Markdown. */
const plain = (words: string): string => words.replaceAll(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&');

/** The simulation as the text of a decision; shorter when there are many people. */
function decisionText(draw: Around, { one, about }: Found, rule: ShareRule): string {
  const { locale } = draw;
  const lines = shared(one, rule) ?? [];
  const order = byName(
    lines.map(({ member }) => member),
    draw,
  ).flatMap((id) => lines.filter(({ member }) => member === id));
  const named = say(locale, `share.rule.${rule}`);
  const fill = { number: one.number, pot: euros(one.cents, draw), name: about.name, rule: named };
  const head = [
    say(locale, 'share.decision.head', { ...fill, count: one.terms.count }),
    aboutRule(draw, one, rule),
  ].map(plain);
  const full = order.map((line) => `- ${plain(lineText(draw, one, rule, line))}`);
  const body = [...head, full.join('\n')].join('\n\n');
  if (lengthOf(body) <= DECISION_LIMITS.body) return body;
  const amounts = order.map(
    (line) => `${plain(draw.names.get(line.member) ?? '?')} ${euros(line.cents, draw)}`,
  );
  return [...head, amounts.join(', ')].join('\n\n');
}

export const decide = command({
  id: 'wealth.share-decide',
  params: { share: share(), rule: shareRule(), closes: moment(DEADLINE_HOUR) },
  async run(context, { share: number, rule, closes }) {
    const { services, cause, community, locale, now } = context;
    const found = await find(context, number);
    if (!found.ok) return found;
    const { one, about } = found.value;
    const draw = await drawing(context);
    const usual = defaultRule(community);
    const done = await services.wealth.propose(cause, number, rule, (settled) => {
      const body = decisionText(draw, { one: settled, about }, rule);
      if (lengthOf(body) > DECISION_LIMITS.body) return refuse('share-too-many', { number });
      const pot = euros(one.cents, draw);
      return ok({
        kind: usual.kind === 'choice' ? 'consent' : usual.kind,
        title: say(locale, 'share.decision.title', { number, pot, name: about.name }),
        ...{ body, options: [], closesAt: closes },
        rule: {
          ...{ quorum: usual.quorum, threshold: usual.threshold ?? MAJORITY, max: 1 },
          ...{ secret: usual.kind === 'agreement' && usual.secret, closeEarly: usual.closeEarly },
        },
      });
    });
    if (!done.ok) return done;
    const { number: decision, closesAt } = done.value;
    const at = formatMoment(closesAt, { zone: community.zone, locale, now });
    return ok(
      view({
        title: [say(locale, 'share.proposed', { number, decision })],
        blocks: [text(...rich(locale, 'share.proposed.next', { at }))],
        actions: [button(`D-${decision}`, act('decision.show', { decision }))],
      }),
    );
  },
});

export const givePoints = command({
  id: 'wealth.points',
  params: { context: contextParam(), points: points() },
  private: true,
  async run(context, { context: about, points: given }) {
    const { services, cause, locale } = context;
    const done = await services.wealth.givePoints(cause, about, given);
    if (!done.ok) return done;
    const names = (await drawing(context)).names;
    const list = [...given].map(([id, one]) => `${names.get(id) ?? '?'} ${one}`).join(', ');
    return ok(
      view({
        title: [say(locale, 'share.points.done')],
        blocks: [text(list), note(say(locale, 'share.points.note'))],
      }),
    );
  },
});

/** Whether a decision ended by adopting what it proposed. */
export const isAdopted = (decision: Decision | null): boolean =>
  decision?.state === 'closed' && decision.outcome?.result.outcome === 'adopted';

export const adopt = command({
  id: 'wealth.share-adopt',
  params: { share: share() },
  async run(context, { share: number }) {
    const { services, cause, community, member } = context;
    const found = await find(context, number);
    if (!found.ok) return found;
    const { decision } = found.value.one;
    const dossier =
      decision && (await services.decisions.dossier(community.id, { id: decision }, null));
    if (!isAdopted(dossier ? dossier.decision : null)) {
      return refuse('share-not-decided', { number });
    }
    const done = await services.wealth.adopt(cause, number);
    if (!done.ok) return done;
    const payments = await services.wealth.payments(done.value);
    const mayPay = policy.mayHoldPeriods(member, found.value.about);
    return ok(paymentsPage(await drawing(context), done.value, payments, mayPay));
  },
});

export const payments = command({
  id: 'wealth.share-payments',
  params: { share: share() },
  async run(context, { share: number }) {
    const found = await find(context, number);
    if (!found.ok) return found;
    const { one, about } = found.value;
    if (one.state !== 'adopted') return refuse('share-not-adopted', { number });
    const all = await context.services.wealth.payments(one);
    const mayPay = policy.mayHoldPeriods(context.member, about);
    return ok(paymentsPage(await drawing(context), one, all, mayPay));
  },
});

export const pay = command({
  id: 'wealth.share-pay',
  params: { share: share(), member: person(), paid: { ...flag(), required: true } },
  async run(context, { share: number, member: to, paid }) {
    const { services, cause, member } = context;
    const found = await find(context, number);
    if (!found.ok) return found;
    const done = await services.wealth.pay(cause, number, { to: to.id, paid });
    if (!done.ok) return done;
    const all = await services.wealth.payments(done.value);
    const mayPay = policy.mayHoldPeriods(member, found.value.about);
    return ok(paymentsPage(await drawing(context), done.value, all, mayPay));
  },
});
