import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { integer, optional, unseen } from '../../registry/param.js';
import { text, view } from '../../view/build.js';
import type { Action, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { tracesOf } from '../attached.js';
import { surroundings } from '../drawing.js';
import { resourceRef, theme } from '../params.js';
import { listView, themesView } from '../views/list.js';
import { resourcePage } from '../views/show.js';

/** One screen of a phone. */
const MOST_LISTED = 12;

/** Everything of one resource; under another title when something was just done. */
export async function page(
  context: Context,
  number: number,
  done?: { readonly said: string; readonly actions?: readonly Action[] },
): Promise<Result<View>> {
  const { services, community, member, locale, now } = context;
  const known = await services.veille.resource(community.id, { number });
  if (!known) return refuse('unknown-resource', { number });
  const around = { community: community.id, reader: member.id, now };
  const draw = await surroundings(services, around);
  const looked = { community: community.id, resource: known.resource.id, now };
  const drawing = { ...draw(known, locale), traces: await tracesOf(services, looked) };
  const drawn = resourcePage(drawing);
  if (!done) return ok(drawn);
  return ok({
    ...drawn,
    title: [done.said],
    blocks: [text({ type: 'strong', children: drawn.title }), ...drawn.blocks],
    actions: [...(done.actions ?? []), ...drawn.actions],
  });
}

export const list = command({
  id: 'veille.list',
  params: {
    theme: optional(theme()),
    before: unseen(integer({ min: 1, max: 9_999_999 })),
  },
  async run({ services, community, locale }, { theme: asked, before }) {
    const found = await services.veille.resources(community.id, {
      ...{ before, theme: asked, limit: MOST_LISTED },
    });
    const { resources, more } = found;
    const last = resources.at(-1)?.resource.number ?? 1;
    const args = { before: last, ...(asked !== null && { theme: asked }) };
    const empty = asked === null ? 'veille.empty' : 'veille.empty.theme';
    return ok(
      listView({
        ...{ resources, locale },
        title: say(locale, asked === null ? 'veille.title' : 'veille.title.theme', {
          theme: asked ?? '',
        }),
        empty: rich(locale, empty, { theme: asked ?? '' }),
        // A long name would not fit in a button.
        next:
          more && encodeURIComponent(asked ?? '').length < 40
            ? { command: 'veille.list', args }
            : null,
      }),
    );
  },
});

export const show = command({
  id: 'veille.show',
  params: { resource: resourceRef() },
  run: (context, { resource }) => page(context, resource),
});

export const themes = command({
  id: 'veille.themes',
  params: {},
  async run({ services, community, locale }) {
    const members = await services.community.people(community.id);
    const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
    return ok(themesView({ themes: await services.veille.themes(community.id), names, locale }));
  },
});

/** A short word that something is done. */
export const done = (said: string, actions: readonly Action[] = []): View =>
  view({ title: [said], actions });
