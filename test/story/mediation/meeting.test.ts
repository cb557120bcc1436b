import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareText } from '../../adapters/discord/bare.js';
import { CHANNEL } from '../../platforms/discord/world.js';
import { tables } from '../../support/tables.js';
import { onDiscord, onMatrix, onSlack, SLACK_ROOM, type Somebody } from './people.js';
import { type Three, threeNetworks } from './three.js';

const WHAT = 'Des mots au sujet du xylophone mauve.';
const SECRETS = ['xylophone', 'novembre', 'décembre'];
/** What a private room is called, and says first. */
const TITLE = 'Un échange privé';
const CLEAR = 'n’est pas chiffré de bout en bout';

let three: Three;
let roomId: string;
beforeAll(async () => {
  three = await threeNetworks();
  const { homeserver, slack, bot } = three;
  slack.addChannel(SLACK_ROOM, 'atelier');
  const host = homeserver.register('karim', 'x', 'Karim');
  roomId = homeserver.createRoom(host, { name: 'Atelier' });
  homeserver.invite(roomId, host, bot);
  homeserver.register('ines', 'x', 'Inès');
  homeserver.invite(roomId, host, `@ines:${homeserver.name}`);
  homeserver.join(roomId, `@ines:${homeserver.name}`);
}, 240_000);
afterAll(() => three?.close());

/** What everybody can read in the three rooms of the community. */
function inRooms(): string {
  const { discord, slack, homeserver, bot } = three;
  const said = [...discord.world.messages.values()];
  const matrix = homeserver.room(roomId).events.filter(({ sender }) => sender === bot);
  return JSON.stringify([
    said.filter((one) => one.channelId === CHANNEL && one.onlyFor === null).map(bareText),
    slack.state.messages.filter((one) => one.channel === SLACK_ROOM && one.onlyFor === null),
    matrix.map(({ type, content }) => [type, content]),
  ]);
}

async function staysSecret(): Promise<void> {
  const rooms = inRooms();
  for (const word of [...SECRETS, TITLE, 'édiation'])
    expect(rooms.includes(word), word).toBe(false);
  const held = JSON.stringify([await tables(three.database), three.log.lines]);
  for (const word of [...SECRETS, TITLE]) expect(held.includes(word), word).toBe(false);
  for (const { address } of privately()) expect(held.includes(address), address).toBe(false);
}

interface Apart {
  readonly address: string;
  readonly people: readonly string[];
  readonly said: readonly string[];
}

/** Every private room that is there, on any network. */
function privately(): Apart[] {
  const { discord, slack, homeserver, bot } = three;
  const threads = [...discord.world.threads.values()]
    .filter(({ archived }) => !archived)
    .map(({ id, name, members }) => ({
      address: id,
      people: [...members].map((one) => discord.world.people.get(one)?.name ?? 'ECC'),
      said: [
        name,
        ...[...discord.world.messages.values()]
          .filter(({ channelId }) => channelId === id)
          .map(bareText),
      ],
    }));
  const groups = [...slack.state.channels.values()].flatMap(({ id, group }) => {
    const said = slack.state.messages.filter(({ channel }) => channel === id);
    const people = (group ?? []).map((user) => slack.state.users.get(user)?.name ?? '?');
    return group && said.length > 0
      ? [{ address: id, people: [...people, 'ECC'], said: said.map((one) => JSON.stringify(one)) }]
      : [];
  });
  const marked = [...homeserver.rooms.values()].filter(({ id, state }) => {
    const ours = state.has('net.ecc.private_room ');
    return ours && homeserver.membership(id, bot) === 'join';
  });
  const matrix = marked.map(({ id, state, events }) => ({
    address: id,
    people: [...homeserver.accounts.values()]
      .filter(({ userId }) => ['join', 'invite'].includes(homeserver.membership(id, userId) ?? ''))
      .map(({ displayName }) => displayName),
    said: [
      String(state.get('m.room.name ')?.content.name),
      ...events
        .filter(({ type }) => type === 'm.room.message')
        .map((one) => String(one.content.body)),
    ],
  }));
  return [...threads, ...groups, ...matrix];
}

const codeFrom = async (who: Somebody): Promise<string> => {
  await who.says('ecc relier');
  const [code = ''] = /[A-Z\d]{4}-[A-Z\d]{6}/.exec(await who.reads('dix minutes')) ?? [];
  return code;
};

/** Somebody who asks, somebody who accompanies, on one network, and how one confirms there. */
interface Pair {
  readonly asks: Somebody;
  readonly accompanies: Somebody;
  readonly network: string;
  confirm(who: Somebody, label: string): Promise<void>;
}

describe('a date, and a room of their own, on the network where both are', () => {
  const pairs: Pair[] = [];
  let nadia: Somebody;

  beforeAll(async () => {
    nadia = onDiscord(three, 'Nadia');
    const dao = onDiscord(three, 'Dao');
    const [lou, sam] = [onSlack(three, 'Lou'), onSlack(three, 'Sam')];
    const [karim, ines] = [onMatrix(three, 'Karim', roomId), onMatrix(three, 'Ines', roomId)];
    await nadia.says('ecc aide');
    await lou.says(`relier ${await codeFrom(nadia)}`);
    await lou.reads('fait maintenant partie');
    await karim.says(`ecc relier ${await codeFrom(nadia)}`);
    await karim.reads('fait maintenant partie');
    await dao.says('ecc aide');
    await sam.says('ecc aide');
    await ines.says('ecc aide');
    await three.until('all six are there', async () => {
      const { members = [] } = await tables(three.database);
      return members.length >= 6;
    });
    for (const name of ['Dao', 'Sam', 'Inès']) {
      await nadia.says('médiation nommer');
      await nadia.fills({ Personne: name });
      await nadia.reads(`${name} peut maintenant`);
    }
    pairs.push(
      {
        ...{ asks: nadia, accompanies: dao, network: 'Discord' },
        confirm: (who, label) => who.presses(label),
      },
      {
        ...{ asks: lou, accompanies: sam, network: 'Slack' },
        confirm: (who) => who.fills({}),
      },
      {
        ...{ asks: karim, accompanies: ines, network: 'Matrix' },
        confirm: (who) => who.fills({ sure: 'oui' }),
      },
    );
  }, 600_000);

  test.each([
    ['Discord', 0, 'Dao'],
    ['Slack', 1, 'Sam'],
    ['Matrix', 2, 'Inès'],
  ] as const)('%s', { timeout: 900_000 }, async (network, index, mediator) => {
    const pair = pairs[index];
    if (!pair) throw new Error('nobody there');
    const { asks, accompanies, confirm } = pair;
    await asks.says(network === 'Matrix' ? `médiation demander ${WHAT}` : 'médiation demander');
    if (network !== 'Matrix') await asks.fills({ 'Ce qui se passe': WHAT });
    await asks.reads('avant de partir');
    await asks.presses(mediator);
    await asks.reads('la reçoit');
    await accompanies.presses('Ouvrir');
    await accompanies.presses('J’accepte');
    await accompanies.reads('Vous accompagnez');

    await accompanies.says('médiation rencontre');
    await accompanies.presses('Proposer des dates');
    await accompanies.reads('Des dates à proposer');
    await accompanies.fills(
      network === 'Matrix'
        ? { 1: 'dans deux jours 18h ; dans trois jours 20h' }
        : { Dates: 'dans deux jours 18h ; dans trois jours 20h' },
    );
    await accompanies.reads('Quelles dates vous vont');
    await staysSecret();

    await asks.says('médiation rencontre');
    await asks.reads('Quelles dates vous vont');
    await asks.presses(`Proposer un salon sur ${network}`);
    await confirm(asks, 'Oui, proposer');
    await asks.reads('est proposé');
    expect(privately()).toEqual([]);

    await accompanies.says('médiation rencontre');
    expect(await accompanies.reads('Y entrer montre votre compte')).toContain(
      'chacune ait dit oui',
    );
    await accompanies.presses('Oui, j’y entre');
    const [apart] = await three.until('the room is open', () => {
      const there = privately();
      return there.some(({ said }) => said.some((one) => one.includes(CLEAR))) ? there : null;
    });
    expect(apart?.people).toHaveLength(3);
    expect(apart?.people).toContain('ECC');
    expect(JSON.stringify(apart?.said)).not.toMatch(/médiat|xylophone/i);
    await three.until('both know', async () => {
      await asks.says('médiation rencontre');
      return asks.reads('est ouvert sur');
    });
    await staysSecret();

    await asks.says('médiation effacer');
    if (network === 'Discord') await asks.presses('Oui, tout effacer');
    else await confirm(asks, 'Oui, tout effacer');
    await asks.reads('Tout est effacé');
    await three.until('the room is gone', () => privately().length === 0);
    await three.until('nothing is left', async () => {
      const { private_rooms: rooms = [], mediations = [] } = await tables(three.database);
      return rooms.length + mediations.length === 0;
    });
    await staysSecret();
  });

  test('where they are on two networks, they go on by relay', { timeout: 600_000 }, async () => {
    const sam = pairs[1]?.accompanies;
    await nadia.says('médiation demander');
    await nadia.fills({ 'Ce qui se passe': WHAT });
    await nadia.presses('Sam');
    await sam?.presses('Ouvrir');
    await sam?.presses('J’accepte');
    await sam?.reads('Vous accompagnez');
    await nadia.says('médiation rencontre');
    const said = await nadia.reads('par messages relayés');
    expect(said).toContain('Aucun réseau n’a un compte de chaque personne');
  });
});
