import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import { createApi, Refused } from './api.js';
import { type Carrier, createDeliveries, createSocketCarrier } from './deliveries.js';
import { manifest } from './manifest.js';
import { createPeopleOf } from './people.js';
import { createState, TEAM, teamOf } from './state.js';

const MOST_RESPONSES = 5;
/** A timer may fire so much too early. */
const EARLY_MS = 2;

/**
 * A Slack workspace on loopback: its Web API, its Socket Mode and its signed events, as strict
 * as the real one. `outage` takes it away and brings it back with all it knew.
 */
export async function slackStandIn() {
  const state = createState();
  const socket = createSocketCarrier();
  let carrier: Carrier = socket.carry;
  const deliveries = createDeliveries(() => carrier);
  /** Answers to give before the true one, by method. */
  const limits = new Map<string, number[]>();
  /** Until when each method was told to wait. */
  const waits = new Map<string, number>();
  /** Methods that do their work and lose their answer, as often as said. */
  const lost = new Map<string, number>();
  let port = 0;
  const address = (): string => `http://127.0.0.1:${port}/`;
  const api = createApi(state, () => `ws://127.0.0.1:${port}/link?ticket=secret-ticket`, address);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', address());
    const bytes = await bytesOf(request);
    const body = bytes.toString();
    const [, space, name = ''] = pathname.split('/');
    if (space === 'upload' || space === 'files') {
      const { headers } = request;
      const file = state.files.get(name);
      const known = space === 'upload' || teamOf(headers.authorization?.slice(7) ?? '') === TEAM;
      // Whoever has no token is sent to a page to sign in, not refused.
      if (!file || !known) return void response.writeHead(302, { location: '/' }).end();
      if (space === 'upload') file.bytes = bytes;
      return void response.end(space === 'upload' ? 'OK' : file.bytes);
    }
    if (space === 'response') return send(response, respondTo(name, body));
    if ((waits.get(name) ?? 0) > Date.now() + EARLY_MS) state.impatient++;
    const wait = limits.get(name)?.shift();
    if (wait !== undefined) {
      waits.set(name, Date.now() + wait * 1000);
      state.calls.push({ method: name, error: 'ratelimited' });
      response.setHeader('retry-after', String(wait));
      return send(response, { status: 429, json: { ok: false, error: 'ratelimited' } });
    }
    const json = call(name, request.headers.authorization, body);
    if (name === 'auth.test') response.setHeader('x-oauth-scopes', state.scopes.join(','));
    const left = lost.get(name) ?? 0;
    if (left > 0) {
      lost.set(name, left - 1);
      request.socket.destroy();
      return;
    }
    send(response, { status: 200, json });
  }

  function call(method: string, authorization = '', body: string): object {
    const args = Object.fromEntries(new URLSearchParams(body));
    const token = authorization.replace(/^Bearer /, '') || (args.token ?? '');
    try {
      const answer = api.call(method, token, args);
      state.calls.push({ method, error: null, team: teamOf(token) });
      return { ok: true, ...answer };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      state.calls.push({ method, error: error.error });
      return { ok: false, error: error.error, response_metadata: { messages: error.messages } };
    }
  }

  function respondTo(id: string, body: string): { status: number; json: object } {
    const given = state.responses.get(id);
    if (!given || given.used >= MOST_RESPONSES)
      return { status: 404, json: { ok: false, error: 'used_url' } };
    given.used += 1;
    const { response_type, replace_original, blocks, text } = JSON.parse(body);
    try {
      const content = api.content({
        ...(text !== undefined && { text }),
        ...(blocks && { blocks: JSON.stringify(blocks) }),
      });
      if (replace_original && given.source) {
        Object.assign(given.source, content, { edits: given.source.edits + 1 });
      } else {
        const onlyFor = response_type === 'in_channel' ? null : given.user;
        const { channel } = given;
        state.messages.push({
          ...{ ts: state.nextTs(), channel, thread: null, onlyFor, metadata: null, edits: 0 },
          ...content,
        });
      }
      return { status: 200, json: { ok: true } };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      state.calls.push({ method: 'response_url', error: error.error });
      return { status: 400, json: { ok: false, error: error.error } };
    }
  }

  const connections = new Set<Socket>();
  const open = async () => {
    const server = createServer((request, response) => {
      serve(request, response).catch((error) => {
        console.error(error);
        response.destroy();
      });
    });
    server.on('connection', (one) => {
      connections.add(one);
      one.on('close', () => connections.delete(one));
    });
    new WebSocketServer({ server, path: '/link' }).on('connection', (one) => socket.accept(one));
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
    return server;
  };
  let server = await open();
  const shut = async (): Promise<void> => {
    socket.sockets.clear();
    const closed = new Promise((resolve) => server.close(resolve));
    for (const one of connections) one.destroy();
    await closed;
  };
  const reopen = async (): Promise<void> => {
    server = await open();
  };

  return {
    ...{ state, limits, lost },
    apiUrl: `${address()}api/`,
    people: createPeopleOf(state, deliveries, address),
    redeliver: deliveries.again,
    refresh: socket.refresh,
    /** Waits until ECC listens. */
    reached: socket.someSocket,
    /** Events come by another way: signed HTTP. */
    deliverBy: (other: Carrier) => {
      carrier = other;
    },
    /** Installs the app's manifest: what is not in it is in no menu. */
    install: (json: object): void => {
      state.shortcuts = manifest.parse(json).features.shortcuts;
    },
    addUser: (id: string, name: string, more: { locale?: string; admin?: boolean } = {}) =>
      void state.users.set(id, {
        ...{ id, name, locale: more.locale ?? 'fr-FR', admin: more.admin ?? false, closed: false },
      }),
    addChannel: (id: string, name: string, invited = true) =>
      void state.channels.set(id, { id, name, direct: null, invited }),
    async outage(during: () => Promise<void>): Promise<void> {
      await shut();
      try {
        await during();
      } finally {
        await reopen();
      }
    },
    close: shut,
    reopen,
  };
}

export type SlackStandIn = Awaited<ReturnType<typeof slackStandIn>>;

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function send(response: ServerResponse, { status, json }: { status: number; json: object }): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(json));
}
