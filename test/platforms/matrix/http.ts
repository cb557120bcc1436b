import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Homeserver } from './homeserver.js';
import { Refused } from './strict.js';
import { messagesOf, shownTo, syncFor, withEdit } from './sync.js';

type Content = Record<string, unknown>;

interface Call {
  readonly me: string;
  readonly deviceId: string;
  readonly query: URLSearchParams;
  readonly body: Content;
  readonly bytes: Buffer;
  readonly type: string;
  readonly signal: AbortSignal;
}

type Route = (server: Homeserver, call: Call, ...path: string[]) => object | Promise<object>;

const place = (token: string | null): number => Number(token?.slice(1) ?? 0);

/** As the paths are written in the spec, `*` for a part. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET account/whoami': (_server, { me, deviceId }) => ({ user_id: me, device_id: deviceId }),
  'GET sync': sync,
  'GET joined_rooms': (server, { me }) => ({
    joined_rooms: [...server.rooms.keys()].filter((id) => server.membership(id, me) === 'join'),
  }),
  'POST createRoom': (server, { me, body }) => ({ room_id: server.createRoom(me, body) }),
  'POST join/*': (server, { me }, roomId) => ({ room_id: server.join(roomId, me) }),
  'POST rooms/*/leave': (server, { me }, roomId) => {
    server.leave(roomId, me);
    return {};
  },
  'POST rooms/*/invite': (server, { me, body }, roomId) => {
    server.invite(roomId, me, String(body.user_id));
    return {};
  },
  'POST rooms/*/kick': (server, { me, body }, roomId) => {
    server.kick(roomId, me, String(body.user_id));
    return {};
  },
  'PUT rooms/*/send/*/*': (server, { me, body }, roomId, type = '', name = '') => {
    server.checkRate();
    return { event_id: server.send(roomId, me, type, body, name) };
  },
  'PUT rooms/*/redact/*/*': (server, { me }, roomId, eventId = '', name = '') => ({
    event_id: server.redact(roomId, me, eventId, name),
  }),
  'PUT rooms/*/state/*/*': (server, { me, body }, roomId, type = '', key = '') => ({
    event_id: server.setState(roomId, me, type, key, body),
  }),
  'GET rooms/*/state': (server, { me }, roomId) => {
    server.checkMember(roomId, me);
    return [...server.room(roomId).state.values()].map(shownTo);
  },
  'GET rooms/*/state/*/*': (server, { me }, roomId, type = '', key = '') => {
    server.checkMember(roomId, me);
    const event = server.room(roomId).state.get(`${type} ${key}`);
    if (!event) throw new Refused(404, 'M_NOT_FOUND', 'Event not found.');
    return event.content;
  },
  'GET rooms/*/members': (server, { me }, roomId) => {
    server.checkMember(roomId, me);
    const all = [...server.room(roomId).state.values()];
    return { chunk: all.filter(({ type }) => type === 'm.room.member').map(shownTo) };
  },
  'GET rooms/*/messages': (server, { me, query }, roomId) => {
    server.checkMember(roomId, me);
    const [from, to] = [place(query.get('from')), place(query.get('to'))];
    return messagesOf(server, roomId, { from, to, limit: Number(query.get('limit') ?? 10) });
  },
  'GET rooms/*/event/*': (server, { me }, roomId, eventId = '') => {
    server.checkMember(roomId, me);
    return withEdit(server, roomId, server.event(roomId, eventId));
  },
  'GET profile/*': (server, _call, userId) => ({ displayname: server.account(userId).displayName }),
  'GET user/*/account_data/*': (server, { me }, _userId, type = '') => {
    const data = server.account(me).data.get(type);
    if (!data) throw new Refused(404, 'M_NOT_FOUND', 'Account data not found');
    return data.content;
  },
  'PUT user/*/account_data/*': (server, { me, body }, _userId, type = '') => {
    server.setData(me, type, body);
    return {};
  },
  'POST keys/upload': ({ keys }, { me, deviceId, body }) => keys.upload(me, deviceId, body),
  'POST keys/query': ({ keys }, { body }) => keys.query(body),
  'POST keys/claim': ({ keys }, { body }) => keys.claim(body),
  'PUT sendToDevice/*/*': ({ keys }, { me, body }, type = '', name = '') =>
    keys.send(me, type, name, body),
  'POST upload': (server, { bytes, type }) => {
    const uri = `mxc://${server.name}/${server.media.size + 1}`;
    server.media.set(uri, { bytes, type });
    return { content_uri: uri };
  },
};

async function sync(server: Homeserver, call: Call): Promise<object> {
  const { query, signal } = call;
  const token = query.get('since');
  const since = token === null ? null : place(token);
  const filter = JSON.parse(query.get('filter') ?? '{}') as {
    room?: { timeline?: { limit?: number } };
  };
  const until = Date.now() + Number(query.get('timeout') ?? 0);
  for (;;) {
    const answer = syncFor(server, call, since, filter.room?.timeline?.limit);
    if (answer) return answer;
    const left = until - Date.now();
    if (left <= 0 || signal.aborted) return { next_batch: token ?? 's0', rooms: {} };
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        server.changed.off('changed', done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, left);
      server.changed.on('changed', done);
      signal.addEventListener('abort', done);
    });
  }
}

/** The homeserver over real HTTP; killed and started again, it knows all it knew. */
export function serve(homeserver: Homeserver) {
  let server: Server | null = null;
  let port = 0;
  /** Every request that came, as `PUT rooms/…/send/m.room.message/…`. */
  const requests: string[] = [];
  /** Every refusal that was given, but for those that only ask to wait. */
  const refused: string[] = [];
  /** Kills the connection instead of answering, once what was asked is done. */
  let swallow: ((request: string) => boolean) | null = null;

  async function answer(request: IncomingMessage, signal: AbortSignal): Promise<object> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname.replace(/^\/_matrix\/(client|media)\/(v\d|r0)\/?/, '');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const type = request.headers['content-type'] ?? '';
    requests.push(`${request.method} ${decodeURIComponent(path)}`);
    if (url.pathname === '/_matrix/client/versions') return { versions: ['v1.11'] };
    const body = type.startsWith('application/json') ? parse(bytes) : {};
    if (request.method === 'POST' && path === 'login') return login(body);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const device = homeserver.devices.get(token);
    if (!device) throw new Refused(401, 'M_UNKNOWN_TOKEN', 'Invalid access token passed.');
    if (request.method === 'POST' && path === 'logout') {
      homeserver.devices.delete(token);
      return {};
    }
    const call: Call = {
      me: device.userId,
      deviceId: device.deviceId,
      query: url.searchParams,
      body,
      bytes,
      type,
      signal,
    };
    // Since 1.11 media are given to who is known there, at an address of the client's.
    const [, media] = /^GET media\/download\/(.+)$/.exec(`${request.method} ${path}`) ?? [];
    const kept = media && homeserver.media.get(`mxc://${decodeURIComponent(media)}`);
    if (kept) return kept.bytes;
    for (const [route, run] of Object.entries(ROUTES)) {
      const parts = matched(route, `${request.method} ${path}`);
      if (parts) return run(homeserver, call, ...parts);
    }
    throw new Refused(404, 'M_UNRECOGNIZED', `Unrecognized request: ${path}`);
  }

  function login(body: Content): object {
    const { user } = body.identifier as { user: string };
    const wanted = body.device_id as string | undefined;
    const { token, deviceId } = homeserver.login(user, String(body.password), wanted);
    const userId = homeserver.devices.get(token)?.userId;
    return { user_id: userId, access_token: token, device_id: deviceId };
  }

  return {
    requests,
    refused,
    get url(): string {
      return `http://127.0.0.1:${port}`;
    },
    swallowOnce(matches: (request: string) => boolean): void {
      swallow = matches;
    },
    async start(): Promise<void> {
      server = createServer((request, response) => {
        const gone = new AbortController();
        response.on('close', () => gone.abort());
        answer(request, gone.signal)
          .then((body) => ({ status: 200, body }))
          .catch((error: unknown) => {
            if (!(error instanceof Refused)) throw error;
            const { status, errcode, message, more } = error;
            if (status !== 429) refused.push(`${request.method} ${request.url} ${errcode}`);
            return { status, body: { errcode, error: message, ...more } };
          })
          .then(({ status, body }) => {
            const asked = `${request.method} ${request.url}`;
            if (swallow?.(asked)) {
              swallow = null;
              request.socket.destroy();
              return;
            }
            const raw = Buffer.isBuffer(body);
            const type = raw ? 'application/octet-stream' : 'application/json';
            response.writeHead(status, { 'content-type': type });
            response.end(raw ? body : JSON.stringify(body));
          })
          .catch(() => request.socket.destroy());
      });
      const listening = server;
      await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve));
      port = (listening.address() as AddressInfo).port;
    },
    async kill(): Promise<void> {
      const dying = server;
      server = null;
      if (!dying) return;
      dying.closeAllConnections();
      await new Promise((resolve) => dying.close(resolve));
    },
  };
}

function parse(bytes: Buffer): Content {
  try {
    return JSON.parse(bytes.toString('utf8')) as Content;
  } catch {
    throw new Refused(400, 'M_NOT_JSON', 'Content not JSON.');
  }
}

function matched(route: string, asked: string): [string, ...string[]] | null {
  const [wanted, given] = [route.split('/'), asked.split('/')];
  if (wanted.length !== given.length) return null;
  const fits = wanted.every((part, index) => part === '*' || part === given[index]);
  if (!fits) return null;
  const parts = given.filter((_, index) => wanted[index] === '*').map(decodeURIComponent);
  return parts as [string, ...string[]];
}
