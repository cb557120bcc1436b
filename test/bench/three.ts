import { actionsOf, labelOf } from '../platforms/slack/reading.js';
import { discordNetwork } from '../story/networks/discord.js';
import { matrixNetwork } from '../story/networks/matrix.js';
import type { Network, Said } from '../story/networks/network.js';
import { slackNetwork } from '../story/networks/slack.js';

const SIGNS = { Pour: '👍' };

/** When it was done, and when its person saw that it was heard; `null`: never, or refused. */
export interface Gesture {
  readonly atMs: number;
  heardMs(): number | null;
}

/** A network as the bench drives it: nothing in it waits for another gesture. */
export interface Driven {
  readonly network: Network;
  /** Somebody votes for; does not wait. */
  vote(who: string, card: Said): Gesture;
  /** The text of a message as it reads now, found without reading the others. */
  text(card: Said): string;
  /** A bare request to the stand-in and back, in milliseconds. */
  roundTrip(): Promise<number>;
}

const clockMs = (): number => performance.timeOrigin + performance.now();

export async function threeNetworks(): Promise<readonly [Driven, Driven, Driven]> {
  return [await discord(), await slack(), await matrix()];
}

async function timed(request: () => Promise<Response>): Promise<number> {
  const began = performance.now();
  await (await request()).text();
  return performance.now() - began;
}

async function discord(): Promise<Driven> {
  const network = await discordNetwork('Nadia');
  const { people, discord: server } = network;
  const { world } = server;
  return {
    network,
    vote(who, { id }) {
      const message = world.messages.get(id);
      if (!message) throw new Error(`no message ${id}`);
      const one = people.tap(people.person(who, 'fr'), message, 'Pour');
      return { atMs: one.at, heardMs: () => one.heardAt };
    },
    text: ({ id }) => JSON.stringify(world.messages.get(id)?.embeds ?? []),
    roundTrip: () =>
      timed(() =>
        fetch(`${server.apiUrl()}/v10/interactions/0/none/callback`, {
          method: 'POST',
          body: '{}',
        }),
      ),
  };
}

async function slack(): Promise<Driven> {
  const network = await slackNetwork('Chloé');
  const { slack: server } = network;
  const { state, people } = server;
  const byTs = ({ id }: Said) => {
    const found = state.messages.find(({ ts }) => ts === id);
    if (!found) throw new Error(`no message ${id}`);
    return found;
  };
  return {
    network,
    vote(who, card) {
      const message = byTs(card);
      const [label = ''] = actionsOf(message.blocks).map(labelOf);
      const atMs = clockMs();
      let heardMs: number | null = null;
      people.press(network.userOf(who), message, label).then(
        () => {
          heardMs = clockMs();
        },
        () => undefined,
      );
      return { atMs, heardMs: () => heardMs };
    },
    text: (card) => JSON.stringify(byTs(card).blocks),
    roundTrip: () => timed(() => fetch(`${server.apiUrl}api.test`, { method: 'POST', body: '' })),
  };
}

async function matrix(): Promise<Driven> {
  const network = await matrixNetwork('Dao', SIGNS);
  const { homeserver, http, bot, roomId } = network;
  /** Each person is told in their own room that their vote counted. */
  const heard = new Map<string, number[]>();
  const owner = new Map<string, string>();
  let seen = 0;
  homeserver.changed.on('changed', () => {
    for (const [id, { events, state }] of homeserver.rooms) {
      const last = events.at(-1);
      if (id === roomId || !last || last.position <= seen) continue;
      seen = last.position;
      if (last.sender !== bot || last.type !== 'm.room.message') continue;
      const person =
        owner.get(id) ??
        [...state.keys()].find((key) => key.startsWith('m.room.member ') && !key.endsWith(bot));
      if (!person) continue;
      owner.set(id, person);
      const name = person.replace('m.room.member ', '');
      heard.set(name, [...(heard.get(name) ?? []), clockMs()]);
    }
  });
  return {
    network,
    vote(who, card) {
      const userId = network.person(who);
      const before = heard.get(userId)?.length ?? 0;
      const atMs = clockMs();
      void network.vote(who, card, 'Pour');
      return { atMs, heardMs: () => heard.get(userId)?.[before] ?? null };
    },
    text({ id }) {
      const { events } = homeserver.room(roomId);
      const edit = events.findLast(({ content }) => {
        const on = content['m.relates_to'] as Record<string, unknown> | undefined;
        return on?.rel_type === 'm.replace' && on.event_id === id;
      });
      const content = edit?.content['m.new_content'] ?? {};
      return JSON.stringify(content);
    },
    roundTrip: () => timed(() => fetch(`${http.url}/_matrix/client/versions`)),
  };
}
