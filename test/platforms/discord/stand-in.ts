import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway } from './gateway.js';
import { createRest } from './rest.js';
import { createWorld } from './world.js';

export const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAx.stand-in.secret-of-the-bot-itself';

/**
 * A Discord on this machine, as strict as the real one with what ECC sends it. What it knows
 * outlives `stop` and `start`, on the same port: an outage.
 */
export async function createDiscord(
  options: { readonly heartbeatMs?: number; readonly date?: () => number } = {},
) {
  const world = createWorld();
  let port = 0;
  let server: Server | null = null;
  const gatewayUrl = (): string => `ws://127.0.0.1:${port}/gateway`;
  const clock = { aheadMs: 0 };
  /** Finer than a millisecond, for who measures. */
  const now = (): number => performance.timeOrigin + performance.now() + clock.aheadMs;
  const limit = { requests: 5, perMs: 250 };
  const rest = createRest({
    ...{ world, token: TOKEN, gatewayUrl, now, limit },
    date: options.date ?? Date.now,
  });
  const gateway = createGateway({
    ...{ world, token: TOKEN, url: gatewayUrl, heartbeatMs: options.heartbeatMs ?? 10_000 },
  });

  async function start(): Promise<void> {
    const fresh = createServer((request, response) => {
      const [, id = ''] = /^\/cdn\/(\d+)\?ex=/.exec(request.url ?? '') ?? [];
      if (id === '') return rest.handle(request, response);
      const upload = world.uploads.get(id);
      if (!upload) return response.writeHead(404).end();
      return response.end(upload.bytes);
    });
    gateway.listen(fresh);
    await new Promise<void>((resolve) => fresh.listen({ host: '127.0.0.1', port }, resolve));
    port = (fresh.address() as AddressInfo).port;
    server = fresh;
  }

  async function stop(): Promise<void> {
    gateway.cut();
    const closing = server;
    server = null;
    closing?.closeAllConnections();
    await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()));
  }

  await start();
  return {
    world,
    rest,
    gateway,
    start,
    stop,
    now,
    clock,
    cdnUrl: () => `http://127.0.0.1:${port}/cdn`,
    apiUrl: () => `http://127.0.0.1:${port}/api`,
  };
}
export type Discord = Awaited<ReturnType<typeof createDiscord>>;
