import { ok, refuse } from '../../../src/kernel/result.js';
import { fold } from '../../../src/kernel/text.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { optional, type Param, param } from '../../registry/param.js';
import { view } from '../../view/build.js';
import { say } from '../../words/index.js';
import { pageAddress, tags, theme } from '../params.js';
import { followCard, followsView } from '../views/feeds.js';

/** A followed feed by its short number: `3`, `F-3`. */
const followRef = (): Param<number> =>
  param<number>({
    options: async ({ services, community }) =>
      (await services.veille.follows(community.id)).slice(0, 25).map((one) => ({
        value: `F-${one.number}`,
        label: `F-${one.number} · ${one.title || one.asked}`,
      })),
    parse: async (typed) => {
      const [, digits] = /^\s*(?:f\s*-?\s*)?(\d{1,7})\s*$/i.exec(typed) ?? [];
      return digits ? ok(Number(digits)) : refuse('not-a-follow', { typed });
    },
  });

const ALL = new Set(['tout', 'tous', 'all', 'everything']);

/** Words that an entry must have one of; « tout » takes the filter away. */
const words = (): Param<readonly string[]> => ({
  ...tags(),
  parse: async (typed, context) => (ALL.has(fold(typed)) ? ok([]) : tags().parse(typed, context)),
});

const around = ({ locale, community, now }: Context) => ({
  ...{ locale, zone: community.zone, now, direct: true },
});

export const follow = command({
  id: 'veille.follow',
  params: { link: pageAddress(), theme: optional(theme()), words: optional(words()) },
  async run(context, { link, theme: name, words: only }) {
    const wanted = { address: link, theme: name, words: only ?? [] };
    const done = await context.services.veille.follow(context.cause, wanted);
    if (!done.ok) return done;
    return ok({ ...followCard(done.value, around(context)), audience: 'only-you' });
  },
});

export const follows = command({
  id: 'veille.follows',
  params: {},
  run: async ({ services, community, locale }) =>
    ok(followsView(await services.veille.follows(community.id), locale)),
});

const steering = (id: 'stop' | 'resume', state: 'stopped' | 'looking') =>
  command({
    id: `veille.${id}`,
    hidden: id === 'resume',
    params: { follow: followRef() },
    async run(context: Context, { follow: number }) {
      const done = await context.services.veille[id](context.cause, number);
      if (!done.ok) return done;
      const now = { ...done.value, state, fault: null };
      return ok({ ...followCard(now, around(context)), audience: 'only-you' });
    },
  });

export const stop = steering('stop', 'stopped');
export const resume = steering('resume', 'looking');

export const adjust = command({
  id: 'veille.adjust',
  params: { follow: followRef(), words: words(), theme: optional(theme()) },
  async run(context, { follow: number, words: only, theme: name }) {
    const to = { theme: name, words: only };
    const done = await context.services.veille.adjust(context.cause, number, to);
    if (!done.ok) return done;
    const said = say(context.locale, 'feeds.done.adjusted', { number });
    const card = followCard(done.value, around(context));
    return ok({ ...card, title: [said], audience: 'only-you' });
  },
});

/** In UTF-16 code units: some hundreds of feeds. */
const LONGEST_LIST = 200_000;

export const importFeeds = command({
  id: 'veille.import',
  params: {
    list: param<string>({
      input: 'text',
      takes: 'words',
      maxLength: LONGEST_LIST,
      parse: async (typed) => ok(typed),
    }),
  },
  async run({ services, cause, locale, community }, { list }) {
    const done = await services.veille.importFeeds(cause, list);
    if (!done.ok) return done;
    const title = say(locale, 'feeds.done.imported', { count: done.value.count });
    return ok({
      ...followsView(await services.veille.follows(community.id), locale),
      title: [title],
    });
  },
});

export const exportFeeds = command({
  id: 'veille.export',
  params: {},
  async run({ services, community, locale, now }) {
    const title = say(locale, 'feeds.opml', { name: community.name });
    const content = await services.veille.exportFeeds(community.id, title, now);
    if (content === null) return refuse('nothing-followed');
    return ok(
      view({
        title: [say(locale, 'feeds.exported')],
        blocks: [{ type: 'file', name: 'veille.opml', mediaType: 'text/x-opml', text: content }],
      }),
    );
  },
});
