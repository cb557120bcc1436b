import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Running {
  readonly pid: number;
  readonly lines: string[];
  /** Resolves with the first line that begins so; rejects when the process ends without it. */
  said(start: string): Promise<string>;
  /** Ends it as a power cut would, and waits for that. */
  kill(): Promise<void>;
}

/** Runs one of our TypeScript files as a process of its own. */
export function run(file: string, ...args: string[]): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    pid: child.pid ?? 0,
    lines,
    said: (start) => lineOf(child, lines, start),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function lineOf(child: ChildProcess, lines: string[], start: string): Promise<string> {
  for (;;) {
    const line = lines.find((text) => text.startsWith(start));
    if (line !== undefined) return line;
    if (child.exitCode !== null) throw new Error(`it ended without saying ${start}: ${lines}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
