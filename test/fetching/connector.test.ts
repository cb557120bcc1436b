import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { CERTIFICATE, KEY } from './certificate.js';
import { fetcherOf, given, listening, refused, site } from './site.js';

const HAS_SIX = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1'),
);

const named = (text: string) => createServer((_, response) => response.end(text));

describe('a name that says now one thing, now another', () => {
  /** Two sites at one port: `127.0.0.1` stands for the public, `127.0.0.2` for the inside. */
  async function twoFaced(answers: readonly (readonly string[])[]) {
    const port = await listening(named('public'));
    await listening(named('inside'), undefined, '127.0.0.2', port);
    let asked = 0;
    const resolve = async () => answers[asked++] ?? [];
    return {
      port,
      asked: () => asked,
      fetcher: fetcherOf([port], { resolve }),
      url: `http://rebind.example.org:${port}/`,
    };
  }

  it('is asked once, and believed for that one connection', async () => {
    const { fetcher, url, asked } = await twoFaced([['127.0.0.1'], ['127.0.0.2']]);
    expect(Buffer.from(given(await fetcher.fetch({ url })).body).toString()).toBe('public');
    expect(asked()).toBe(1);
  });

  it('is judged again when it is asked again', async () => {
    const { port } = await twoFaced([]);
    let asked = 0;
    const resolve = async () => (asked++ === 0 ? ['127.0.0.1'] : ['127.0.0.2']);
    // Another spelling of the same name is another origin, and so another connection.
    const fetcher = fetcherOf([port], { resolve });
    expect((await fetcher.fetch({ url: `http://a.example.org:${port}/` })).ok).toBe(true);
    const again = await fetcher.fetch({ url: `http://b.example.org:${port}/` });
    expect(again).toMatchObject(refused('fetch-not-public'));
  });

  it.each([
    [['127.0.0.1', '127.0.0.2'], 'fetch-not-public'],
    [['127.0.0.2'], 'fetch-not-public'],
    [['127.0.0.1', '::1'], 'fetch-not-public'],
    [['127.0.0.1', 'not an address'], 'fetch-not-public'],
    [[], 'fetch-not-public'],
  ])('is refused for any of its answers: %j', async (answer, code) => {
    const { fetcher, url } = await twoFaced([answer]);
    expect(await fetcher.fetch({ url })).toMatchObject(refused(code));
  });
});

describe('a site out of reach', () => {
  it.each([
    ['ENOTFOUND', 'name'],
    ['EAI_AGAIN', 'connection'],
  ])('has no name, or not now: %s', async (code, reason) => {
    const resolve = async () => Promise.reject(Object.assign(new Error(), { code }));
    const result = await fetcherOf([], { resolve }).fetch({ url: 'http://none.example.org' });
    expect(result).toEqual(refused('fetch-unreachable', { host: 'none.example.org', reason }));
  });

  it('is not what a fault of ours is taken for', async () => {
    const resolve = async () => Promise.reject(new TypeError('a fault'));
    const fetcher = fetcherOf([], { resolve });
    await expect(fetcher.fetch({ url: 'http://a.example.org' })).rejects.toThrow('a fault');
  });

  it('does not listen', async () => {
    const result = await fetcherOf([1]).fetch({ url: 'http://a.example.org:1' });
    expect(result).toMatchObject(refused('fetch-unreachable', { reason: 'connection' }));
  });

  it('cannot prove its name, which it was asked for', async () => {
    const asked: string[] = [];
    const server = createTlsServer({
      ...{ key: KEY, cert: CERTIFICATE },
      SNICallback(name, done) {
        asked.push(name);
        done(null);
      },
    });
    const port = await listening(server);
    const result = await fetcherOf([port]).fetch({ url: `https://tls.example.org:${port}/` });
    expect(result).toMatchObject(refused('fetch-unreachable', { reason: 'certificate' }));
    expect(asked).toEqual(['tls.example.org']);
  });
});

describe('what is allowed besides', () => {
  it.each([
    [(port: number) => `127.0.0.1:${port}`, true],
    [(port: number) => `site.example.org:${port}`, true],
    [(port: number) => `SITE.example.org:${port}`, true],
    [() => '127.0.0.0/8', true],
    [(port: number) => `other.example.org:${port}`, false],
    [(port: number) => `127.0.0.1:${port - 1}`, false],
    [(port: number) => `[::1]:${port}`, false],
    [() => '10.0.0.0/8', false],
    [() => '::/0', false],
  ])('is exact: %s', async (allowance, allowed) => {
    const port = await site((_, response) => response.end());
    const fetcher = fetcherOf([], { allow: [allowance(port)] });
    const result = await fetcher.fetch({ url: `http://site.example.org:${port}/` });
    expect(result.ok ? 'ok' : result.refusals[0].code).toBe(allowed ? 'ok' : 'fetch-not-public');
  });

  it.skipIf(!HAS_SIX)('may be an address of IPv6', async () => {
    const port = await listening(named('six'), undefined, '::1');
    const url = `http://[0:0::1]:${port}/`;
    const allowed = fetcherOf([], { allow: [`[::1]:${port}`] });
    expect(Buffer.from(given(await allowed.fetch({ url })).body).toString()).toBe('six');
    expect(await fetcherOf([port]).fetch({ url })).toMatchObject(refused('fetch-not-public'));
  });

  it.each(['127.0.0.1', 'localhost', '10.0.0.0/99', 'http://a:80', ':80', '*:80/'])(
    'must be understood: %s',
    (allowance) => {
      expect(() => fetcherOf([], { allow: [allowance] })).toThrow('neither host:port');
    },
  );
});

describe('a host', () => {
  it('is never asked more than two things at once, whatever the port, and answers all', async () => {
    let most = 0;
    const held: ServerResponse[] = [];
    const answer: RequestListener = (_, response) => {
      most = Math.max(most, held.push(response));
      // Whoever came along with it has been counted by the next turn of the loop.
      if (held.length >= 2) setImmediate(() => held.splice(0).forEach((one) => void one.end()));
    };
    const ports = [await site(answer), await site(answer)];
    const fetcher = fetcherOf(ports);
    const asked = Array.from({ length: 12 }, (_, index) =>
      fetcher.fetch({ url: `http://a.example.org:${ports[index % 2]}/` }),
    );
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
    expect(most).toBe(2);
  });
});
