import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figures, ratio } from './figures.js';
import { startEcc } from './process.js';

const TIMES = 5;

/** First and later starts, in turn, each on a folder of its own; and the most memory they take. */
export async function benchStart(): Promise<string[]> {
  const first = { startMs: [] as number[], peakMb: [] as number[] };
  const later = { startMs: [] as number[], peakMb: [] as number[] };
  for (let time = 0; time < TIMES; time++) {
    const dataDir = await mkdtemp(join(tmpdir(), 'ecc-bench-'));
    for (const kept of [first, later]) {
      const ecc = await startEcc(dataDir);
      kept.startMs.push(ecc.startedInMs);
      kept.peakMb.push(await ecc.peakMb());
      await ecc.stop();
    }
    await rm(dataDir, { recursive: true });
  }
  return [
    `first start, to its page    ${figures(first.startMs, 'ms')}`,
    `later starts, to their page ${figures(later.startMs, 'ms')}`,
    `later / first               ${ratio(later.startMs, first.startMs)}`,
    `memory, first start         ${figures(first.peakMb, 'MB')}`,
    `memory, later starts        ${figures(later.peakMb, 'MB')}`,
  ];
}
