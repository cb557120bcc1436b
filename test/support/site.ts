import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a site answers: a page’s HTML, or everything by hand. */
export type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** A web site on loopback, whose pages may change while it runs. */
export async function testSite(pages: Record<string, Answer> = {}) {
  const asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers });
    const answer = pages[path] ?? pages[path.split('?')[0] ?? ''];
    if (typeof answer === 'function') return answer(request, response);
    if (answer === undefined) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    ...{ url, pages, asked, host: `127.0.0.1:${port}` },
    /** How often a path was asked for. */
    count: (path: string): number => asked.filter((one) => one.path === path).length,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type TestSite = Awaited<ReturnType<typeof testSite>>;

/** A page as sites make them. */
export const htmlPage = (title: string, parts: { head?: string; body?: string } = {}): string =>
  `<!doctype html><html lang="fr"><head><title>${title}</title>${parts.head ?? ''}</head>
<body><article><p>${parts.body ?? 'Un texte.'}</p></article></body></html>`;
