/** Lets so much work run at once, the rest in the order it came. */
interface Turns {
  run<T>(work: () => Promise<T>): Promise<T>;
  idle(): boolean;
}

function createTurns(max: number): Turns {
  let free = max;
  const waiting: (() => void)[] = [];
  return {
    async run(work) {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free++;
      }
    },
    idle: () => free === max,
  };
}

/** Turns for each host, so that nobody's server is crowded, and for all of them together. */
export function createHostTurns(max: { readonly host: number; readonly all: number }) {
  const all = createTurns(max.all);
  const hosts = new Map<string, Turns>();
  return async <T>(host: string, work: () => Promise<T>): Promise<T> => {
    const turns = hosts.get(host) ?? createTurns(max.host);
    hosts.set(host, turns);
    try {
      return await turns.run(() => all.run(work));
    } finally {
      if (turns.idle()) hosts.delete(host);
    }
  };
}
