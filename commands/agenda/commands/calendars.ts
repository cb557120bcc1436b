import { mayFollow } from '../../../src/agenda/policy.js';
import type { Brought, Followed } from '../../../src/agenda/types.js';
import { formatMoment } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { ok } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { integer, line, text as longText } from '../../registry/param.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { Block } from '../../view/view.js';
import { quotable } from '../../words/command-words.js';
import { has, rich, say } from '../../words/index.js';
import { problemText } from '../calendar-news.js';

/** As much as somebody pastes; what is longer has an address. */
const MOST_PASTED = 60_000;
const MOST_NAMED = 5;

/** A calendar brought once: a file's text, or where it is. */
export const bring = command({
  id: 'agenda.import',
  params: { source: longText(MOST_PASTED) },
  async run({ services, cause, room, locale }, { source }) {
    const done = await services.agenda.importOnce(cause, source, room?.id ?? null);
    if (!done.ok) return done;
    return ok(
      view({
        title: [say(locale, 'import.done')],
        landmark: '📥',
        blocks: broughtBlocks(done.value, locale),
        actions: [button(say(locale, 'import.see'), act('agenda.list'))],
      }),
    );
  },
});

/** How many came, and what could not: by name for the first ones, with why. */
function broughtBlocks(
  { added, changed, cancelled, same, skipped }: Brought,
  locale: Locale,
): Block[] {
  const named = skipped.slice(0, MOST_NAMED).map(({ title, reason }) => {
    const key = `import.skipped.${reason}`;
    const why = say(locale, has(key) ? key : 'import.skipped.other');
    return text(say(locale, 'import.skipped', { title: quotable(title) || '—', why }));
  });
  const more = skipped.length - named.length;
  return [
    text(say(locale, 'import.counts', { added, changed, cancelled, same })),
    ...named,
    ...(more > 0 ? [note(say(locale, 'import.skipped.more', { count: more }))] : []),
  ];
}

export const follow = command({
  id: 'agenda.follow',
  params: { address: line(2_000) },
  allows: mayFollow,
  private: true,
  async run({ services, cause, room, locale }, { address }) {
    const done = await services.agenda.follow(cause, address, room?.id ?? null);
    if (!done.ok) return done;
    const { followed: one, brought } = done.value;
    return ok(
      view({
        title: [say(locale, 'follow.done', { name: one.name })],
        landmark: '📥',
        blocks: [
          ...broughtBlocks(brought, locale),
          note(...rich(locale, 'follow.then', { number: one.number })),
        ],
        actions: [button(say(locale, 'import.see'), act('agenda.list'))],
      }),
    );
  },
});

export const followed = command({
  id: 'agenda.followed',
  params: {},
  async run(context) {
    const { services, community, locale } = context;
    const all = await services.agenda.followed(community.id);
    if (all.length === 0) {
      return ok(
        view({
          title: [say(locale, 'follow.none')],
          blocks: [text(...rich(locale, 'follow.none.how'))],
        }),
      );
    }
    return ok(
      view({
        title: [say(locale, 'follow.list')],
        landmark: '📥',
        blocks: [
          ...all.map((one) => lineOf(one, context)),
          note(...rich(locale, 'follow.list.how')),
        ],
      }),
    );
  },
});

function lineOf(one: Followed, { locale, now, community: { zone } }: Context): Block {
  const at = one.readAt ? formatMoment(one.readAt, { zone, locale, now }) : '—';
  const state =
    one.problem === ''
      ? say(locale, 'follow.read', { at })
      : problemText(locale, one.problem, one.host);
  return text(
    { type: 'strong', children: [`${one.number}. ${one.name}`] },
    ` (${one.host}) : ${state}`,
  );
}

export const unfollow = command({
  id: 'agenda.unfollow',
  params: { number: integer({ min: 1, max: 9_999_999 }) },
  allows: mayFollow,
  confirm: true,
  async run({ services, cause, locale }, { number }) {
    const done = await services.agenda.unfollow(cause, number);
    if (!done.ok) return done;
    const { name, kept } = done.value;
    return ok(
      view({
        title: [say(locale, 'follow.stopped', { name })],
        blocks: [text(say(locale, 'follow.stopped.then', { count: kept }))],
      }),
    );
  },
});
