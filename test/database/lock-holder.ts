/** Takes the lock of a folder when told to begin, says how it went, and keeps it. */
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockFolder } from '../../src/database/lock.js';
import { StartError } from '../../src/kernel/start-error.js';

const [folder = '', signal = ''] = process.argv.slice(2);
console.log('ready');
while (!existsSync(signal)) await sleep(1);
try {
  await lockFolder(folder, () => process.exit(3));
  console.log('result: held');
} catch (error) {
  console.log(`result: ${error instanceof StartError ? error.code : String(error)}`);
}
setInterval(() => undefined, 1_000);
