import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** How long a start may take on a machine busy with other tests before it counts as hung. */
const START_WITHIN_MS = 60_000;

export interface Ecc {
  /** Its page's address, as printed. */
  readonly url: string;
  /** What it has printed, both outputs, in order; blanks plain. */
  readonly output: () => string;
  /** Sends the signal; gives the exit code once it is over, `null` when killed. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
}

export interface Start {
  readonly env?: Readonly<Record<string, string>>;
  /** Where it is started from: a `.env` file there counts, so never the repository. */
  readonly cwd: string;
}

/** What a run that does not get to its page says. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** The sources, as `node dist/src/main.js` would run them: they may be newer than `dist`. */
function launch(script: string, args: readonly string[], { env, cwd }: Start) {
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, resolve(script), ...args], {
    cwd,
    env: {
      PATH: process.env.PATH,
      TSX_TSCONFIG_PATH: resolve('tsconfig.json'),
      ECC_WEB_PORT: '0',
      ECC_ZONE: 'Europe/Paris',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text.replaceAll(/[\u00A0\u202F]/g, ' ');
    });
  }
  return { child, output: () => printed, over: ended(child) };
}

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'close');
  return code;
}

/** Starts ECC and waits for its page. Whoever starts it stops it, whatever happens. */
export async function startEcc(start: Start): Promise<Ecc> {
  const { child, output, over } = launch('src/main.ts', [], start);
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return over;
  };
  let late: NodeJS.Timeout | undefined;
  const url = await new Promise<string>((found, fail) => {
    const look = () => {
      const [address] = /http:\/\/\S+/.exec(output()) ?? [];
      if (address !== undefined && output().includes('Ctrl+C')) found(address);
    };
    child.stdout.on('data', look);
    over.then((code) => fail(new Error(`ended with ${code} before its page:\n${output()}`)));
    late = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`no page yet:\n${output()}`));
    }, START_WITHIN_MS);
  });
  clearTimeout(late);
  return { url, output, stop };
}

/** Runs a script of the sources to its end: the command line, or a start that is refused. */
export async function runEcc(
  script: string,
  args: readonly string[],
  start: Start,
): Promise<Ended> {
  const { output, over } = launch(script, args, start);
  return { code: await over, output: output() };
}
