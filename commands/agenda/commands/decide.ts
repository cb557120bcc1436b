import { KINDS, LIMITS, MAJORITY } from '../../../src/decisions/types.js';
import { formatMoment } from '../../../src/kernel/dates/format.js';
import { ok } from '../../../src/kernel/result.js';
import { DEADLINE_HOUR, defaultRule } from '../../decisions/commands/propose.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { moment } from '../../registry/moment.js';
import { choice, line, lines, optional, text, unasked, when } from '../../registry/param.js';
import { act, button, text as paragraph, view } from '../../view/build.js';
import { rich, say } from '../../words/index.js';
import { findBegun, findMeant, itemOf, itemRef, meantRef } from '../meant.js';
import { day } from '../params.js';

const kinds = () => choice(KINDS, (kind, { locale }: Context) => say(locale, `kind.${kind}`));

/** A decision opened in a meeting, under the community's usual rule; each is linked to the other. */
export const decide = command({
  id: 'agenda.decide',
  params: {
    event: meantRef(),
    name: line(LIMITS.title),
    body: text(LIMITS.body),
    kind: kinds(),
    closes: moment(DEADLINE_HOUR),
    options: when('kind', ['choice'], lines(LIMITS.optionLabel, LIMITS.options)),
    item: unasked(optional(itemRef())),
    day: unasked(optional(day())),
  },
  prepare: async ({ community }) => ok({ kind: defaultRule(community).kind }),
  async run(context, args) {
    const { services, cause, community, locale, now } = context;
    const { event, item: ref, day: on } = args;
    const found = event ? await findBegun(context, event, on) : await findMeant(context, event, on);
    if (!found.ok) return found;
    const item = ref ? itemOf(found.value, ref) : null;
    if (item && !item.ok) return item;
    const { number } = found.value.series;
    const { recurrence } = found.value.occurrence;
    const sitting = await services.agenda.sitIn(cause, { number }, recurrence);
    if (!sitting.ok) return sitting;
    const usual = defaultRule(community);
    const done = await services.decisions.propose(cause, {
      ...{ kind: args.kind, title: args.name, body: args.body, options: args.options ?? [] },
      closesAt: args.closes,
      rule: {
        ...{
          quorum: usual.quorum,
          threshold: args.kind === 'agreement' ? usual.threshold : MAJORITY,
        },
        ...{
          secret: args.kind !== 'consent' && usual.secret,
          max: 1,
          closeEarly: usual.closeEarly,
        },
      },
      origin: { id: sitting.value, part: item?.value.key ?? 0 },
    });
    if (!done.ok) return done;
    const { number: decision, closesAt } = done.value;
    const at = formatMoment(closesAt, { zone: community.zone, locale, now });
    return ok(
      view({
        title: [say(locale, 'decide.done', { decision, number })],
        blocks: [paragraph(...rich(locale, 'decide.done.closes', { at }))],
        actions: [
          button(say(locale, 'done.fix-date'), act('decision.extend', { decision })),
          button(say(locale, 'done.fix-text'), act('decision.amend', { decision })),
          button(say(locale, 'done.withdraw'), act('decision.withdraw', { decision }), 'danger'),
        ],
      }),
    );
  },
});
