import { deserialize, serialize } from 'node:v8';
import { indexedDb, type Path, type Request } from './indexed-db.js';

/** An IndexedDB database as one value: what it is made of, and what it holds. */
interface Dump {
  readonly name: string;
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly options: {
      readonly keyPath: Path | null;
      readonly autoIncrement: boolean;
    };
    readonly indexes: readonly {
      readonly name: string;
      readonly keyPath: Path;
      readonly unique: boolean;
      readonly multiEntry: boolean;
    }[];
    readonly rows: readonly { readonly key: unknown; readonly value: unknown }[];
  }[];
}

/** The databases whose names begin so, as text. */
export async function dumpDatabases(prefix: string): Promise<string> {
  const dumps: Dump[] = [];
  for (const { name = '' } of await indexedDb.databases()) {
    if (name.startsWith(prefix)) dumps.push(await dumpOne(name));
  }
  return serialize(dumps).toString('base64');
}

/** Puts back what {@link dumpDatabases} gave, in place of what is there. */
export async function restoreDatabases(text: string): Promise<void> {
  for (const dump of deserialize(Buffer.from(text, 'base64')) as Dump[]) {
    await done(indexedDb.deleteDatabase(dump.name));
    const opening = indexedDb.open(dump.name, dump.version);
    opening.onupgradeneeded = () => {
      for (const { name, options, indexes, rows } of dump.stores) {
        const store = opening.result.createObjectStore(name, options);
        for (const { name: index, keyPath, ...more } of indexes) {
          store.createIndex(index, keyPath, more);
        }
        for (const { key, value } of rows) {
          if (options.keyPath === null) store.put(value, key);
          else store.put(value);
        }
      }
    };
    (await done(opening)).close();
  }
}

async function dumpOne(name: string): Promise<Dump> {
  const database = await done(indexedDb.open(name));
  const names = [...database.objectStoreNames];
  const reading = names.length > 0 ? database.transaction(names, 'readonly') : null;
  const stores: Dump['stores'][number][] = [];
  for (const one of names) {
    const store = reading?.objectStore(one);
    if (!store) continue;
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    const { keyPath, autoIncrement } = store;
    stores.push({
      ...{ name: one, options: { keyPath, autoIncrement } },
      indexes: [...store.indexNames].map((index) => {
        const { keyPath: path, unique, multiEntry } = store.index(index);
        return { name: index, keyPath: path, unique, multiEntry };
      }),
      rows: keys.map((key, at) => ({ key, value: values[at] })),
    });
  }
  database.close();
  return { name, version: database.version, stores };
}

const done = <T>(request: Request<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
