import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fetcherOf, given, refused, site } from './site.js';

type Seen = { method: string; headers: IncomingHttpHeaders; body: string };

/** `/301/b.example.org/302/c.example.org` goes to b for good, to c for now, and answers there. */
async function maze() {
  const seen: Seen[] = [];
  const port = await site(async (request, response) => {
    const body = (await request.setEncoding('utf8').toArray()).join('');
    seen.push({ method: request.method ?? '', headers: request.headers, body });
    const [, status = '', host = '', ...rest] = (request.url ?? '').split('/');
    if (!status) return response.end('arrived');
    const location = `http://${host}:${port}/${rest.join('/')}`;
    return response.writeHead(Number(status), { location }).end('see there');
  });
  const fetcher = fetcherOf([port]);
  return {
    port,
    seen,
    fetcher,
    at: (host: string, path: string) => `http://${host}:${port}${path}`,
  };
}

describe('redirects', () => {
  it.each([
    ['/', null, 'a.example.org'],
    ['/301/b.example.org/', 'b.example.org', 'b.example.org'],
    ['/308/b.example.org/301/c.example.org/', 'c.example.org', 'c.example.org'],
    ['/302/b.example.org/', null, 'b.example.org'],
    ['/302/b.example.org/301/c.example.org/', null, 'c.example.org'],
    ['/301/b.example.org/307/c.example.org/', 'b.example.org', 'c.example.org'],
  ])('of %s move to %s for good, and end at %s', async (path, moved, end) => {
    const { fetcher, at } = await maze();
    const value = given(await fetcher.fetch({ url: at('a.example.org', path) }));
    expect(new URL(value.url).hostname).toBe(end);
    const { permanentlyMovedTo } = value;
    expect(permanentlyMovedTo && new URL(permanentlyMovedTo).hostname).toBe(moved);
  });

  it('may be relative, and in any letters', async () => {
    const port = await site((request, response) => {
      if (request.url === '/a/b')
        response.writeHead(302, { location: Buffer.from('../é').toString('latin1') }).end();
      else response.end(request.url);
    });
    const result = await fetcherOf([port]).fetch({ url: `http://a.example.org:${port}/a/b` });
    expect(Buffer.from(given(result).body).toString()).toBe('/%C3%A9');
  });

  it('end: a circle is refused, and so is one too many', async () => {
    let asked = 0;
    const port = await site((_, response) => {
      asked++;
      response.writeHead(302, { location: '/' }).end();
    });
    const fetcher = fetcherOf([port]);
    const url = `http://a.example.org:${port}/`;
    expect(await fetcher.fetch({ url })).toMatchObject(refused('fetch-too-many-redirects'));
    expect(asked).toBe(6);
    const none = await fetcher.fetch({ url, limits: { redirects: 0 } });
    expect(none).toMatchObject(refused('fetch-too-many-redirects'));
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data/', 'fetch-not-public'],
    ['//10.0.0.1/', 'fetch-not-public'],
    ['http://[::ffff:7f00:1]/', 'fetch-not-public'],
    ['http://0x7f.1:6379/', 'fetch-not-public'],
    ['http://inside.example.org/', 'fetch-not-public'],
    ['http://metadata.google.internal/', 'fetch-not-public'],
    ['file:///etc/passwd', 'fetch-bad-address'],
    ['gopher://127.0.0.1:6379/_FLUSHALL', 'fetch-bad-address'],
    ['http://user:pass@b.example.org/', 'fetch-bad-address'],
    ['//a.example.org\\@127.0.0.1/', 'fetch-bad-address'],
    ['http://[fe80::1%25lo]/', 'fetch-bad-address'],
  ])('do not lead inside: %s', async (location, code) => {
    const port = await site((_, response) => response.writeHead(302, { location }).end());
    const resolve = async (name: string) => [
      name === 'inside.example.org' ? '10.0.0.9' : '127.0.0.1',
    ];
    const fetcher = fetcherOf([port], { resolve });
    const result = await fetcher.fetch({ url: `http://a.example.org:${port}/` });
    expect(result).toMatchObject(refused(code));
  });

  const SECRETS = {
    headers: { Depth: '1', 'If-Match': '"hunter2"', 'X-Key': 'hunter2' },
    credentials: { type: 'bearer', token: 'hunter2' },
  } as const;

  it.each([
    ['/307/a.example.org/307/b.example.org/307/a.example.org/', [3, 3, 0, 0]],
    ['/307/b.example.org/307/b.example.org/', [3, 0, 0]],
  ])(
    'carry what is secret to the same origin alone, and not back either: %s',
    async (path, told) => {
      const { fetcher, at, seen } = await maze();
      const url = at('a.example.org', path);
      await fetcher.fetch({ url, method: 'REPORT', body: 'question', ...SECRETS });
      const secrets = seen.map(
        ({ headers }) => JSON.stringify(headers).split('hunter2').length - 1,
      );
      expect(secrets).toEqual(told);
      expect(seen.map(({ method, body, headers }) => [method, body, headers.depth])).toEqual(
        told.map(() => ['REPORT', 'question', '1']),
      );
    },
  );

  it('to another port or scheme of the same name are to another origin', async () => {
    const { fetcher, at, seen, port } = await maze();
    const other = await site((_, response) => {
      response.writeHead(307, { location: at('a.example.org', '/') }).end();
    });
    const both = fetcherOf([port, other]);
    await both.fetch({ url: `http://a.example.org:${other}/`, ...SECRETS });
    expect(JSON.stringify(seen)).not.toContain('hunter2');
    await fetcher.fetch({ url: at('a.example.org', '/'), ...SECRETS });
    expect(JSON.stringify(seen)).toContain('hunter2');
  });

  it('never carry to another site what is written to one', async () => {
    const { fetcher, at, seen } = await maze();
    for (const method of ['PUT', 'DELETE'] as const) {
      const url = at('a.example.org', '/307/a.example.org/307/b.example.org/');
      const result = await fetcher.fetch({ url, method, body: 'mine' });
      expect(result).toMatchObject(refused('fetch-bad-status', { status: 307 }));
    }
    expect(seen.map(({ headers }) => headers.host?.split('.')[0])).toEqual(['a', 'a', 'a', 'a']);
  });

  it('after a 303 only look', async () => {
    const { fetcher, at, seen } = await maze();
    await fetcher.fetch({
      url: at('a.example.org', '/303/a.example.org/'),
      method: 'PUT',
      body: 'x',
    });
    expect(seen.map(({ method, body }) => [method, body])).toEqual([
      ['PUT', 'x'],
      ['GET', ''],
    ]);
  });
});
