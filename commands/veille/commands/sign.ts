import { mayChooseSign } from '../../../src/community/policy.js';
import { isNamed, readSign } from '../../../src/community/rules/signs.js';
import { LIMITS, type Room } from '../../../src/community/types.js';
import { ok, type Refusal, type Result, refuse } from '../../../src/kernel/result.js';
import { fold } from '../../../src/kernel/text.js';
import type { Shared } from '../../../src/veille/service.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { integer, optional, type Param, param, unseen } from '../../registry/param.js';
import type { View } from '../../view/view.js';
import { pageAddress, pageAddresses, readAddress } from '../params.js';
import { chosenView, gatheredView, signView, stopButton } from '../views/sign.js';
import { addressesIn } from './share.js';

const NONE = 'none';
const NO_SIGN = new Set(['aucune', 'aucun', 'rien', 'none', 'nothing', 'no']);
/** What other places use for it: each as people see it, and as Slack calls it. */
const USUAL = { '🔖': ':bookmark:', '🔭': ':telescope:', '📌': ':pushpin:', '⭐': ':star:' };

/** A sign to react with, or {@link NONE}. On Slack it has a name, and nothing else. */
const sign = (): Param<string> =>
  param<string>({
    maxLength: LIMITS.sign,
    options: async ({ speaker }) =>
      Object.entries(USUAL).map(([character, name]) => ({
        value: speaker.platform === 'slack' ? name : character,
        label: `${character} ${name}`,
      })),
    parse: async (typed, { speaker }) => {
      if (NO_SIGN.has(fold(typed.trim()))) return ok(NONE);
      const read = readSign(typed);
      if (speaker.platform !== 'slack') return read ? ok(read) : refuse('not-a-sign', { typed });
      const named = read && isNamed(read) ? read : readSign(`:${typed.trim()}:`);
      return named ? ok(named) : refuse('sign-by-name', { typed });
    },
  });

const roomRef = (): Param<Room> =>
  param<Room>({
    parse: async (typed, { services, community }) => {
      const rooms = await services.community.rooms(community.id);
      const found = rooms.find(({ id }) => id === typed);
      return found ? ok(found) : refuse('old-button');
    },
  });

/** A rule of the room: all of it is told. */
async function choose(
  { services, cause, locale }: Context,
  room: Room | null,
  chosen: string | null,
): Promise<Result<View>> {
  if (!room) return refuse('not-in-a-room');
  const done = await services.community.setSign(cause, room.id, chosen);
  if (!done.ok) return done;
  return ok(chosenView(locale, chosen, room.id));
}

/** The reaction that a room listens to: says which, or chooses another. */
export { choosing as sign };

const choosing = command({
  id: 'veille.sign',
  params: { sign: optional(sign()) },
  async run(context, { sign: asked }) {
    const { room, member, locale } = context;
    if (asked !== null) return choose(context, room, asked === NONE ? null : asked);
    if (!room) return refuse('not-in-a-room');
    const drawn = signView(locale, room.shareSign, room.platform);
    const stops = room.shareSign !== null && mayChooseSign(member);
    return ok({ ...drawn, actions: stops ? [stopButton(locale, room.id)] : [] });
  },
});

export const unsign = command({
  id: 'veille.unsign',
  hidden: true,
  /** Pressed in a conversation of two, it is for the room it was shown of. */
  params: { room: unseen(roomRef()) },
  run: (context, { room }) => choose(context, room ?? context.room, null),
});

/** In one message; what is beyond is said. */
const MOST_LINKS = 5;

/** What a message holds is brought by who reacted to it. Taking the reaction away undoes nothing. */
export const gather = command({
  id: 'veille.gather',
  hidden: true,
  params: {
    links: pageAddresses(),
    /** The address of the message they are in. */
    source: unseen(pageAddress()),
    /** How many more links it holds. */
    left: unseen(integer({ min: 0, max: 9_999 })),
  },
  onReaction: {
    sign: ({ shareSign }) => shareSign,
    read(message, { speaker }) {
      if (!message) return refuse('message-unreadable', { network: speaker.platform });
      const [first, ...others] = addressesIn(message.text).map(readAddress);
      if (!first) return refuse('no-link-there');
      const found = [first, ...others].flatMap((one) => (one.ok ? [one.value] : []));
      if (found.length === 0 && !first.ok) return first;
      return ok({
        links: found.slice(0, MOST_LINKS).join('\n'),
        left: String(Math.max(found.length - MOST_LINKS, 0)),
        ...(message.link && { source: message.link }),
      });
    },
  },
  async run(context, { links, source, left }) {
    const { services, cause, room } = context;
    const shared: Shared[] = [];
    const refusals: Refusal[] = [];
    for (const [index, address] of links.entries()) {
      // Each by itself: one that is refused does not take the others with it.
      const event = cause.event && `${cause.event}#${index}`;
      const done = await services.veille.share(
        { ...cause, event },
        { address, theme: null, why: '', tags: [], room: room?.id ?? null, link: source },
      );
      if (done.ok) shared.push(done.value);
      else refusals.push(...done.refusals);
    }
    const [refused, ...others] = refusals;
    if (shared.length === 0 && refused) return { ok: false, refusals: [refused, ...others] };
    return ok(gatheredView(context, { shared, refusals, left: left ?? 0 }));
  },
});
