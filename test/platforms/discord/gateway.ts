import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { APPLICATION, GUILD, guildPayload, snowflake, userOf, type World } from './world.js';

interface Session {
  readonly id: string;
  /** What it asked to be told. */
  readonly intents: number;
  readonly events: { readonly t: string; readonly d: unknown }[];
  socket: WebSocket | null;
}

/** Members, presences, message texts: an application must be allowed these. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

/** What is only told to who asked: docs.discord.com, “List of Intents”. */
const TOLD_TO: Readonly<Record<string, number>> = { MESSAGE_REACTION_ADD: 1 << 10 };

/** Discord's gateway, version 10, JSON without compression. */
export function createGateway(options: {
  readonly world: World;
  readonly token: string;
  readonly heartbeatMs: number;
  readonly url: () => string;
}) {
  const { world, token, heartbeatMs } = options;
  const sessions = new Map<string, Session>();
  const counts = { identified: 0, resumed: 0, unheard: 0 };

  const send = (socket: WebSocket, packet: object): void => socket.send(JSON.stringify(packet));
  const dispatchTo = (session: Session, t: string, d: unknown): void => {
    session.events.push({ t, d });
    const s = session.events.length;
    if (session.socket) send(session.socket, { op: 0, s, t, d });
  };

  function identify(socket: WebSocket, d: { token: string; intents: number }): void {
    if (d.token !== token) {
      socket.close(4004, 'Authentication failed.');
      return;
    }
    if (d.intents & PRIVILEGED) {
      socket.close(4014, 'Disallowed intent(s).');
      return;
    }
    counts.identified++;
    const session: Session = { id: snowflake(), intents: d.intents, events: [], socket };
    sessions.set(session.id, session);
    dispatchTo(session, 'READY', {
      v: 10,
      user: userOf({ id: APPLICATION, name: 'ECC' }),
      guilds: [{ id: GUILD, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: options.url(),
      shard: [0, 1],
      application: { id: APPLICATION, flags: 0 },
    });
    dispatchTo(session, 'GUILD_CREATE', guildPayload(world));
  }

  function resume(socket: WebSocket, d: { token: string; session_id: string; seq: number }): void {
    if (d.token !== token) {
      socket.close(4004, 'Authentication failed.');
      return;
    }
    const session = sessions.get(d.session_id);
    if (!session) {
      send(socket, { op: 9, d: false });
      return;
    }
    counts.resumed++;
    session.socket = socket;
    for (const [index, { t, d: data }] of session.events.entries()) {
      if (index + 1 > d.seq) send(socket, { op: 0, s: index + 1, t, d: data });
    }
    dispatchTo(session, 'RESUMED', {});
  }

  function welcome(socket: WebSocket): void {
    let heard = Date.now();
    const watch = setInterval(() => {
      if (Date.now() - heard < heartbeatMs * 2) return;
      counts.unheard++;
      socket.close(4009, 'Session timed out.');
    }, heartbeatMs);
    socket.on('close', () => {
      clearInterval(watch);
      for (const session of sessions.values()) {
        if (session.socket === socket) session.socket = null;
      }
    });
    socket.on('message', (data) => {
      const packet = JSON.parse(String(data));
      if (packet.op === 1) {
        heard = Date.now();
        send(socket, { op: 11 });
      } else if (packet.op === 2) identify(socket, packet.d);
      else if (packet.op === 6) resume(socket, packet.d);
    });
    send(socket, { op: 10, d: { heartbeat_interval: heartbeatMs } });
  }

  return {
    counts,
    listen(server: Server): WebSocketServer {
      const sockets = new WebSocketServer({ server });
      sockets.on('connection', welcome);
      return sockets;
    },
    /** Tells every session, connected or not: those away hear it when they resume. */
    dispatch(t: string, d: unknown): void {
      const needs = TOLD_TO[t] ?? 0;
      for (const session of sessions.values()) {
        if ((session.intents & needs) === needs) dispatchTo(session, t, d);
      }
    },
    /** Cuts every connection, as networks do. */
    cut(): void {
      for (const { socket } of sessions.values()) socket?.terminate();
    },
    /** Cuts every connection, and none can be resumed: one must identify again. */
    forget(): void {
      for (const { socket } of sessions.values()) socket?.terminate();
      sessions.clear();
    },
  };
}
