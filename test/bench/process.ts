import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const REPOSITORY = join(import.meta.dirname, '../..');
const GIVE_UP_MS = 60_000;
const LOOK_EVERY_MS = 10;

/** ECC as `npm start` runs it, in a process of its own. */
export interface Running {
  readonly url: string;
  /** From the launch to its start page and its web page. */
  readonly startedInMs: number;
  /** The most memory it has had, in megabytes (`VmHWM`, proc(5)). */
  peakMb(): Promise<number>;
  /** Asks it to stop, and waits. @throws when it stops badly. */
  stop(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
}

/** @throws when no page comes, with what the process said. */
export async function startEcc(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], {
    cwd: REPOSITORY,
    env: { ...process.env, ...SETTINGS, ...env, ECC_DATA: dataDir, ECC_WEB_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  const orphan = (): boolean => child.kill('SIGKILL');
  process.once('exit', orphan);
  void exited.then(() => process.off('exit', orphan));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes) => {
      said += bytes;
    });
  }
  // It prints its address when all of it works; a page may come a moment before.
  while (!said.includes(url) || !(await answers(url))) {
    const late = performance.now() - began > GIVE_UP_MS;
    if (late) child.kill('SIGKILL');
    if (late || child.exitCode !== null || child.signalCode !== null)
      throw new Error(`ECC did not start:\n${said}`);
    await sleep(LOOK_EVERY_MS);
  }
  return {
    url,
    startedInMs: performance.now() - began,
    peakMb: () => peakMb(child),
    async stop() {
      child.kill('SIGTERM');
      const [code, signal] = await exited;
      if (code !== 0) throw new Error(`ECC stopped with ${code ?? signal}:\n${said}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Whatever the shell has set, the run is on the embedded database. */
const SETTINGS = { DATABASE_URL: '', REDIS_URL: '', ECC_WEB_HOST: '', ECC_LANGUAGE: 'fr' };

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}

async function peakMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
