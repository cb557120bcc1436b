import { newId } from '../../src/kernel/ids.js';
import type { Adapter } from '../contract.js';
import { createApp } from './app.js';
import type { Desk } from './desk.js';
import { createHub } from './hub.js';
import { createPrivateRooms } from './private-rooms.js';
import { type Listening, listen } from './server.js';
import { isApart } from './store/apart.js';
import { ROOM } from './types.js';

export interface WebAdapter extends Adapter {
  /** The address of the room, without its key. Throws before `start`. */
  url(): string;
}

/** Another part that answers on the same port, with guards of its own, under some paths. */
export interface Beside {
  readonly paths: readonly string[];
  readonly app: { fetch(request: Request, env: unknown): Response | Promise<Response> };
}

/** Edits cost a browser nothing; this only keeps a busy vote from flickering. */
const EDIT_EVERY_MS = 250;

/**
 * The playground: a room in a web page. `start` rejects with `CannotListen` when its address
 * cannot be had.
 */
export function createWebAdapter(
  options: Omit<Desk, 'hub'> & { readonly beside?: readonly Beside[] },
): WebAdapter {
  const hub = createHub();
  const { beside = [], ...others } = options;
  const desk: Desk = { ...others, hub };
  const { config, store, rooms, clock } = desk;
  const app = createApp(desk);
  let listening: Listening | null = null;

  const put: Adapter['post'] = async ({ to, key, view }) => {
    const home = isApart(to.roomId) ? ROOM.roomId : to.roomId;
    const community = view[to.locale].community ?? (await rooms.communityOf(home));
    if (community === null) throw new Error(`room ${to.roomId} has no community`);
    const at = clock.now();
    const { roomId, userId: onlyFor } = to;
    const message = await store.put({ id: newId(at), community, roomId, key, at, onlyFor, view });
    hub.publish({ type: 'message', roomId, message });
    return message.id;
  };

  return {
    platform: 'web',
    editEveryMs: EDIT_EVERY_MS,
    url: () => {
      if (listening === null) throw new Error('the web adapter is not started');
      const host = config.host.includes(':') ? `[${config.host}]` : config.host;
      return `http://${host}:${listening.port}/`;
    },
    start: async () => {
      const fetch = (request: Request, env: unknown) => {
        const { pathname } = new URL(request.url);
        const other = beside.find(({ paths }) => paths.some((path) => pathname.startsWith(path)));
        return other ? other.app.fetch(request, env) : app.fetch(request, env as object);
      };
      listening = await listen({ fetch, host: config.host, port: config.port });
    },
    stop: async () => {
      const stopped = listening?.stop();
      hub.end();
      await stopped;
      listening = null;
    },
    privateRooms: createPrivateRooms(desk),
    post: put,
    prune: store.prune,
    remove: ({ to, key }) => store.remove(to.roomId, key),
    // The key finds the message, and makes it again if it is gone.
    edit: put,
  };
}
