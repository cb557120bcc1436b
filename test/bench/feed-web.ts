import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';

const ENTRIES = 20;
/** As many as ECC asks at once. */
const AT_ONCE = 16;
const IDLE_MS = 4_000;

/** As many feeds as wanted on loopback, each on a host of its own, and a bare client of them. */
export async function feedWeb() {
  let edition = 1;
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(404).end();
    const etag = `"${edition}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response
      .writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag })
      .end(rss(`http://${request.headers.host}`, edition));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const address = (index: number): string => `http://feed-${index}.example:${port}/rss`;
  const agent = new Agent({
    ...{ connections: 2, keepAliveTimeout: IDLE_MS, keepAliveMaxTimeout: IDLE_MS },
    connect: { lookup: (_, __, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) },
  });
  return {
    ...{ port, address },
    etag: (): string => `"${edition}"`,
    /** Every feed has one entry more. */
    news: () => edition++,
    /** The first feeds, asked by undici alone; what they answer is read and thrown away. */
    async askBare(count: number, etag: string): Promise<void> {
      const all = Array.from({ length: count }, (_, index) => address(index)).values();
      const lane = async (): Promise<void> => {
        for (const url of all) {
          const { origin, pathname: path } = new URL(url);
          const headers = { 'if-none-match': etag };
          const { body } = await agent.request({ origin, path, method: 'GET', headers });
          await body.arrayBuffer();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
    },
    async close(): Promise<void> {
      await agent.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function rss(site: string, edition: number): string {
  const items = Array.from({ length: ENTRIES }, (_, index) => edition - index).map(
    (one) => `<item><guid isPermaLink="false">entry ${one}</guid><title>Nouvelle ${one}</title>
<link>${site}/${one}</link><description>Ce qui s’est passé, en quelques mots.</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Journal</title>
<link>${site}/</link><description>Un journal</description>${items.join('')}</channel></rss>`;
}
