import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Callbacks, createCallbacks } from './callbacks.js';
import { createMessages, messagePayload, parse, type Sent } from './messages.js';
import { REFUSE, Refusal } from './refusal.js';
import { createScheduledEvents } from './scheduled-events.js';
import { commands, isSlash } from './shapes/commands.js';
import { createThreads } from './threads.js';
import { APPLICATION, GUILD, type Registered, snowflake, userOf, type World } from './world.js';

interface Limit {
  used: number;
  resetAt: number;
}

type Route = (params: readonly string[], sent: Sent) => unknown;

/** Discord's REST, version 10: what an application of ours calls, and nothing else. */
export function createRest(options: {
  readonly world: World;
  readonly token: string;
  readonly gatewayUrl: () => string;
  readonly now: () => number;
  /** What day it is there: meetings are in the future of that. */
  readonly date: () => number;
  /** How many requests a route takes in how long. */
  readonly limit: { readonly requests: number; readonly perMs: number };
}) {
  const { world, token, gatewayUrl, now, limit } = options;
  const messages = createMessages(world);
  const callbacks: Callbacks = createCallbacks(world, messages, now);
  const events = createScheduledEvents(world, options.date);
  const threads = createThreads(world);
  const limits = new Map<string, Limit>();
  const counts = { limited: 0, globally: 0, impatient: 0, requests: 0 };
  let refuseNext = 0;
  let closedUntil = 0;

  const routes: readonly (readonly [method: string, path: RegExp, run: Route])[] = [
    [
      'GET',
      /^\/gateway\/bot$/,
      () => ({
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
      }),
    ],
    ['GET', /^\/users\/@me$/, () => userOf({ id: APPLICATION, name: 'ECC' })],
    [
      'GET',
      /^\/applications\/@me$/,
      () => ({ id: APPLICATION, name: 'ECC', flags: world.flags, bot_public: true }),
    ],
    [
      'GET',
      /^\/users\/@me\/guilds$/,
      () =>
        world.invited
          ? [{ id: GUILD, name: 'La Fabrique', owner: false, permissions: world.granted }]
          : [],
    ],
    ['GET', /^\/applications\/(\d+)\/commands$/, () => world.commands],
    [
      'PUT',
      /^\/applications\/(\d+)\/commands$/,
      (_, { body }) => {
        world.commandWrites++;
        world.commands = parse(commands, body).map((one): Registered => {
          const named = { id: snowflake(), version: snowflake(), application_id: APPLICATION };
          return isSlash(one) ? { ...one, ...named } : { ...one, ...named, description: '' };
        });
        return world.commands;
      },
    ],
    [
      'POST',
      /^\/users\/@me\/channels$/,
      (_, { body }) => {
        const { recipient_id: person } = body as { recipient_id: string };
        if (!world.people.has(person)) throw REFUSE.form('recipient_id');
        const id = world.directs.get(person) ?? snowflake();
        world.directs.set(person, id);
        return { id, type: 1 };
      },
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/messages$/,
      ([channel = ''], sent) => messagePayload(messages.post(channel, sent)),
    ],
    ['GET', /^\/channels\/(\d+)$/, ([id = '']) => threads.channel(id)],
    ['PATCH', /^\/channels\/(\d+)$/, ([id = ''], { body }) => threads.change(id, body)],
    ['DELETE', /^\/channels\/(\d+)$/, ([id = '']) => threads.remove(id)],
    ['POST', /^\/channels\/(\d+)\/threads$/, ([id = ''], { body }) => threads.start(id, body)],
    ['GET', /^\/guilds\/\d+\/threads\/active$/, () => threads.active()],
    ['GET', /^\/channels\/(\d+)\/thread-members$/, ([id = '']) => threads.members(id)],
    [
      'PUT',
      /^\/channels\/(\d+)\/thread-members\/(\d+)$/,
      ([id = '', user = '']) => threads.add(id, user),
    ],
    [
      'DELETE',
      /^\/channels\/(\d+)\/thread-members\/(\d+)$/,
      ([id = '', user = '']) => threads.take(id, user),
    ],
    [
      'GET',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([channel = '', id = '']) => messages.read(channel, id),
    ],
    [
      'PATCH',
      /^\/channels\/\d+\/messages\/(\d+)$/,
      ([id = ''], sent) => messagePayload(messages.edit(id, sent)),
    ],
    [
      'POST',
      /^\/interactions\/(\d+)\/([\w-]+)\/callback$/,
      ([id = '', key = ''], sent) => callbacks.callback(id, key, sent),
    ],
    ['POST', /^\/webhooks\/\d+\/([\w-]+)$/, ([key = ''], sent) => callbacks.followUp(key, sent)],
    ['GET', /^\/channels\/(\d+)$/, ([channel = '']) => events.channel(channel)],
    ['GET', /^\/guilds\/(\d+)\/scheduled-events$/, ([guild = '']) => events.list(guild)],
    [
      'POST',
      /^\/guilds\/(\d+)\/scheduled-events$/,
      ([guild = ''], { body }) => events.create(guild, body),
    ],
    [
      'PATCH',
      /^\/guilds\/(\d+)\/scheduled-events\/(\d+)$/,
      ([guild = '', id = ''], { body }) => events.edit(guild, id, body),
    ],
    [
      'DELETE',
      /^\/guilds\/(\d+)\/scheduled-events\/(\d+)$/,
      ([guild = '', id = '']) => events.remove(guild, id),
    ],
    ['DELETE', /^\/channels\/\d+\/messages\/(\d+)$/, ([id = '']) => messages.remove(id)],
    [
      'DELETE',
      /^\/webhooks\/\d+\/([\w-]+)\/messages\/@original$/,
      ([key = '']) => callbacks.deleteOriginal(key),
    ],
    [
      'PATCH',
      /^\/webhooks\/\d+\/([\w-]+)\/messages\/@original$/,
      ([key = ''], sent) => callbacks.editOriginal(key, sent),
    ],
  ];

  /** Interactions are answered by their token alone, and without limit. */
  const isFree = (path: string): boolean => /^\/(interactions|webhooks)\//.test(path);

  /** The limit over all routes: whoever asks again before the wait is over is impatient. */
  function checkGlobal(response: ServerResponse): void {
    const left = (closedUntil - now()) / 1000;
    if (left <= 0) return;
    if (counts.globally++ > 0) counts.impatient++;
    response.setHeader('X-RateLimit-Global', 'true');
    response.setHeader('X-RateLimit-Scope', 'global');
    response.setHeader('Retry-After', Math.ceil(left));
    throw new Refusal(429, 0, 'You are being rate limited.', { retry_after: left, global: true });
  }

  function spend(bucket: string, response: ServerResponse): void {
    const known = limits.get(bucket);
    const spent =
      known && known.resetAt > now() ? known : { used: 0, resetAt: now() + limit.perMs };
    limits.set(bucket, spent);
    spent.used++;
    const after = Math.max((spent.resetAt - now()) / 1000, 0.001);
    response.setHeader('X-RateLimit-Bucket', bucket.replaceAll(/\W/g, ''));
    response.setHeader('X-RateLimit-Limit', limit.requests);
    response.setHeader('X-RateLimit-Remaining', Math.max(limit.requests - spent.used, 0));
    response.setHeader('X-RateLimit-Reset', spent.resetAt / 1000);
    response.setHeader('X-RateLimit-Reset-After', after);
    const refused = refuseNext > 0;
    if (refused) refuseNext--;
    if (!refused && spent.used <= limit.requests) return;
    counts.limited++;
    response.setHeader('X-RateLimit-Scope', 'user');
    response.setHeader('Retry-After', Math.ceil(after));
    throw new Refusal(429, 0, 'You are being rate limited.', { retry_after: after, global: false });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    counts.requests++;
    response.setHeader('Date', new Date(now()).toUTCString());
    const { pathname } = new URL(request.url ?? '', 'http://discord');
    const path = decodeURIComponent(pathname).replace('/api/v10', '');
    const method = request.method ?? '';
    const sent = await sentIn(request);
    if (!isFree(path)) {
      if (request.headers.authorization !== `Bot ${token}`) throw REFUSE.token();
      checkGlobal(response);
      spend(`${method} ${path.replace(/\/(messages|thread-members)\/\d+$/, '/$1/id')}`, response);
    }
    for (const [verb, pattern, run] of routes) {
      const match = verb === method && pattern.exec(path);
      if (match) return run(match.slice(1), sent);
    }
    throw REFUSE.route();
  }

  return {
    counts,
    /** The next requests are refused with a 429, whatever was spent. */
    refuse: (count: number): void => {
      refuseNext = count;
    },
    /** Every request with the token is refused for so long, as when a bot asks too much in all. */
    closeFor(ms: number): void {
      closedUntil = now() + ms;
      counts.globally = 0;
    },
    handle(request: IncomingMessage, response: ServerResponse): void {
      answer(request, response).then(
        (body) => {
          response.statusCode = body === undefined ? 204 : 200;
          if (body !== undefined) response.setHeader('Content-Type', 'application/json');
          response.end(body === undefined ? undefined : JSON.stringify(body));
        },
        (error: unknown) => {
          const known = error instanceof Refusal ? error : new Refusal(500, 0, String(error));
          if (known.status !== 429) world.refusals.push({ code: known.code, why: why(known) });
          response.statusCode = known.status;
          response.setHeader('Content-Type', 'application/json');
          response.end(
            JSON.stringify({ message: known.message, code: known.code, ...known.extra }),
          );
        },
      );
    },
  };
}

const why = ({ message, extra }: Refusal): string => `${message} ${JSON.stringify(extra)}`;

async function sentIn(request: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const data = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (data.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/')) return { body: JSON.parse(data.toString()), files: [] };
  const form = await new Response(data, { headers: { 'Content-Type': type } }).formData();
  const files: { name: string; text: string }[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') continue;
    if (!/^files\[\d+\]$/.test(name)) throw REFUSE.form(name);
    files.push({ name: value.name, text: await value.text() });
  }
  return { body: JSON.parse(String(form.get('payload_json'))), files };
}
