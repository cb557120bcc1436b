import { ok, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import { around, gather } from '../drawing.js';
import { context as contextParam, contribution } from '../params.js';
import { contextPage, overview } from '../views/context.js';
import { contributionPage } from '../views/show.js';

/** One screen of a phone. */
const MOST_LISTED = 10;

export const list = command({
  id: 'wealth.list',
  params: {},
  async run({ services, community, member, locale, now }) {
    const contexts = await services.wealth.contexts(community.id);
    const waiting = await services.wealth.waitingFor(community.id, member.id);
    const page = { member: member.id, limit: MOST_LISTED };
    const own = await services.wealth.contributions(community.id, page, member.id);
    const draw = await around(services, { community: community.id, reader: member.id, now });
    const first = { ...waiting, toLookAt: waiting.toLookAt.slice(0, MOST_LISTED) };
    const others = own.filter(({ contribution: { state } }) => state !== 'proposed');
    return ok(overview(draw(locale), { contexts, ...first, own: others }));
  },
});

export const show = command({
  id: 'wealth.show',
  params: { contribution: contribution() },
  async run({ services, community, member, locale, now }, { contribution: number }) {
    const about = { community: community.id, which: { number }, reader: member.id, now };
    const drawing = await gather(services, about);
    return drawing
      ? ok(contributionPage(drawing(locale)))
      : refuse('unknown-contribution', { number });
  },
});

export const context = command({
  id: 'wealth.context',
  params: { context: contextParam() },
  async run({ services, community, member, locale, now }, { context: about }) {
    const page = await services.wealth.contextPage(community.id, { id: about.id });
    if (!page) return refuse('unknown-context', { name: about.name });
    const wanted = { context: about.id, limit: MOST_LISTED };
    const latest = await services.wealth.contributions(community.id, wanted, member.id);
    const draw = await around(services, { community: community.id, reader: member.id, now });
    return ok(contextPage(draw(locale), page, latest));
  },
});
