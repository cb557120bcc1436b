import { Redis } from 'ioredis';
import { expect } from 'vitest';
import { bareText } from '../../adapters/discord/bare.js';
import { testRedisUrl } from '../../support/database.js';
import { tables } from '../../support/tables.js';
import { onDiscord, onMatrix, onSlack, SLACK_ROOM, type Somebody } from './people.js';
import { type Three, threeNetworks } from './three.js';

/** All that ever comes by itself. */
export const WORD = 'Un mot pour vous';
export const DAY = 86_400_000;
const SOON = 6_000;

export type Cast = Awaited<ReturnType<typeof cast>>;

/** Nadia on Discord, who facilitates; somebody on Matrix, somebody on Slack: a room each. */
export async function cast(names: {
  readonly matrix: string;
  readonly slack: string;
  readonly from?: Date;
}) {
  const three = await threeNetworks(names.from ? { from: names.from } : {});
  const { homeserver, slack, bot } = three;
  slack.addChannel(SLACK_ROOM, 'atelier');
  const host = homeserver.register(names.matrix.toLowerCase(), 'x', names.matrix);
  const roomId = homeserver.createRoom(host, { name: 'Atelier' });
  homeserver.invite(roomId, host, bot);
  const nadia = onDiscord(three, 'Nadia');
  const matrix = onMatrix(three, names.matrix, roomId);
  const other = onSlack(three, names.slack);
  return {
    ...{ three, roomId, nadia, matrix, slack: other },
    /** The three rooms are one community from now on. */
    async linked(): Promise<void> {
      await nadia.says('ecc aide');
      await other.says(`relier ${await codeFrom(nadia, 'ecc relier')}`);
      await other.reads('fait maintenant partie');
      await matrix.says(`ecc relier ${await codeFrom(nadia, 'ecc relier')}`);
      await matrix.reads('fait maintenant partie');
    },
    async named(name: string): Promise<void> {
      await nadia.says('médiation nommer');
      await nadia.fills({ Personne: name });
      await nadia.reads(`${name} peut maintenant`);
    },
    /** Nadia asks, and who is on Matrix accompanies her. */
    async accompanied(what: string): Promise<void> {
      await nadia.says('médiation demander');
      await nadia.fills({ 'Ce qui se passe': what });
      await nadia.presses(`Envoyer à ${names.matrix}`);
      await nadia.reads(`${names.matrix} la reçoit`);
      await matrix.reads(WORD);
      await matrix.presses('Ouvrir');
      await matrix.reads('Une personne demande');
      await matrix.presses('J’accepte');
      await matrix.reads('Vous accompagnez');
    },
    /** Who is on Slack is invited, and accepts. Gives all that they read before they do. */
    async joined(text: string): Promise<string> {
      await nadia.says('médiation inviter');
      await nadia.fills({ Personne: names.slack, Texte: text });
      await nadia.reads(`${names.matrix} doit encore lire ce texte`);
      await matrix.says('médiation suivre');
      await matrix.presses('Les autres personnes');
      await matrix.reads(text);
      await matrix.presses(`Approuver le texte pour ${names.slack}`);
      await matrix.reads('a reçu ce texte');
      await other.reads(WORD);
      await other.presses('Ouvrir');
      const read = await other.reads(text);
      await other.presses('J’accepte');
      await other.reads('Vous prenez part à cet échange');
      return read;
    },
    /** The three talk together. */
    async gathered(): Promise<void> {
      await nadia.says('médiation suivre');
      await nadia.presses('Les autres personnes');
      await nadia.presses('Ouvrir la conversation commune');
      await nadia.presses('Oui, ouvrir sous mon nom');
      await nadia.reads('prend part à la conversation commune');
    },
    /** Waits until nothing of these words is left in what lasts of their conversations. */
    gone: (words: readonly string[]): Promise<unknown> =>
      three.until('everything is taken away', async () => {
        // What could not be taken away at once is tried again by the clock.
        three.clock.pass(SOON);
        const { mediations = [], mediation_pages: pages = [], ...rest } = await held(three);
        const agreements = (rest.mediation_agreements ?? []).map(({ id }) => id);
        // An agreement lives on, and the words that open it.
        const whispers = (rest.whispers ?? []).filter((one) => !agreements.includes(one.subject));
        const kept = [nadia, matrix, other].flatMap((who) => who.keeps()).join('\n');
        const left = words.filter((word) => kept.includes(word));
        return whispers.length + mediations.length + pages.length + left.length === 0;
      }),
  };
}

const held = ({ database }: Three) => tables(database);

/** A code that somebody is given. */
export async function codeFrom(who: Somebody, words: string): Promise<string> {
  await who.says(words);
  const [code = ''] = /[A-Z\d]{4}-[A-Z\d]{6}/.exec(await who.reads('dix minutes')) ?? [];
  return code;
}

/** What everybody can read in the three rooms, the notices that people asked for apart. */
function inRooms({ three, roomId }: Pick<Cast, 'three' | 'roomId'>): string {
  const { discord, slack, homeserver, bot } = three;
  const ours = homeserver.room(roomId).events.filter(({ sender }) => sender === bot);
  return JSON.stringify([
    [...discord.world.messages.values()]
      .filter(({ onlyFor, channelId }) => onlyFor === null && !discord.world.threads.has(channelId))
      .map(bareText),
    slack.state.messages.filter((one) => one.channel === SLACK_ROOM && one.onlyFor === null),
    ours.map(({ type, content }) => [type, content]),
  ]);
}

/** Without a key: every table, every job there ever was and those of Redis, every line of the log. */
async function readable({ three }: Pick<Cast, 'three'>): Promise<string> {
  return JSON.stringify([await held(three), three.jobs, await inRedis(three), three.log.lines]);
}

/** All that Redis holds of this house. */
async function inRedis({ prefix }: Three): Promise<unknown[]> {
  const url = testRedisUrl();
  if (url === null) return [];
  const redis = new Redis(url);
  try {
    const keys = await redis.keys(`*${prefix}*`);
    expect(keys).not.toEqual([]);
    return await Promise.all(keys.map(async (key) => [key, await contentOf(redis, key)]));
  } finally {
    redis.disconnect();
  }
}

async function contentOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1');
    case 'stream':
      return redis.xrange(key, '-', '+');
    default:
      return redis.get(key);
  }
}

/** No word of it in the three rooms, the database, the queue and the log; no typing sign. */
export async function staysSecret(
  of: Pick<Cast, 'three' | 'roomId'>,
  words: readonly string[],
): Promise<void> {
  const [rooms, all] = [inRooms(of), await readable(of)];
  for (const word of words) {
    expect(rooms).not.toContain(word);
    expect(all).not.toContain(word);
  }
  expect(rooms).not.toMatch(/m[ée]diation/i);
  const { events } = of.three.homeserver.room(of.roomId);
  expect(events.some(({ type }) => type === 'm.typing')).toBe(false);
}
