import { Socket } from 'node:net';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFetcher } from '../../src/fetching/fetcher.js';
import { BAD, NOT_PUBLIC } from './tricks.js';

const LEADS: Readonly<Record<string, readonly string[]>> = {
  'localtest.me': ['127.0.0.1', '::1'],
  'spoofed.example.org': ['10.1.2.3'],
  'six.example.org': ['fd00::1'],
  'mapped.example.org': ['::ffff:10.0.0.1'],
  // One answer of several is enough.
  'half.example.org': ['1.1.1.1', '192.168.1.1'],
};

const asked: string[] = [];
const fetcher = createFetcher({
  userAgent: 'test',
  async resolve(name) {
    asked.push(name);
    const own = /(\d+\.\d+\.\d+\.\d+)\.nip\.io$/.exec(name)?.[1];
    return own ? [own] : (LEADS[name] ?? ['1.1.1.1']);
  },
});
afterAll(() => fetcher.close());

/** Nothing of this may leave the machine, were the guard wrong. */
const connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
  throw new Error('a connection was tried');
});
beforeEach(() => {
  connect.mockClear();
  asked.length = 0;
});

describe('the published tricks', () => {
  it('are many, and told apart', () => {
    const all = [...NOT_PUBLIC, ...BAD];
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(150);
  });

  it('would be seen: what is public is connected to', async () => {
    await expect(fetcher.fetch({ url: 'http://public.example.org' })).rejects.toThrow('was tried');
    expect(connect).toHaveBeenCalledOnce();
  });

  it.each(NOT_PUBLIC)('reach nothing inside: %s', async (url) => {
    expect(await fetcher.fetch({ url })).toMatchObject({
      ok: false,
      refusals: [{ code: 'fetch-not-public' }],
    });
    expect(connect).not.toHaveBeenCalled();
  });

  it.each(BAD)('are no address: %j', async (url) => {
    expect(await fetcher.fetch({ url })).toMatchObject({
      ok: false,
      refusals: [{ code: 'fetch-bad-address' }],
    });
    expect(asked).toEqual([]);
    expect(connect).not.toHaveBeenCalled();
  });

  it('are told without the password that may be in them', async () => {
    const result = await fetcher.fetch({ url: 'https://zoé:hunter2@public.example.org/a' });
    const params = { typed: 'https://…@public.example.org/a' };
    expect(result).toEqual({ ok: false, refusals: [{ code: 'fetch-bad-address', params }] });
  });
});
