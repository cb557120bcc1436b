import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/database/lock.js';
import { myself, type Owner } from '../../src/database/owner.js';
import { StartError } from '../../src/kernel/start-error.js';
import { testFolder } from '../support/database.js';
import { type Running, run } from '../support/process.js';

const HOLDER = join(import.meta.dirname, 'lock-holder.ts');
const running: Running[] = [];
afterEach(async () => {
  for (const process of running.splice(0)) await process.kill();
});

const lost = () => {
  throw new Error('lost');
};
const attempt = (folder: string) =>
  lockFolder(folder, lost).catch((error: StartError) => error.code);

/** A lock that somebody else left, or holds. */
async function theirs(folder: string, owner: Partial<Owner>, beatAgoMs = 0): Promise<string> {
  const path = join(folder, 'lock.7');
  await writeFile(path, JSON.stringify({ ...(await myself()), ...owner }));
  const beatAt = new Date(Date.now() - beatAgoMs);
  await utimes(path, beatAt, beatAt);
  return path;
}

async function holders(folder: string, count: number): Promise<Running[]> {
  const signal = join(await testFolder('signal'), 'go');
  const started = Array.from({ length: count }, () => run(HOLDER, folder, signal));
  running.push(...started);
  await Promise.all(started.map((process) => process.said('ready')));
  await writeFile(signal, '');
  await Promise.all(started.map((process) => process.said('result')));
  return started;
}

describe('the lock of a folder', () => {
  it('is held by one, and says by whom to the other', async () => {
    const folder = await testFolder('lock');
    const [holder] = await holders(folder, 1);
    const refusal = await lockFolder(folder, lost).catch((error) => error);
    expect(refusal).toBeInstanceOf(StartError);
    expect(refusal.code).toBe('data_in_use');
    for (const words of [refusal.say('fr'), refusal.say('en')]) {
      expect(words).toContain(String(holder?.pid));
      expect(words).toContain(folder);
    }
  });

  it('is held against the same process too', async () => {
    const folder = await testFolder('lock');
    const lock = await lockFolder(folder, lost);
    expect(await attempt(folder)).toBe('data_in_use');
    await lock.release();
    await (await lockFolder(folder, lost)).release();
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('falls to the next at once when its holder is killed', async () => {
    const folder = await testFolder('lock');
    const [holder] = await holders(folder, 1);
    await holder?.kill();
    await (await lockFolder(folder, lost)).release();
  });

  it('is taken over by one of many processes that start together', async () => {
    const folder = await testFolder('lock');
    const [dead] = await holders(folder, 1);
    await dead?.kill();
    const results = (await holders(folder, 6)).map(({ lines }) => lines[1]);
    expect(results.filter((line) => line === 'result: held')).toHaveLength(1);
    expect(results.filter((line) => line === 'result: data_in_use')).toHaveLength(5);
  });

  it('is taken over by one of many that start together, again and again', async () => {
    for (let round = 0; round < 30; round++) {
      const folder = await testFolder('lock');
      await theirs(folder, { pid: 0x7ffffff0 });
      const results = await Promise.all(Array.from({ length: 12 }, () => attempt(folder)));
      const won = results.filter((result) => typeof result !== 'string');
      expect(won).toHaveLength(1);
      for (const lock of won) if (typeof lock !== 'string') await lock.release();
    }
  });

  it('is not kept by another process that has got the dead one’s number', async () => {
    const folder = await testFolder('lock');
    await theirs(folder, { pid: process.pid, startedTicks: '1' });
    await (await lockFolder(folder, lost)).release();
  });

  it('is not kept by what a power cut left of it', async () => {
    const folder = await testFolder('lock');
    await writeFile(join(folder, 'lock.3'), '{"pid":1');
    await (await lockFolder(folder, lost)).release();
    expect(await readdir(folder)).toEqual(['lock.4']);
  });

  it('is respected while it beats, where its holder cannot be seen', async () => {
    const folder = await testFolder('lock');
    const path = await theirs(folder, { place: 'another container', pid: 1 }, 3_000);
    const beating = setInterval(() => {
      void readFile(path).then((bytes) => writeFile(path, bytes, { flag: 'r+' }));
    }, 700);
    expect(await attempt(folder)).toBe('data_in_use');
    clearInterval(beating);
    await sleep(50);
  });

  it('falls when it has not beaten for long, where its holder cannot be seen', async () => {
    const folder = await testFolder('lock');
    await theirs(folder, { place: 'before the reboot', pid: process.pid }, 18_500);
    const startedAt = Date.now();
    await (await lockFolder(folder, lost)).release();
    expect(Date.now() - startedAt).toBeGreaterThan(1_000);
  });

  it('tells its holder when somebody took it, for it to stop', async () => {
    const folder = await testFolder('lock');
    const error = await new Promise<Error>((resolve) => {
      void lockFolder(folder, resolve).then(() => writeFile(join(folder, 'lock.9'), ''));
    });
    expect(error.message).toContain('taken over');
  });
});
