import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FetchRequest } from '../../src/fetching/types.js';
import { ask, fetcherOf, given, rawSite, refused } from './site.js';

const MEGABYTE = 1_048_576;

/** Far beyond what a slow machine needs for the same exchange with an honest site. */
const PATIENCE = { timeoutMs: 60_000 };

async function askRaw(answer: (socket: Socket) => void, limits: FetchRequest['limits'] = PATIENCE) {
  const port = await rawSite(answer);
  return fetcherOf([port]).fetch({ url: `http://site.example.org:${port}/`, limits });
}

/** Writes the same for as long as it is listened to. */
function endlessly(socket: Socket, head: string, piece: string, everyMs = 0): void {
  socket.write(head);
  const write = (): void => {
    if (socket.destroyed) return;
    const full = !socket.write(piece);
    if (full) socket.once('drain', write);
    else setTimeout(write, everyMs);
  };
  write();
}

const OK = 'HTTP/1.1 200 OK\r\n';

describe('what is too large', () => {
  it('is refused when it says so', async () => {
    const result = await askRaw((socket) => {
      socket.write(`${OK}Content-Length: 99999999999\r\n\r\n`);
    });
    expect(result).toMatchObject(refused('fetch-too-large'));
  });

  it('is cut when it does not', async () => {
    const piece = `ffff\r\n${'a'.repeat(0xffff)}\r\n`;
    const result = await askRaw((socket) => {
      endlessly(socket, `${OK}Transfer-Encoding: chunked\r\n\r\n`, piece);
    });
    expect(result).toMatchObject(refused('fetch-too-large'));
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('is cut while it is decompressed: %s', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(64 * MEGABYTE));
    const limits = { bytes: 32 * MEGABYTE, ...PATIENCE };
    const result = await ask(
      (_, response) => response.setHeader('Content-Encoding', encoding).end(bomb),
      { limits },
    );
    expect(result).toMatchObject(refused('fetch-too-large'));
    const small = compress(Buffer.alloc(MEGABYTE));
    const kept = await ask(
      (_, response) => response.setHeader('Content-Encoding', encoding).end(small),
      { limits },
    );
    expect(given(kept).body).toHaveLength(MEGABYTE);
  });

  it('is measured once decompressed', async () => {
    const page = randomBytes(90_000).toString('base64');
    const answer = gzipSync(page);
    expect(answer.length).toBeLessThan(100_000);
    const result = (bytes: number) =>
      ask((_, response) => response.setHeader('Content-Encoding', 'gzip').end(answer), {
        limits: { bytes },
      });
    expect(await result(100_000)).toMatchObject(refused('fetch-too-large'));
    expect(given(await result(120_000)).body).toHaveLength(120_000);
  });

  it('is cut for its ratio before its size', async () => {
    const answer = gzipSync(Buffer.alloc(3 * MEGABYTE));
    const result = (ratio: number) =>
      ask((_, response) => response.setHeader('Content-Encoding', 'gzip').end(answer), {
        limits: { ratio, ...PATIENCE },
      });
    expect(await result(100)).toMatchObject(refused('fetch-too-large'));
    expect((await result(10_000)).ok).toBe(true);
  });

  it('may be nothing, compressed without end', async () => {
    const empty = gzipSync('').toString('latin1').repeat(1_000);
    const size = empty.length.toString(16);
    const port = await rawSite((socket) => {
      socket.setDefaultEncoding('latin1');
      const head = `${OK}Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n`;
      endlessly(socket, head, `${size}\r\n${empty}\r\n`);
    });
    const url = `http://site.example.org:${port}/`;
    const result = await fetcherOf([port]).fetch({ url, limits: PATIENCE });
    expect(result).toMatchObject(refused('fetch-too-large'));
  });

  it('may be its headers', async () => {
    const result = await askRaw((socket) => endlessly(socket, OK, `X-A: ${'a'.repeat(900)}\r\n`));
    expect(result).toMatchObject(refused('fetch-too-large'));
  });
});

describe('what is too slow', () => {
  const limits = { timeoutMs: 300 };
  it.each<[string, (socket: Socket) => void]>([
    ['says nothing', () => undefined],
    ['says its headers letter by letter', (socket) => endlessly(socket, OK, 'X', 20)],
    [
      'says its body letter by letter',
      (socket) => endlessly(socket, `${OK}Content-Length: 900000\r\n\r\n`, 'a', 20),
    ],
    [
      'announces an answer again and again',
      (socket) => endlessly(socket, '', 'HTTP/1.1 103 Early Hints\r\n\r\n', 20),
    ],
    [
      'redirects without letting go',
      (socket) => endlessly(socket, 'HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n', 'a', 20),
    ],
  ])('is left: %s', async (_, answer) => {
    expect(await askRaw(answer, limits)).toMatchObject(refused('fetch-too-slow'));
  });
});

describe('what makes no sense', () => {
  it.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['an unknown encoding', `${OK}Content-Encoding: zstd\r\nContent-Length: 1\r\n\r\na`],
    ['two encodings', `${OK}Content-Encoding: gzip, gzip\r\nContent-Length: 1\r\n\r\na`],
    ['a broken encoding', `${OK}Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd`],
    ['a broken Brotli', `${OK}Content-Encoding: br\r\nContent-Length: 4\r\n\r\n\xff\xff\xff\xff`],
    ['two lengths', `${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    [
      'a length and chunks',
      `${OK}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
  ])('is refused: %s', async (_, text) => {
    const result = await askRaw((socket) => socket.end(Buffer.from(text, 'latin1')));
    expect(result).toMatchObject(refused('fetch-garbled'));
  });

  it.each([
    ['before', ''],
    ['for something else than', 'HTTP/1.1 101 Hi\r\nUpgrade: a\r\nConnection: upgrade\r\n\r\n'],
    ['in the middle of', `${OK}Content-Length: 100\r\n\r\nabc`],
  ])('is refused when the line is cut %s an answer', async (_, text) => {
    const result = await askRaw((socket) => socket.end(text));
    expect(result).toMatchObject(refused('fetch-unreachable', { reason: 'connection' }));
  });
});
