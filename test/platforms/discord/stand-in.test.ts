import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createPeople } from './person.js';
import { createDiscord, type Discord, TOKEN } from './stand-in.js';
import { CHANNEL, GRANTED, GUILD } from './world.js';

let discord: Discord;
beforeAll(async () => {
  discord = await createDiscord({ heartbeatMs: 100 });
});
afterAll(() => discord.stop());

const call = async (method: string, path: string, body?: unknown, token = TOKEN) => {
  const response = await fetch(`${discord.apiUrl()}/v10${path}`, {
    method,
    headers: { Authorization: `Bot ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, ...(text ? JSON.parse(text) : {}) };
};
/** As often as its limits ask. */
async function patiently(method: string, path: string, body: unknown) {
  for (;;) {
    const answer = await call(method, path, body);
    if (answer.status !== 429) return answer;
    await new Promise((resolve) => setTimeout(resolve, answer.retry_after * 1000));
  }
}
const post = (body: unknown) => call('POST', `/channels/${CHANNEL}/messages`, body);

describe('the Discord we test against is strict', () => {
  test('with tokens, channels and messages', async () => {
    expect((await call('GET', '/gateway/bot', undefined, 'wrong')).status).toBe(401);
    expect((await call('POST', '/channels/9/messages', { content: 'x' })).code).toBe(10003);
    expect((await call('PATCH', `/channels/${CHANNEL}/messages/9`, { content: 'x' })).code).toBe(
      10008,
    );
    expect((await call('GET', '/guilds/1/audit-logs')).status).toBe(404);
  });

  test.each([
    ['nothing', {}],
    ['an unknown field', { content: 'x', colour: 1 }],
    ['2001 characters', { content: 'x'.repeat(2001) }],
    ['a description of 4097', { embeds: [{ description: 'x'.repeat(4097) }] }],
    [
      '6001 in all',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
    ],
    ['an empty embed title', { embeds: [{ title: ' ' }] }],
    ['six rows', { components: Array.from({ length: 6 }, (_, n) => row(button(`${n}`))) }],
    ['the same id twice', { components: [row(button('a'), button('a'))] }],
    ['a label of 81', { components: [row({ ...button('a'), label: 'x'.repeat(81) })] }],
    ['an id of 101', { components: [row(button('x'.repeat(101)))] }],
    ['a nonce of 26', { content: 'x', nonce: 'x'.repeat(26) }],
  ])('with messages: %s', async (_, body) => {
    expect(await patiently('POST', `/channels/${CHANNEL}/messages`, body)).toMatchObject({
      status: 400,
      code: 50035,
    });
  });

  test.each([
    ['without the permission', {}, 50013, '52224'],
    ['in the past', { scheduled_start_time: '2020-01-01T10:00:00Z' }, 50035],
    ['that ends before it begins', { scheduled_end_time: '2030-01-01T09:00:00Z' }, 50035],
    ['without an end', { scheduled_end_time: undefined }, 50035],
    ['without a place', { entity_metadata: undefined }, 50035],
    ['with an empty place', { entity_metadata: { location: '' } }, 50035],
    ['with a place of 101', { entity_metadata: { location: 'x'.repeat(101) } }, 50035],
    ['with a name of 101', { name: 'x'.repeat(101) }, 50035],
    ['with a text of 1001', { description: 'x'.repeat(1001) }, 50035],
    ['in a voice channel', { entity_type: 2 }, 50035],
  ])('with scheduled events: %s', async (_, parts, code, granted = WITH_EVENTS) => {
    discord.world.granted = granted;
    const made = await patiently('POST', EVENTS, { ...EVENT, ...parts });
    discord.world.granted = GRANTED;
    expect(made.code).toBe(code);
  });

  test('with scheduled events: a hundred, and what each may become', async () => {
    const { world } = discord;
    world.granted = WITH_EVENTS;
    const { id } = await patiently('POST', EVENTS, EVENT);
    const become = (status: number) => patiently('PATCH', `${EVENTS}/${id}`, { status });
    expect((await become(3)).code).toBe(50035);
    expect((await become(4)).status).toBe(4);
    expect((await become(2)).code).toBe(50035);
    expect((await patiently('PATCH', `${EVENTS}/9`, { name: 'x' })).code).toBe(10070);
    const one = world.events.get(id);
    if (!one) throw new Error('not kept');
    for (let n = 0; n < 100; n++) world.events.set(`${n}`, { ...one, status: 1 });
    expect((await patiently('POST', EVENTS, EVENT)).code).toBe(30038);
    world.granted = GRANTED;
  });

  test('with its limits: five in a window, then a wait in the headers', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post({ content: 'x' })));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get('x-ratelimit-reset-after'))).toBeGreaterThan(0);
  });

  test('with connections: no heartbeat, no token, a privileged intent', async () => {
    const connect = async (first?: object): Promise<number> => {
      const socket = new WebSocket(
        `${discord.apiUrl().replace('http', 'ws').replace('/api', '')}/gateway`,
      );
      await once(socket, 'message');
      if (first) socket.send(JSON.stringify(first));
      const [code] = await once(socket, 'close');
      return code as number;
    };
    expect(await connect()).toBe(4009);
    expect(await connect({ op: 2, d: { token: 'wrong', intents: 1 } })).toBe(4004);
    expect(await connect({ op: 2, d: { token: TOKEN, intents: 1 << 15 } })).toBe(4014);
  });

  test('with answers: once, and within three seconds', async () => {
    const people = createPeople(discord);
    const gesture = async () => {
      discord.world.commands.push(COMMAND);
      const answered = people.slash(people.person('Nadia'), 'essai').catch(() => null);
      const one = [...discord.world.interactions.values()].at(-1);
      return { path: `/interactions/${one?.id}/${one?.token}/callback`, answered };
    };
    const reply = { type: 4, data: { content: 'oui', flags: 64 } };
    const first = await gesture();
    expect((await call('POST', first.path, reply)).status).toBe(204);
    expect((await call('POST', first.path, reply)).code).toBe(40060);
    const second = await gesture();
    discord.clock.aheadMs += 3001;
    expect((await call('POST', second.path, reply)).code).toBe(10062);
    discord.clock.aheadMs = 0;
    await call('POST', second.path, reply);
    await second.answered;
  });
});

const EVENTS = `/guilds/${GUILD}/scheduled-events`;
const WITH_EVENTS = String(BigInt(GRANTED) | (1n << 44n));
const EVENT = {
  ...{ name: 'Cercle', privacy_level: 2, entity_type: 3 },
  ...{ scheduled_start_time: '2030-01-01T10:00:00Z', scheduled_end_time: '2030-01-01T11:00:00Z' },
  entity_metadata: { location: 'Ici' },
};
const button = (custom_id: string) => ({ type: 2, style: 1, custom_id, label: 'Oui' });
const row = (...components: object[]) => ({ type: 1, components });
const COMMAND = {
  ...{ id: '1', version: '1', application_id: '1', type: 1 as const, name: 'essai' },
  ...{
    description: 'Un essai',
    options: [],
    contexts: [0 as const],
    integration_types: [0 as const],
  },
};
