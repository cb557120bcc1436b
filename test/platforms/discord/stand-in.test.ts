import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createPeople } from './person.js';
import { createDiscord, type Discord, TOKEN } from './stand-in.js';
import { CHANNEL } from './world.js';

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
    let answer = await post(body);
    while (answer.status === 429) {
      await new Promise((resolve) => setTimeout(resolve, answer.retry_after * 1000));
      answer = await post(body);
    }
    expect(answer).toMatchObject({ status: 400, code: 50035 });
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
