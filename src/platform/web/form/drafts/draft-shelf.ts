// Where sealed drafts lie on the device: IndexedDB, which outlives the page and the browser.

/** All that can be read without the key of the account: whose it is, of which form, and when it was kept. */
export type Sealed = { id: string; account: number; keptAt: number; body: Uint8Array };

export type Shelf = {
  put: (sealed: Sealed) => Promise<void>;
  get: (id: string) => Promise<Sealed | undefined>;
  remove: (id: string) => Promise<void>;
  of: (account: number) => Promise<Sealed[]>;
};

const DATABASE = 'shouwang';
const STORE = 'drafts';
const BY_ACCOUNT = 'account';

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex(BY_ACCOUNT, 'account');
  };
  return answerOf(opening);
}

/** Rejects where the browser keeps nothing: shut off, or a private window. */
export async function openShelf(): Promise<Shelf> {
  const database = await openDatabase();
  const store = (mode: IDBTransactionMode) => database.transaction(STORE, mode).objectStore(STORE);
  return {
    put: async (sealed) => void (await answerOf(store('readwrite').put(sealed))),
    get: (id) => answerOf<Sealed | undefined>(store('readonly').get(id)),
    remove: async (id) => void (await answerOf(store('readwrite').delete(id))),
    of: (account) => answerOf<Sealed[]>(store('readonly').index(BY_ACCOUNT).getAll(account)),
  };
}
