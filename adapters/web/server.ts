import type { Server, ServerResponse } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

/** The address cannot be listened on: another program has it, or it is not ours to take. */
export class CannotListen extends Error {
  constructor(
    readonly reason: 'taken' | 'forbidden' | 'unknown-address' | 'other',
    readonly host: string,
    readonly port: number,
    options: ErrorOptions,
  ) {
    super(`cannot listen on ${host}:${port}: ${reason}`, options);
  }
}

const REASONS: Readonly<Record<string, CannotListen['reason']>> = {
  EADDRINUSE: 'taken',
  EACCES: 'forbidden',
  EADDRNOTAVAIL: 'unknown-address',
  ENOTFOUND: 'unknown-address',
};

/** How long answers under way may take once asked to stop; a dispatch is far shorter. */
const STOP_MS = 8000;

export interface Listening {
  readonly port: number;
  /** Lets the answers under way end, then closes every connection. */
  stop(): Promise<void>;
}

/** Rejects with {@link CannotListen}. Port 0 takes any free one. */
export async function listen(options: {
  readonly fetch: (request: Request, env: unknown) => Response | Promise<Response>;
  readonly host: string;
  readonly port: number;
}): Promise<Listening> {
  const { fetch, host, port } = options;
  const running = new Set<Promise<Response>>();
  const tracked: typeof fetch = (request, env) => {
    const answer = Promise.resolve(fetch(request, env)).finally(() => running.delete(answer));
    running.add(answer);
    return answer;
  };
  const server = createAdaptorServer({ fetch: tracked }) as Server;
  const answers = new Set<ServerResponse>();
  let answered = () => {};
  server.on('request', (_request, response: ServerResponse) => {
    answers.add(response);
    response.on('close', () => {
      answers.delete(response);
      if (answers.size === 0) answered();
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(new CannotListen(REASONS[cause.code ?? ''] ?? 'other', host, port, { cause }));
    });
    server.listen({ host, port }, resolve);
  });
  const address = server.address();

  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const late = new Promise<void>((resolve) => setTimeout(resolve, STOP_MS).unref());
      const sent = new Promise<void>((resolve) => {
        answered = resolve;
        if (answers.size === 0) resolve();
      });
      // A browser may have left while its vote was being counted: that work ends too.
      await Promise.race([Promise.all([sent, Promise.allSettled(running)]), late]);
      // Browsers keep connections open for later: `close` would wait for them.
      server.closeAllConnections();
      await closed;
    },
  };
}
