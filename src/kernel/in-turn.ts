/**
 * One work at a time for one key, in the order they are asked for; those of other keys meanwhile.
 * For what would else wait for one row, each with a connection of the pool in its hand. Only within
 * this process: what must hold between several is the database's to hold.
 */
export function inTurn<K>(): <T>(key: K, work: () => Promise<T>) => Promise<T> {
  const last = new Map<K, Promise<unknown>>();
  return (key, work) => {
    const done = (last.get(key) ?? Promise.resolve()).then(work);
    const tail = done
      .catch(() => undefined)
      .then(() => {
        if (last.get(key) === tail) last.delete(key);
      });
    last.set(key, tail);
    return done;
  };
}
