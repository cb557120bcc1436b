import { type Keys, newKey, ownVault } from '../../src/kernel/keys.js';

/** Keys in memory, with what a thief, or a fire, can do to them. */
export function testKeys(): Keys & { readonly held: Map<string, Buffer> } {
  const held = new Map<string, Buffer>();
  const find: Keys['find'] = (name) => {
    const key = held.get(name);
    return key ? ownVault(key) : null;
  };
  return {
    held,
    find,
    make(name) {
      const known = find(name);
      if (known) return known;
      const key = newKey();
      held.set(name, key);
      return ownVault(key);
    },
    destroy: (name) => {
      held.delete(name);
    },
    names: (beginning) => [...held.keys()].filter((name) => name.startsWith(beginning)),
  };
}
