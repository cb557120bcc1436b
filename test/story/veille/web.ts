import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one site answers; it may depend on the hour. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** All the sites of a small web on loopback, told apart by the name they are asked under. */
export async function smallWeb() {
  const sites = new Map<string, Answer>();
  const asked: { readonly host: string; readonly path: string }[] = [];
  const server = createServer((request, response) => {
    const [host = ''] = (request.headers.host ?? '').split(':');
    asked.push({ host, path: request.url ?? '/' });
    const answer = sites.get(host);
    if (!answer || request.url === '/robots.txt') {
      if (request.url !== '/robots.txt' || !answer) response.writeHead(404).end();
      else answer(request, response);
      return;
    }
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ sites, asked, port },
    at: (host: string, path = '/'): string => `http://${host}:${port}${path}`,
    count: (host: string, path: string): number =>
      asked.filter((one) => one.host === host && one.path === path).length,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type SmallWeb = Awaited<ReturnType<typeof smallWeb>>;

/** A page, in UTF-8 unless its bytes are given. */
export const page =
  (html: string | Buffer, contentType = 'text/html; charset=utf-8'): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': contentType }).end(html);
  };

export const html = (title: string, head = ''): string =>
  `<!doctype html><html lang="fr"><head><title>${title}</title>${head}</head>
<body><article><p>Un texte.</p></article></body></html>`;

export const moved =
  (location: string, status = 301): Answer =>
  (_, response) => {
    response.writeHead(status, { location }).end();
  };
