import { ok, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, integer, optional } from '../../registry/param.js';
import { act, button, note, text, view } from '../../view/build.js';
import { rich, say } from '../../words/index.js';
import { gather } from '../drawing.js';
import { exportFile } from '../export.js';
import { decisionNumber } from '../params.js';
import { ruleText } from '../views/card.js';
import { listView } from '../views/list.js';
import { decisionPage } from '../views/show.js';
import { voteActions } from '../views/votes.js';

const drawn = ({ services, community, member, now }: Context, number: number) =>
  gather(services, { community: community.id, which: { number }, reader: member.id, now });

export const list = command({
  id: 'decision.list',
  params: {
    which: optional(
      choice(['open', 'ended'] as const, (which, { locale }: Context) =>
        say(locale, `which.${which}`),
      ),
    ),
    before: optional({ ...integer({ min: 1, max: 10_000_000 }), takes: 'named', advanced: true }),
  },
  async run({ services, community, member, locale, now }, { which, before }) {
    const ended = which === 'ended';
    const page = { ended, ...(before !== null && { before }) };
    const { decisions, more } = await services.decisions.list(community.id, page);
    const mine = await services.decisions.ballotsOf(community.id, member.id, decisions);
    const listed = decisions.map((decision) => ({ decision, mine: mine.get(decision.id) ?? null }));
    return ok(listView({ listed, more, ended, zone: community.zone, locale, now }));
  },
});

export const show = command({
  id: 'decision.show',
  params: { decision: decisionNumber('any') },
  async run(context, { decision: number }) {
    const drawing = await drawn(context, number);
    if (!drawing) return refuse('unknown-decision', { number });
    return ok(decisionPage(drawing(context.locale), context.member));
  },
});

export const rule = command({
  id: 'decision.rule',
  params: { decision: decisionNumber('any') },
  async run(context, { decision: number }) {
    const drawing = (await drawn(context, number))?.(context.locale);
    if (!drawing) return refuse('unknown-decision', { number });
    const { locale, now } = context;
    const { decision } = drawing.dossier;
    return ok(
      view({
        title: [say(locale, 'rule.title', { number })],
        blocks: [
          text({ type: 'strong', children: [ruleText(drawing)] }),
          text(say(locale, `rule.more.${decision.kind}`)),
          text(say(locale, 'rule.more.amended')),
          ...(decision.rule.secret ? [text(say(locale, 'rule.more.secret'))] : []),
          note(...rich(locale, 'rule.more.recount')),
        ],
        actions: voteActions(drawing.dossier, locale, now),
      }),
    );
  },
});

export const exported = command({
  id: 'decision.export',
  params: {
    decision: decisionNumber('any'),
    format: optional(
      choice(['json', 'csv'] as const, (format) => format.toUpperCase()),
      'json' as const,
    ),
  },
  async run(context, { decision: number, format }) {
    const { services, locale } = context;
    const drawing = (await drawn(context, number))?.(locale);
    if (!drawing) return refuse('unknown-decision', { number });
    const { decision } = drawing.dossier;
    const outcome = await services.decisions.standing(decision);
    if (!outcome) {
      return refuse(decision.state === 'open' ? 'secret-open' : 'decision-withdrawn', { number });
    }
    const file = exportFile(drawing, outcome, format);
    const other = format === 'json' ? 'csv' : 'json';
    return ok(
      view({
        title: [say(locale, 'export.title', { number })],
        blocks: [
          text(...rich(locale, 'export.body', { file: `D-${number}.json` })),
          ...(decision.state === 'open' ? [note(say(locale, 'export.open'))] : []),
          ...(decision.rule.secret ? [note(say(locale, 'export.secret'))] : []),
          file,
        ],
        actions: [
          button(other.toUpperCase(), act('decision.export', { decision: number, format: other })),
        ],
      }),
    );
  },
});
