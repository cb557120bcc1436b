import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { movingClock } from '../support/clock.js';
import { ask, fetcherOf, given, refused, site } from './site.js';

const textOf = (body: Uint8Array): string => Buffer.from(body).toString();

describe('what is fetched', () => {
  it('is given whole, with its headers and its address', async () => {
    const port = await site((request, response) => {
      response.setHeader('Set-Cookie', 'a=1').setHeader('X-A', ['1', '2']).setHeader('ETag', '"é"');
      response.end(JSON.stringify([request.method, request.url, request.headers]));
    });
    const url = `http://Site.Example.org.:${port}/a/../é?b=c d#here`;
    const value = given(await fetcherOf([port]).fetch({ url, headers: { Accept: 'text/html' } }));
    expect(value).toMatchObject({
      ...{ status: 200, notModified: false, permanentlyMovedTo: null },
      url: `http://site.example.org:${port}/%C3%A9?b=c%20d`,
      headers: { 'x-a': '1, 2' },
    });
    expect(value.headers).not.toHaveProperty('set-cookie');
    const [method, path, headers] = JSON.parse(textOf(value.body));
    expect([method, path]).toEqual(['GET', '/%C3%A9?b=c%20d']);
    expect(headers).toEqual({
      host: `site.example.org:${port}`,
      connection: 'keep-alive',
      'user-agent': 'ECC-test/1',
      'accept-encoding': 'gzip, deflate, br',
      accept: 'text/html',
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['identity', (body: Buffer) => body],
    ['gzip', (body: Buffer) => gzipSync(body).subarray(0, -8)],
    ['gzip', () => Buffer.alloc(0)],
  ])('is decompressed: %s', async (encoding, compress) => {
    const page = Buffer.from('Une page assez longue. '.repeat(1_000));
    const body = compress(page);
    const result = await ask((_, response) => {
      response.setHeader('Content-Encoding', encoding).end(body);
    });
    expect(textOf(given(result).body)).toBe(body.length > 0 ? page.toString() : '');
  });

  it('may be asked as calendars are', async () => {
    const result = await ask(
      async (request, response) => {
        const body = await request.setEncoding('utf8').toArray();
        const { depth, authorization, 'content-type': type } = request.headers;
        response.statusCode = 207;
        response.end([request.method, depth, type, authorization, ...body].join(' | '));
      },
      {
        method: 'PROPFIND',
        body: '<propfind/>',
        headers: { Depth: '1', 'Content-Type': 'application/xml' },
        credentials: { type: 'basic', user: 'zoé', password: 'a:b' },
      },
    );
    const basic = Buffer.from('zoé:a:b').toString('base64');
    expect(given(result).status).toBe(207);
    expect(textOf(given(result).body)).toBe(
      `PROPFIND | 1 | application/xml | Basic ${basic} | <propfind/>`,
    );
  });

  it('is not sent again when it has not changed', async () => {
    const port = await site((request, response) => {
      const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
      response.statusCode = etag === '"a"' && since === 'yesterday' ? 304 : 200;
      response.end();
    });
    const fetcher = fetcherOf([port]);
    const url = `http://a.example.org:${port}/`;
    const conditional = { etag: '"a"', lastModified: 'yesterday' };
    expect(given(await fetcher.fetch({ url, conditional }))).toMatchObject({
      ...{ status: 304, notModified: true },
      body: new Uint8Array(),
    });
    // What a server made up cannot break the next request.
    const broken = { etag: '"☃\r\nX: 1"', lastModified: null };
    expect(given(await fetcher.fetch({ url, conditional: broken })).notModified).toBe(false);
  });

  it('is refused when nobody asked whether it changed', async () => {
    const result = await ask((_, response) => response.writeHead(304).end());
    expect(result).toMatchObject(refused('fetch-bad-status', { status: 304 }));
  });

  it.each([
    [401, 'closed', undefined, undefined],
    [404, 'gone', undefined, undefined],
    [410, 'gone', undefined, undefined],
    [418, 'other', 'soon', undefined],
    [429, 'busy', '120', 120_000],
    [503, 'busy', 'Sun, 22 Nov 2026 12:01:30 GMT', 90_000],
    [500, 'broken', 'Sun, 22 Nov 2026 11:00:00 GMT', 0],
    [301, 'other', '-5', undefined],
  ])('says what %i means: %s, back after %s', async (status, kind, header, retryAfterMs) => {
    const port = await site((_, response) => {
      if (header) response.setHeader('Retry-After', header);
      response.writeHead(status).end('no');
    });
    const fetcher = fetcherOf([port], { clock: movingClock('2026-11-22T12:00:00Z') });
    const result = await fetcher.fetch({ url: `http://site.example.org:${port}/` });
    const host = `site.example.org:${port}`;
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    expect(result).toEqual(refused('fetch-bad-status', { host, status, kind, ...wait }));
  });

  it('may be an answer that is expected', async () => {
    const result = await ask((_, response) => response.writeHead(412).end('changed'), {
      method: 'PUT',
      headers: { 'If-Match': '"a"' },
      body: 'BEGIN:VCALENDAR',
      expected: [412],
    });
    expect(given(result)).toMatchObject({ status: 412, body: Buffer.from('changed') });
  });

  it('never takes credentials or framing among the headers', async () => {
    const fetcher = fetcherOf([]);
    for (const name of ['Authorization', 'cookie', 'Host', 'Content-Length']) {
      const request = { url: 'http://127.0.0.1:1/', headers: { [name]: 'a' } };
      await expect(fetcherOf([1]).fetch(request)).rejects.toThrow('is not for headers');
      expect((await fetcher.fetch(request)).ok).toBe(false);
    }
  });
});
