import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** Takes the garbage out, so that what is measured next is not that of before. */
export const collect: () => void = runInNewContext('gc');

/** What is in use once the garbage is out, and what the process holds of the machine's memory. */
export function memory(): string {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return `${megabytes(heapUsed + external)} in use, ${megabytes(rss)} held`;
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;
