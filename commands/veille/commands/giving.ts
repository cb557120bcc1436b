import { mayChangeSettings } from '../../../src/community/policy.js';
import { ok, type Result } from '../../../src/kernel/result.js';
import { givingOf } from '../../../src/veille/rules/giving.js';
import { type Outlet, SHOWN } from '../../../src/veille/types/giving.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, integer, optional } from '../../registry/param.js';
import { act, button, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { theme } from '../params.js';
import { addressView, givingView, outletName, outletsView, publicCard } from '../views/outlets.js';

const around = async ({ services, community, locale }: Context) => ({
  ...{ giving: givingOf(community.settings), locale },
  themes: await services.veille.themes(community.id),
});

async function opened(context: Context, outlet: Outlet, key: string): Promise<Result<View>> {
  const drawn = { ...(await around(context)), ...context.services.veille.outletAddress(key) };
  return ok(
    outlet.key === null
      ? addressView(outlet, drawn)
      : { ...publicCard(outlet, drawn), audience: 'only-you' },
  );
}

const opening = (id: 'veille.address' | 'veille.publish') =>
  command({
    id,
    // What was given to everybody is copied: it is not taken back by closing it.
    confirm: id === 'veille.publish',
    params: { theme: optional(theme()) },
    async run(context, { theme: name }) {
      const { services, cause, community } = context;
      const isPublic = id === 'veille.publish';
      const of = { theme: name, editions: false, public: isPublic, name: community.name };
      const done = await services.veille.openOutlet(cause, of);
      return done.ok ? opened(context, done.value.outlet, done.value.key) : done;
    },
  });

export const address = opening('veille.address');
export const publish = opening('veille.publish');

const openingEditions = (id: 'veille.address-editions' | 'veille.publish-editions') =>
  command({
    id,
    confirm: id === 'veille.publish-editions',
    params: {},
    async run(context) {
      const { services, cause, community } = context;
      const isPublic = id === 'veille.publish-editions';
      const of = { theme: null, editions: true, public: isPublic, name: community.name };
      const done = await services.veille.openOutlet(cause, of);
      return done.ok ? opened(context, done.value.outlet, done.value.key) : done;
    },
  });

export const addressEditions = openingEditions('veille.address-editions');
export const publishEditions = openingEditions('veille.publish-editions');

export const outlets = command({
  id: 'veille.outlets',
  params: {},
  async run(context) {
    const { services, cause, community, now } = context;
    const hrefOf = (key: string) => services.veille.outletAddress(key).href;
    const drawn = { ...(await around(context)), zone: community.zone, now, hrefOf };
    return ok(outletsView(await services.veille.outlets(cause), drawn));
  },
});

const number = () => integer({ min: 1, max: 9_999_999 });

export const renewOutlet = command({
  id: 'veille.renew-outlet',
  params: { number: number() },
  async run(context, { number: which }) {
    const { services, cause, community } = context;
    const done = await services.veille.renewOutlet(cause, which, community.name);
    return done.ok ? opened(context, done.value.outlet, done.value.key) : done;
  },
});

export const closeOutlet = command({
  id: 'veille.close-outlet',
  params: { number: number() },
  async run(context, { number: which }) {
    const { services, cause, locale } = context;
    const done = await services.veille.closeOutlet(cause, which);
    if (!done.ok) return done;
    const name = outletName(done.value, await around(context));
    return ok(
      view({
        title: [say(locale, 'outlet.closed', { name })],
        blocks: [text(say(locale, 'outlet.closed.then'))],
        actions: [button(say(locale, 'outlet.see-all'), act('veille.outlets'))],
      }),
    );
  },
});

const level = () => choice(SHOWN, (one, { locale }: Context) => say(locale, `outlet.level.${one}`));

/** What the addresses show of what members said: the community's choice. */
export const shown = command({
  id: 'veille.giving',
  params: { public: level(), private: level() },
  allows: mayChangeSettings,
  prepare: async ({ community }) => ok({ ...givingOf(community.settings) }),
  async run({ services, cause, locale }, giving) {
    const done = await services.veille.setGiving(cause, giving);
    if (!done.ok) return done;
    return ok({
      ...givingView(say(locale, 'giving.set'), done.value, locale),
      audience: 'only-you',
    });
  },
});
