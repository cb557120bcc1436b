import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';

/** Who holds a lock. */
export const owner = z.object({
  pid: z.number().int(),
  /** When the process began, in the kernel's ticks since boot; `null` where it cannot be known. */
  startedTicks: z.string().nullable(),
  /** Where its pid means something: the machine, its boot and its container. */
  place: z.string(),
  host: z.string(),
  since: z.iso.datetime(),
});
export type Owner = z.infer<typeof owner>;

export async function myself(): Promise<Owner> {
  return {
    pid: process.pid,
    startedTicks: await startedTicks(process.pid),
    place: await place(),
    host: hostname(),
    since: new Date().toISOString(),
  };
}

/** Whether that process still runs; `unknown` when it cannot be seen from here. */
export async function isAlive(who: Owner): Promise<'yes' | 'no' | 'unknown'> {
  if (who.place !== (await place())) return 'unknown';
  try {
    process.kill(who.pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'no';
  }
  if (who.startedTicks === null) return 'yes';
  return (await startedTicks(who.pid)) === who.startedTicks ? 'yes' : 'no';
}

async function place(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const container = await readlink('/proc/self/ns/pid').catch(() => '');
  return [hostname(), boot.trim(), container].join(' ');
}

/** Field 22 of /proc/<pid>/stat (proc(5)); `null` where there is none or the process is dead. */
async function startedTicks(pid: number): Promise<string | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The second field is the command's name, in brackets, and may hold blanks and brackets.
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] === 'Z' ? null : (fields?.[19] ?? null);
}
