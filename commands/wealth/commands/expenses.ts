import { isoDay } from '../../../src/kernel/dates/past.js';
import { ok, refuse } from '../../../src/kernel/result.js';
import { cleanLine } from '../../../src/kernel/text.js';
import { isWebLink } from '../../../src/wealth/rules/declaring.js';
import { spendingOf } from '../../../src/wealth/rules/expenses.js';
import type { Said } from '../../../src/wealth/service/expenses.js';
import { LIMITS } from '../../../src/wealth/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { file } from '../../registry/file.js';
import { advanced, flag, line, text as longText, optional, param } from '../../registry/param.js';
import { person } from '../../registry/people.js';
import { say } from '../../words/index.js';
import { around } from '../drawing.js';
import { expense, gatherExpense, told } from '../expenses.js';
import { context as contextParam, pastDay } from '../params.js';
import { money, moneyOrNone } from '../share-params.js';
import { expensePage } from '../views/expense.js';
import { expenseList } from '../views/expense-list.js';
import { euros } from '../views/share.js';

const named = <T>(inner: T): T & { readonly takes: 'named' } => ({ ...inner, takes: 'named' });

/** Where the receipt can be read: a link of the web. */
const receipt = () =>
  param<string>({
    takes: 'named',
    maxLength: LIMITS.link,
    parse: async (typed) => {
      const link = cleanLine(typed);
      return isWebLink(link) && link.length <= LIMITS.link
        ? ok(link)
        : refuse('link-not-web', { typed });
    },
  });

/** What was paid. */
const paid = () => ({ amount: money(), what: line(LIMITS.what) });
const more = () => ({
  vat: optional(named(money())),
  day: optional(pastDay()),
  receipt: optional(receipt()),
});

/** Where one paid last, or the only place there is. */
async function usual({ services, community, member }: Context) {
  const contexts = await services.wealth.contexts(community.id);
  const all = await services.wealth.expenses(community.id, null, member.id);
  const last = all.find((one) => one.expense.member === member.id)?.context;
  const context = last ?? (contexts.length === 1 ? contexts[0] : undefined);
  return ok(context ? { context: context.name } : {});
}

export const spend = command({
  id: 'wealth.spend',
  params: {
    ...paid(),
    context: optional(named(contextParam())),
    ...more(),
    file: optional(file()),
    payer: advanced(optional(person())),
  },
  private: true,
  prepare: usual,
  async run(context, args) {
    const { services, cause, member, community, now, locale } = context;
    if (!args.context) return refuse('context-missing', {}, 'context');
    const today = isoDay(now, community.zone);
    const said: Said = {
      spending: {
        ...{ cents: args.amount, vatCents: args.vat, what: args.what, reason: '' },
        day: args.day ?? today,
      },
      receipt: args.receipt ?? '',
    };
    const by = { payer: args.payer?.id ?? member.id, today, file: args.file };
    const done = await services.wealth.spend(cause, args.context, said, by);
    if (!done.ok) return done;
    return told(
      context,
      done.value,
      say(locale, 'expense.done.spend', { number: done.value.number }),
    );
  },
});

export const list = command({
  id: 'wealth.expenses',
  params: { context: optional(contextParam()) },
  async run({ services, community, member, locale, now }, { context: about }) {
    const all = await services.wealth.expenses(community.id, about?.id ?? null, member.id);
    const draw = await around(services, { community: community.id, reader: member.id, now });
    return ok(expenseList(draw(locale), all, about));
  },
});

export const show = command({
  id: 'wealth.expense',
  params: { expense: expense() },
  async run(context, { expense: number }) {
    const { services, community, member, now, locale } = context;
    const about = { community: community.id, which: { number }, reader: member.id, now };
    const draw = await gatherExpense(services, about);
    return draw ? ok(expensePage(draw(locale))) : refuse('unknown-expense', { number });
  },
});

/** What a correction begins with: what is said now, to who may say it again. */
async function asItIs(context: Context, given: Readonly<Record<string, string>>) {
  const { services, community, member, locale } = context;
  const read = await expense().parse(given.expense ?? '', context);
  const which = read.ok ? { number: read.value } : null;
  const dossier = which && (await services.wealth.expense(community.id, which, member.id));
  if (!dossier?.steps) return ok({});
  const { cents, vatCents, what, day } = spendingOf(dossier.steps);
  return ok({
    ...{ amount: euros(cents, { locale }), what, day, receipt: dossier.receipt ?? '' },
    vat: vatCents === null ? '' : euros(vatCents, { locale }),
  });
}

export const correct = command({
  id: 'wealth.expense-correct',
  params: {
    expense: expense(),
    ...paid(),
    amount: moneyOrNone(),
    reason: longText(LIMITS.reason),
    ...more(),
  },
  private: true,
  confirm: true,
  prepare: asItIs,
  async run(context, { expense: number, amount, what, reason, vat, day, receipt: link }) {
    const { services, cause, community, now, locale } = context;
    const change = ({ spending }: Said): Said => ({
      spending: {
        cents: amount,
        vatCents: amount === 0n ? null : vat,
        what,
        reason,
        day: day ?? spending.day,
      },
      receipt: link ?? '',
    });
    const today = isoDay(now, community.zone);
    const done = await services.wealth.respend(cause, { number }, change, today);
    if (!done.ok) return done;
    const by = done.value.number;
    const key = by === number ? 'expense.done.correct' : 'expense.done.correct.closed';
    return told(context, done.value, say(locale, key, { number, by }));
  },
});

/** A gesture on an expense, and where it stands then. */
const gesture = (name: 'approve' | 'unapprove' | 'unrefuse' | 'withdraw' | 'restore') =>
  command({
    id: `wealth.expense-${name}`,
    params: { expense: expense() },
    async run(context, { expense: number }) {
      const { services, cause, locale } = context;
      const done = await services.wealth[`${name}Expense`](cause, { number });
      if (!done.ok) return done;
      return told(context, done.value, say(locale, `expense.done.${name}`, { number }));
    },
  });

export const approve = gesture('approve');
export const unapprove = gesture('unapprove');
export const unrefuse = gesture('unrefuse');
export const withdraw = gesture('withdraw');
export const restore = gesture('restore');

export const refuseIt = command({
  id: 'wealth.expense-refuse',
  params: { expense: expense(), reason: longText(LIMITS.reason) },
  async run(context, { expense: number, reason }) {
    const { services, cause, locale } = context;
    const done = await services.wealth.refuseExpense(cause, { number }, reason);
    if (!done.ok) return done;
    return told(context, done.value, say(locale, 'expense.done.refuse', { number }));
  },
});

export const reimburse = command({
  id: 'wealth.expense-reimburse',
  params: { expense: expense(), paid: optional({ ...flag(), required: true }, true as boolean) },
  async run(context, { expense: number, paid: isPaid }) {
    const { services, cause, locale } = context;
    const done = await services.wealth.reimburse(cause, { number }, isPaid);
    if (!done.ok) return done;
    const key = isPaid ? 'expense.done.reimburse' : 'expense.done.unreimburse';
    return told(context, done.value, say(locale, key, { number }));
  },
});
