import { createServer, type RequestListener } from 'node:http';
import {
  type AddressInfo,
  createServer as createNetServer,
  type Server,
  type Socket,
} from 'node:net';
import { onTestFinished } from 'vitest';
import { createFetcher } from '../../src/fetching/fetcher.js';
import type { Fetched, FetchRequest } from '../../src/fetching/types.js';
import type { Result } from '../../src/kernel/result.js';

/** A site on this machine, until the test ends; its port. */
export async function site(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  return listening(server, () => server.closeAllConnections());
}

/** The same, for what no library of servers would say. */
export async function rawSite(answer: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createNetServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  return listening(server, () => {
    for (const socket of sockets) socket.destroy();
  });
}

export async function listening(server: Server, end = () => {}, host = '127.0.0.1', port = 0) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    end();
    await closed;
  });
  return (server.address() as AddressInfo).port;
}

/** Every name is on this machine; the ports are allowed, and no other. */
export function fetcherOf(
  ports: readonly number[],
  options: Partial<Parameters<typeof createFetcher>[0]> = {},
) {
  const fetcher = createFetcher({
    userAgent: 'ECC-test/1',
    allow: ports.map((port) => `127.0.0.1:${port}`),
    resolve: async () => ['127.0.0.1'],
    ...options,
  });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

/** What one site answers to one request. */
export async function ask(
  answer: RequestListener,
  request: Partial<FetchRequest> = {},
): Promise<Result<Fetched>> {
  const port = await site(answer);
  return fetcherOf([port]).fetch({ url: `http://site.example.org:${port}/`, ...request });
}

export const refused = (code: string, params: object = {}) => ({
  ok: false,
  refusals: [{ code, params }],
});

export function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusals)}`);
  return result.value;
}
