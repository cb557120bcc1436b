import { mayLinkRooms } from '../../../src/community/policy.js';
import type { LinkKind } from '../../../src/community/types.js';
import { formatList } from '../../../src/kernel/dates/format.js';
import { LOCALES } from '../../../src/kernel/locale.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, choices, line, optional } from '../../registry/param.js';
import { note, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { roomLines } from '../views/rooms.js';

/** Longer than any code: what is not one is refused by the service, with a sentence. */
const CODE_LENGTH = 40;

/** Without a code, one is given; with one, both sides are linked. */
async function offered(context: Context, kind: LinkKind): Promise<Result<View>> {
  const { services, cause, locale } = context;
  const code = await services.community.offerCode(cause, kind);
  if (!code.ok) return code;
  return ok(
    view({
      title: [say(locale, `link.${kind}.title`)],
      blocks: [
        text(...rich(locale, `link.${kind}.body`, { code: code.value })),
        note(say(locale, 'link.note')),
      ],
    }),
  );
}

export const linkRooms = command({
  id: 'ecc.link-rooms',
  params: { code: optional(line(CODE_LENGTH)) },
  allows: mayLinkRooms,
  async run(context, { code }) {
    if (code === null) return offered(context, 'rooms');
    const { services, cause, locale } = context;
    const done = await services.community.joinRooms(cause, code);
    if (!done.ok) return done;
    const { community, renamed } = done.value;
    return ok(
      view({
        title: [say(locale, 'link.rooms.done', { name: community.name })],
        blocks: renamed.map(({ was, now }) =>
          text(...rich(locale, 'link.rooms.renamed', { was, now })),
        ),
      }),
    );
  },
});

export const unlinkRoom = command({
  id: 'ecc.unlink-room',
  params: {},
  allows: mayLinkRooms,
  confirm: true,
  async run({ services, cause, room, speaker, locale }) {
    if (!room) return refuse('not-in-a-room');
    const done = await services.community.leaveRoom(cause, room, speaker);
    return done.ok ? ok(view({ title: [say(locale, 'link.room-left')] })) : done;
  },
});

export const linkAccounts = command({
  id: 'ecc.link-accounts',
  params: { code: optional(line(CODE_LENGTH)) },
  async run(context, { code }) {
    if (code === null) return offered(context, 'accounts');
    const { services, cause, locale } = context;
    const done = await services.community.joinAccounts(cause, code);
    return done.ok ? ok(view({ title: [say(locale, 'link.accounts.done')] })) : done;
  },
});

export const partAccounts = command({
  id: 'ecc.part-accounts',
  params: {},
  confirm: true,
  async run({ services, cause, locale }) {
    const done = await services.community.partAccounts(cause);
    return done.ok ? ok(view({ title: [say(locale, 'link.accounts.parted')] })) : done;
  },
});

/** The functions a room may choose to hear of. */
const HEARD = ['decisions', 'agenda', 'veille', 'wealth'] as const;
type Heard = (typeof HEARD)[number] | 'everything' | 'nothing';
const hearing = () =>
  choices(['everything', ...HEARD, 'nothing'] as const, (what, { locale }: Context) =>
    say(locale, `heard.${what}`),
  );
const languages = () =>
  choice(['auto', ...LOCALES] as const, (one, { locale }: Context) =>
    say(locale, one === 'auto' ? 'language.community' : `language.${one}`),
  );

export const roomSettings = command({
  id: 'ecc.room',
  params: { language: languages(), hears: hearing() },
  allows: mayLinkRooms,
  confirm: true,
  prepare: async ({ room, locale }) => {
    const heard = room && room.listens.length > 0 ? room.listens : ['everything'];
    const hears = heard.map((one) => say(locale, `heard.${one as Heard}`)).join(', ');
    return ok({ language: room?.locale ?? 'auto', hears });
  },
  async run(context, { language, hears }) {
    const { services, cause, room, locale } = context;
    if (!room) return refuse('not-in-a-room');
    const done = await services.community.setRoom(cause, room.id, {
      locale: language === 'auto' ? null : language,
      listens: hears.includes('everything') ? [] : hears,
    });
    if (!done.ok) return done;
    const heard = formatList(
      hears.map((one) => say(locale, `heard.${one}`)),
      locale,
    );
    const rooms = await services.community.rooms(context.community.id);
    const label = say(locale, 'settings.rooms');
    return ok(
      view({
        title: [say(locale, 'room.done', { heard })],
        blocks: [{ type: 'fields', fields: [{ label, value: [roomLines(rooms, context)] }] }],
      }),
    );
  },
});
