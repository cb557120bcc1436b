import { FEED_KINDS, type Feed, LIMITS } from '../../../src/agenda/types.js';
import { mayChangeSettings } from '../../../src/community/policy.js';
import { formatMoment } from '../../../src/kernel/dates/format.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { advanced, choice, flag, integer, line, optional, when } from '../../registry/param.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { Block, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';

const kinds = () =>
  choice(FEED_KINDS, (kind, { locale }: Context) => say(locale, `feed.kind.${kind}`));

const called = ({ kind, theme }: Feed, { locale, community }: Context): string =>
  say(locale, `feed.name.${kind}`, { community: community.name, theme });

export const subscribe = command({
  id: 'agenda.subscribe',
  params: {
    what: optional(kinds(), 'mine' as const),
    theme: when('what', ['theme'], { ...line(LIMITS.theme), takes: 'named' as const }),
    public: advanced(flag()),
  },
  async run(context, { what, theme, public: open }) {
    const { services, cause, room, locale } = context;
    if (what === 'room' && !room) return refuse('not-in-a-room', {}, 'what');
    const done = await services.agenda.openFeed(cause, {
      ...{ kind: what, theme: theme ?? '', public: open, locale },
      room: what === 'room' ? (room?.id ?? null) : null,
    });
    return done.ok ? ok(address(context, done.value.feed, done.value.secret)) : done;
  },
});

/** The one time that an address is seen. */
function address(context: Context, feed: Feed, secret: string): View {
  const { locale, services } = context;
  const { href, local } = services.agenda.feedAddress(secret);
  const { number } = feed;
  return view({
    title: [say(locale, 'feed.opened', { name: called(feed, context) })],
    landmark: '🗓️',
    blocks: [
      text({ type: 'code', children: [href] }),
      text(...rich(locale, 'feed.how')),
      note(...rich(locale, feed.public ? 'feed.public' : 'feed.private', { number })),
      ...(local ? [note(say(locale, 'feed.local'))] : []),
    ],
    actions: [
      button(say(locale, 'feed.all'), act('agenda.subscriptions')),
      button(say(locale, 'feed.close'), act('agenda.unsubscribe', { number }), 'danger'),
    ],
  });
}

export const subscriptions = command({
  id: 'agenda.subscriptions',
  params: {},
  async run(context) {
    const { services, cause, locale } = context;
    const feeds = await services.agenda.feeds(cause);
    const open = button(say(locale, 'feed.open'), act('agenda.subscribe'), 'primary');
    if (feeds.length === 0) {
      return ok(
        view({
          title: [say(locale, 'feed.none')],
          blocks: [text(...rich(locale, 'feed.none.how'))],
          actions: [open],
        }),
      );
    }
    return ok(
      view({
        title: [say(locale, 'feed.list')],
        landmark: '🗓️',
        blocks: [
          ...feeds.map((feed) => lineOf(feed, context)),
          note(...rich(locale, 'feed.list.how')),
        ],
        actions: [open],
      }),
    );
  },
});

function lineOf(feed: Feed, context: Context): Block {
  const { locale, now, community } = context;
  const { zone } = community;
  const read = feed.readAt ? formatMoment(feed.readAt, { zone, locale, now }) : '';
  return text(
    { type: 'strong', children: [`${feed.number}. ${called(feed, context)}`] },
    ` ${say(locale, feed.public ? 'feed.is-public' : 'feed.is-private')} `,
    say(locale, read ? 'feed.read' : 'feed.unread', { at: read }),
  );
}

const number = () => integer({ min: 1, max: 9_999_999 });

export const renew = command({
  id: 'agenda.renew',
  params: { number: number() },
  async run(context, { number: which }) {
    const done = await context.services.agenda.renewFeed(context.cause, which);
    return done.ok ? ok(address(context, done.value.feed, done.value.secret)) : done;
  },
});

export const unsubscribe = command({
  id: 'agenda.unsubscribe',
  params: { number: number() },
  async run(context, { number: which }): Promise<Result<View>> {
    const { services, cause, locale } = context;
    const done = await services.agenda.closeFeed(cause, which);
    if (!done.ok) return done;
    return ok(
      view({
        title: [say(locale, 'feed.closed', { name: called(done.value, context) })],
        blocks: [text(say(locale, 'feed.closed.then'))],
      }),
    );
  },
});

/** Whether calendars say who comes: the community's choice. */
export const attendees = command({
  id: 'agenda.attendees',
  params: { shown: { ...flag(), takes: 'word' as const, required: true } },
  allows: mayChangeSettings,
  async run({ services, cause, locale, community }, { shown }) {
    const settings = (community.settings.agenda ?? {}) as Record<string, never>;
    const done = await services.community.setCommunity(cause, {
      settings: { agenda: { ...settings, attendees: shown } },
    });
    if (!done.ok) return done;
    return ok(
      view({ title: [say(locale, shown ? 'feed.attendees.shown' : 'feed.attendees.hidden')] }),
    );
  },
});
