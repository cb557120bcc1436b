import type { Message } from './render/message.js';

/** Bounds, so that nobody's closed door fills the memory. */
const MOST_PEOPLE = 1000;
const MOST_EACH = 5;

/**
 * Private messages that Discord would not carry, until their person's next gesture, where they
 * are shown to that person alone: a word in the room would betray what is confidential. Kept in
 * memory only: what waits for somebody is also in `/ecc moi`.
 */
export function createWaiting() {
  const people = new Map<string, Map<string, Message>>();
  return {
    /** The same key replaces what it held. */
    put(userId: string, key: string, message: Message): void {
      const mine = people.get(userId) ?? new Map<string, Message>();
      people.delete(userId);
      people.set(userId, mine);
      mine.set(key, message);
      dropOldest(mine, MOST_EACH);
      dropOldest(people, MOST_PEOPLE);
    },
    drop(userId: string, key: string): void {
      people.get(userId)?.delete(key);
    },
    /** Everything that waited, oldest first: it waits no more. */
    take(userId: string): Message[] {
      const mine = [...(people.get(userId)?.values() ?? [])];
      people.delete(userId);
      return mine;
    },
  };
}

export type Waiting = ReturnType<typeof createWaiting>;

function dropOldest(entries: Map<string, unknown>, most: number): void {
  for (const key of entries.keys()) {
    if (entries.size <= most) return;
    entries.delete(key);
  }
}
