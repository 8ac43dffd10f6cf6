/** Values kept on this device by name. Reads answer undefined for what was never kept. */
export interface KeptRecords {
  readonly get: (name: string) => Promise<unknown>;
  /** Resolves when the value is on the disk (IndexedDB) or handed to the browser (local storage). */
  readonly put: (name: string, value: unknown) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  /** False: nothing survives closing the page, and the driver must be told. */
  readonly isLasting: boolean;
}

const DATABASE = 'ainori-driver';
const TABLE = 'records';

/** Opens IndexedDB; where a browser refuses it, local storage; where that fails too, memory. */
export async function openKeptRecords(): Promise<KeptRecords> {
  try {
    return recordsInDatabase(await openDatabase());
  } catch {
    return recordsInLocalStorage() ?? recordsInMemory();
  }
}

/** Kept only as long as the page lives. */
export function recordsInMemory(values = new Map<string, string>()): KeptRecords {
  return {
    isLasting: false,
    get: async (name) => parsed(values.get(name) ?? null),
    put: async (name, value) => void values.set(name, JSON.stringify(value)),
    remove: async (name) => void values.delete(name),
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('IndexedDB cannot be opened'));
    opening.onblocked = () => reject(new Error('IndexedDB is held by another page'));
  });
}

function recordsInDatabase(database: IDBDatabase): KeptRecords {
  const change = (work: (table: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      // Strict: a tap is kept when it is on the disk, not when it is on its way there.
      const transaction = database.transaction(TABLE, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('The device did not keep the value'));
      work(transaction.objectStore(TABLE));
    });
  return {
    isLasting: true,
    get: (name) =>
      new Promise((resolve, reject) => {
        const reading = database.transaction(TABLE).objectStore(TABLE).get(name);
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error ?? new Error('The device could not be read'));
      }),
    put: (name, value) => change((table) => table.put(value, name)),
    remove: (name) => change((table) => table.delete(name)),
  };
}

function recordsInLocalStorage(): KeptRecords | null {
  const key = (name: string): string => `${DATABASE}.${name}`;
  try {
    localStorage.setItem(key('probe'), '1');
    localStorage.removeItem(key('probe'));
  } catch {
    return null;
  }
  return {
    isLasting: true,
    get: async (name) => parsed(localStorage.getItem(key(name))),
    put: async (name, value) => localStorage.setItem(key(name), JSON.stringify(value)),
    remove: async (name) => localStorage.removeItem(key(name)),
  };
}

function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
