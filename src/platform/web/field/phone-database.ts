// Where what a phone holds lies: IndexedDB, which outlives page, browser and update. Everything but the lock is sealed.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { PinTries } from '../../../kernel/field/pin-policy.ts';
import type { Wrapped } from './vault-keys.ts';

/** `data`: the copy of the villages; `item`: the outbox; `file`: what is said of a photo, `blob`: its bytes; `draft`: a form not yet confirmed. */
export type RecordKind = 'data' | 'item' | 'file' | 'blob' | 'draft';

/** All that can be read without a key. Nothing of a household is in it. */
export type Lock = {
  account: number;
  /** To sign in again as the same. */
  username: string;
  name: string;
  byPin: Wrapped;
  byServer: Uint8Array<ArrayBuffer>;
  tries: PinTries;
  /** What is not stored, by title alone: shown before it is wiped. */
  unsent: { title: string; at: string }[];
  /** When the server last answered, in milliseconds. */
  contactAt: number;
  /** Days without contact after which it is wiped. */
  keepDays: number;
  /** Minutes without a touch after which it locks. */
  lockMinutes: number;
};

type Sealed = { kind: RecordKind; id: string; body: Uint8Array<ArrayBuffer> };

interface PhoneSchema extends DBSchema {
  lock: { key: 'lock'; value: Lock };
  sealed: { key: [RecordKind, string]; value: Sealed };
}

export type PhoneDatabase = IDBPDatabase<PhoneSchema>;

export const DATABASE = 'shouwang-field';
const VERSION = 1;

/** Rejects where the browser keeps nothing: shut off, or a private window. */
export function openPhoneDatabase(): Promise<PhoneDatabase> {
  return openDB<PhoneSchema>(DATABASE, VERSION, {
    upgrade(database) {
      database.createObjectStore('lock');
      database.createObjectStore('sealed', { keyPath: ['kind', 'id'] });
    },
    // Another window wants to change or delete it: this one lets go.
    blocking(_now, _next, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

export function readLock(database: PhoneDatabase): Promise<Lock | undefined> {
  return database.get('lock', 'lock');
}

export async function writeLock(database: PhoneDatabase, lock: Lock): Promise<void> {
  const tx = database.transaction('lock', 'readwrite', { durability: 'strict' });
  await Promise.all([tx.store.put(lock, 'lock'), tx.done]);
}

/** One or all of a kind, as they lie there. */
export function readSealed(database: PhoneDatabase, kind: RecordKind): Promise<Sealed[]> {
  return database.getAll('sealed', IDBKeyRange.bound([kind], [kind, []]));
}

export function readOne(database: PhoneDatabase, kind: RecordKind, id: string): Promise<Sealed | undefined> {
  return database.get('sealed', [kind, id]);
}

export type SealedChange = { put: Sealed } | { drop: [RecordKind, string] };

/** All or nothing, and on the disk before it answers. */
export async function writeSealed(
  database: PhoneDatabase,
  changes: readonly SealedChange[],
  lock: Lock | undefined,
): Promise<void> {
  const tx = database.transaction(['sealed', 'lock'], 'readwrite', { durability: 'strict' });
  const sealed = tx.objectStore('sealed');
  const done = changes.map((change) => ('put' in change ? sealed.put(change.put) : sealed.delete(change.drop)));
  await Promise.all([...done, ...(lock ? [tx.objectStore('lock').put(lock, 'lock')] : []), tx.done]);
}

/** Without a key: what lies there goes, unread. */
export async function dropSealed(database: PhoneDatabase, kind: RecordKind, id: string): Promise<void> {
  await database.delete('sealed', [kind, id]);
}

/** Takes everything off the phone. */
export async function clearPhone(database: PhoneDatabase): Promise<void> {
  const tx = database.transaction(['sealed', 'lock'], 'readwrite', { durability: 'strict' });
  await Promise.all([tx.objectStore('sealed').clear(), tx.objectStore('lock').clear(), tx.done]);
}
