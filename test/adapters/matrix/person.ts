import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

type Content = Record<string, unknown>;

/** What a homeserver answered. */
export interface Answered {
  readonly status: number;
  readonly body: Content;
}

/** Somebody on a homeserver, over its client API and nothing else. */
export async function person(url: string, user: string, password: string) {
  const login = await ask(url, '', 'POST', 'login', {
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user },
    password,
  });
  if (login.status !== 200) throw new Error(`${user}: ${JSON.stringify(login.body)}`);
  const token = String(login.body.access_token);
  let sent = 0;
  const me = {
    userId: String(login.body.user_id),
    ask: (method: string, path: string, body?: Content) => ask(url, token, method, path, body),
    /** The same, when it must be accepted. */
    async get(method: string, path: string, body?: Content): Promise<Content> {
      const answered = await me.ask(method, path, body);
      if (answered.status === 200) return answered.body;
      throw new Error(`${method} ${path}: ${JSON.stringify(answered.body)}`);
    },
    send: (roomId: string, content: Content, type = 'm.room.message', name = `n${++sent}`) =>
      me.ask('PUT', `rooms/${encodeURIComponent(roomId)}/send/${type}/${name}`, content),
    say: async (roomId: string, body: string, more: Content = {}): Promise<string> =>
      String((await me.send(roomId, { msgtype: 'm.text', body, ...more })).body.event_id),
    /** What the room reads, the oldest first, edits in the place of what they edit. */
    async messages(roomId: string): Promise<{ id: string; sender: string; body: string }[]> {
      const path = `rooms/${encodeURIComponent(roomId)}/messages?dir=b&limit=100`;
      const { chunk } = (await me.get('GET', path)) as { chunk: Event[] };
      const shown = new Map<string, { id: string; sender: string; body: string }>();
      for (const { type, event_id: id, sender, content } of chunk.toReversed()) {
        if (type !== 'm.room.message') continue;
        const relates = content['m.relates_to'] as Content | undefined;
        const edited = relates?.rel_type === 'm.replace' ? String(relates.event_id) : null;
        const words = (content['m.new_content'] ?? content) as Content;
        const body = String(words.body ?? '').replaceAll(/[\u00A0\u202F]/g, ' ');
        if (edited === null) shown.set(id, { id, sender, body });
        else if (shown.has(edited)) shown.set(edited, { id: edited, sender, body });
      }
      return [...shown.values()];
    },
    /** Waits until a message of a room, that is not ours, says so. */
    async reads(roomId: string, text: string) {
      for (let wait = 0; wait < 600; wait++) {
        const said = await me.messages(roomId);
        const found = said.find(({ sender, body }) => sender !== me.userId && body.includes(text));
        if (found) return found;
        await sleep(100);
      }
      const said = (await me.messages(roomId)).map(({ body }) => body).join('\n———\n');
      throw new Error(`“${text}” not in:\n${said}`);
    },
    /** Joins the first room one is invited to, but for these. */
    async accept(...known: readonly string[]): Promise<string> {
      let since = '';
      for (let wait = 0; wait < 600; wait++) {
        // Synapse remembers its answer to a first sync for two minutes: go on from it.
        const { rooms, next_batch } = (await me.get('GET', `sync?timeout=0${since}`)) as {
          rooms?: { invite?: Record<string, unknown> };
          next_batch: string;
        };
        since = `&since=${next_batch}`;
        const roomId = Object.keys(rooms?.invite ?? {}).find((id) => !known.includes(id));
        if (roomId !== undefined) {
          await me.get('POST', `join/${encodeURIComponent(roomId)}`, {});
          return roomId;
        }
        await sleep(100);
      }
      throw new Error('no invitation came');
    },
  };
  return me;
}

interface Event {
  readonly type: string;
  readonly event_id: string;
  readonly sender: string;
  readonly content: Content;
}

async function ask(
  url: string,
  token: string,
  method: string,
  path: string,
  body?: Content,
): Promise<Answered> {
  const response = await fetch(`${url}/_matrix/client/v3/${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as Content };
}

/** Makes an account on a Synapse, with the secret that its registration shares. */
export async function register(url: string, user: string, password: string, secret: string) {
  const path = `${url}/_synapse/admin/v1/register`;
  const { nonce } = (await (await fetch(path)).json()) as { nonce: string };
  const mac = createHmac('sha1', secret)
    .update([nonce, user, password, 'notadmin'].join('\0'))
    .digest('hex');
  const response = await fetch(path, {
    method: 'POST',
    body: JSON.stringify({ nonce, username: user, password, admin: false, mac }),
  });
  if (!response.ok) throw new Error(`${user}: ${await response.text()}`);
}
