import 'fake-indexeddb/auto';

/** The part of IndexedDB (W3C) that is used here: Node's types have none. */
export interface Request<T> {
  readonly result: T;
  readonly error: unknown;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
  onupgradeneeded: (() => void) | null;
}

export type Path = string | string[];

interface Store {
  readonly keyPath: Path | null;
  readonly autoIncrement: boolean;
  readonly indexNames: Iterable<string>;
  index(name: string): { keyPath: Path; unique: boolean; multiEntry: boolean };
  getAllKeys(): Request<unknown[]>;
  getAll(): Request<unknown[]>;
  put(value: unknown, key?: unknown): void;
  createIndex(name: string, path: Path, options: object): void;
}

interface Database {
  readonly version: number;
  readonly objectStoreNames: Iterable<string>;
  transaction(names: string[], mode: 'readonly'): { objectStore(name: string): Store };
  createObjectStore(name: string, options: object): Store;
  close(): void;
}

/** In memory: the machine in WebAssembly looks for it among the globals. */
export const indexedDb = (globalThis as unknown as { indexedDB: object }).indexedDB as {
  databases(): Promise<{ readonly name?: string }[]>;
  open(name: string, version?: number): Request<Database>;
  deleteDatabase(name: string): Request<unknown>;
};
