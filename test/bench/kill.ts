/**
 * `npm run bench:kill`: kills the process while votes are coming in, twenty times at random
 * moments, and looks for a vote that was acknowledged and is lost, or that counts twice.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { figures } from './figures.js';
import { exportFaults, tableFaults } from './kept.js';
import { startEcc } from './process.js';
import { type Sent, storm } from './storm.js';

const KILLS = 20;
const PEOPLE = 25;
/** A kill comes after up to so many answers, and a moment more. */
const MOST_ANSWERS = 3 * PEOPLE;
const MOMENT_MS = 100;
const MOST_SAID = 20;

const dataDir = await mkdtemp(join(tmpdir(), 'ecc-kill-'));
const crowd = storm(PEOPLE);
const startedMs: number[] = [];
const inFlight: number[] = [];
const askedAgain: ('recorded' | 'already')[] = [];

const count = (state: Sent['state']): number =>
  crowd.votes().filter((vote) => vote.state === state).length;
const acknowledged = (): number => count('acknowledged');

let ecc = await startEcc(dataDir);
const first = await crowd.arrive(ecc.url);
await first.type('/décision proposer "Tenir bon" "Quoi qu’il arrive" accord "dans trois jours"');

for (let kill = 0; kill < KILLS; kill++) {
  let over = false;
  const raging = crowd.rage(ecc.url, () => over);
  const answered = acknowledged() + Math.random() * MOST_ANSWERS;
  while (acknowledged() < answered) await sleep(1);
  await sleep(Math.random() * MOMENT_MS);
  await ecc.kill();
  over = true;
  await raging;
  inFlight.push(count('sent'));
  ecc = await startEcc(dataDir);
  startedMs.push(ecc.startedInMs);
  askedAgain.push(...(await crowd.askAgain(ecc.url, () => Math.random() < 0.5)));
}

const faults = await exportFaults(crowd, ecc.url);
await ecc.stop();
const kept = await tableFaults(crowd, dataDir);
faults.push(...kept.faults);
await rm(dataDir, { recursive: true });

const already = askedAgain.filter((answer) => answer === 'already').length;
console.log(`${KILLS} kills, ${PEOPLE} people, ${crowd.votes().length} votes sent`);
console.log(`acknowledged: ${acknowledged()}`);
console.log(`in flight at a kill: ${figures(inFlight, 'votes')}`);
console.log(`sent again after it: ${askedAgain.length}, of which ${already} had been recorded`);
console.log(`never sent again: ${count('lost')}, of which ${kept.lostButRecorded} were recorded`);
console.log(`start after a kill: ${figures(startedMs, 'ms')}`);
for (const fault of faults.slice(0, MOST_SAID)) console.log(`WRONG: ${fault}`);
console.log(faults.length === 0 ? 'Nothing lost, nothing twice.' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
