import { formatDay } from '../../../src/kernel/dates/format.js';
import { ok } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { moment } from '../../registry/moment.js';
import { flag, optional } from '../../registry/param.js';
import { act, button, note, text, view } from '../../view/build.js';
import { rich, say } from '../../words/index.js';
import { context as contextParam, contextTyped } from '../params.js';
import { closedCounts } from '../views/turns.js';

/** A day said without its hour ends in the evening. */
const EVENING = 23;

export const period = command({
  id: 'wealth.period',
  params: {
    context: contextParam(),
    ends: optional({ ...moment(EVENING), takes: 'named' as const }),
    monthly: flag(),
  },
  confirm: true,
  async run(context, { context: about, ends, monthly }) {
    const { services, cause, community, locale, now } = context;
    const done = await services.wealth.setPeriod(cause, about, { endsAt: ends, monthly });
    if (!done.ok) return done;
    const { position, endsAt } = done.value;
    const { zone } = community;
    const to = endsAt ? formatDay(endsAt, { zone, locale, now }) : '';
    const fill = { position, name: about.name, to };
    const key = monthly ? 'monthly' : endsAt ? 'until' : 'open';
    const fields = { context: contextTyped(about) };
    return ok(
      view({
        title: [say(locale, `wealth.period.done.${key}`, fill)],
        blocks: [note(say(locale, 'wealth.period.next'))],
        actions: [
          button(say(locale, 'wealth.declare'), act('wealth.declare', fields), 'primary'),
          button(say(locale, 'wealth.period.change'), act('wealth.period', fields)),
        ],
      }),
    );
  },
});

/** Freezes: it is said first what will happen. */
export const close = command({
  id: 'wealth.close-period',
  params: { context: contextParam() },
  confirm: true,
  async run({ services, cause, locale }: Context, { context: about }) {
    const done = await services.wealth.closePeriod(cause, about);
    if (!done.ok) return done;
    const { period: closed } = done.value;
    const fields = { context: contextTyped(about) };
    const fill = { position: closed.position, name: about.name, ...closedCounts(done.value) };
    return ok(
      view({
        title: [say(locale, 'wealth.period.done.closed', fill)],
        blocks: [text(...rich(locale, 'wealth.period.counts', fill))],
        actions: [
          button(say(locale, 'wealth.retro'), act('wealth.retro', fields), 'primary'),
          button(say(locale, 'matrix.see.matrix'), act('wealth.matrix', fields)),
          ...(closed.monthly
            ? []
            : [
                button(say(locale, 'wealth.period.reopen'), act('wealth.reopen-period', fields)),
                button(say(locale, 'wealth.period.new'), act('wealth.period', fields)),
              ]),
        ],
      }),
    );
  },
});

export const reopen = command({
  id: 'wealth.reopen-period',
  params: { context: contextParam() },
  async run({ services, cause, locale }: Context, { context: about }) {
    const done = await services.wealth.reopenPeriod(cause, about);
    if (!done.ok) return done;
    const fill = { position: done.value.position, name: about.name };
    const fields = { context: contextTyped(about) };
    return ok(
      view({
        title: [say(locale, 'wealth.period.done.reopened', fill)],
        actions: [
          button(say(locale, 'wealth.declare'), act('wealth.declare', fields), 'primary'),
          button(say(locale, 'wealth.period.close'), act('wealth.close-period', fields)),
        ],
      }),
    );
  },
});
