// The opened store of one account on a phone: what is written is sealed first, then laid down in one transaction. It exists between PIN
// and lock; without it nothing on the phone can be read.

import { afterWrongPin, mayTryPin, NO_TRIES, type PinAnswer } from '../../../kernel/field/pin-policy.ts';
import {
  clearPhone,
  type Lock,
  type PhoneDatabase,
  type RecordKind,
  readLock,
  readOne,
  readSealed,
  type SealedChange,
  writeLock,
  writeSealed,
} from './phone-database.ts';
import {
  importKey,
  newRawKey,
  type RawKey,
  seal,
  unseal,
  unwrapByPin,
  unwrapByServer,
  wrapByPin,
  wrapByServer,
} from './vault-keys.ts';

export type VaultChange =
  | { put: [RecordKind, string]; value: unknown }
  | { bytes: [RecordKind, string]; value: Uint8Array<ArrayBuffer> }
  | { drop: [RecordKind, string] };

/** What of the lock goes with what is written. */
export type LockChange = Partial<Pick<Lock, 'unsent' | 'contactAt' | 'keepDays' | 'lockMinutes' | 'name'>>;

export type Vault = {
  lock: () => Lock;
  /** All of a kind, by id; what does not open is left out. */
  readAll: (kind: RecordKind) => Promise<Map<string, unknown>>;
  readBytes: (kind: RecordKind, id: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** All or nothing; throws `DiskFull` where there is no room. */
  write: (changes: readonly VaultChange[], lock?: LockChange) => Promise<void>;
  /** Undefined: changed. A wrong one counts as one at the lock does. */
  changePin: (from: string, to: string, now: number) => Promise<PinAnswer | undefined>;
  wipe: () => Promise<void>;
};

/** Nothing was written: there is no room on the phone. */
export class DiskFull extends Error {
  constructor() {
    super('手机存储空间不足，这次没有保存。请删除手机上不用的照片或应用，再保存一次。');
    this.name = 'DiskFull';
  }
}

/** IndexedDB has two names for it. */
export function isDiskFull(error: unknown): boolean {
  return (
    error instanceof DOMException && (error.name === 'QuotaExceededError' || /quota|disk|space/i.test(error.message))
  );
}

const about = (account: number, kind: RecordKind, id: string) => `${account}/${kind}/${id}`;

function openVault(database: PhoneDatabase, given: Lock, key: CryptoKey): Vault {
  let lock = given;
  const { account } = given;

  async function sealedOf(change: VaultChange): Promise<SealedChange> {
    if ('drop' in change) return change;
    const [kind, id] = 'put' in change ? change.put : change.bytes;
    const bytes = 'put' in change ? new TextEncoder().encode(JSON.stringify(change.value)) : change.value;
    return { put: { kind, id, body: await seal(key, bytes, about(account, kind, id)) } };
  }

  return {
    lock: () => lock,
    async readAll(kind) {
      const rows = await readSealed(database, kind);
      const opened = await Promise.all(rows.map(({ id, body }) => unseal(key, body, about(account, kind, id))));
      const text = new TextDecoder();
      return new Map(rows.flatMap(({ id }, i) => (opened[i] ? [[id, JSON.parse(text.decode(opened[i]))]] : [])));
    },
    async readBytes(kind, id) {
      const row = await readOne(database, kind, id);
      return row && unseal(key, row.body, about(account, kind, id));
    },
    async write(changes, lockChange) {
      const sealed = await Promise.all(changes.map(sealedOf));
      const next = lockChange ? { ...lock, ...lockChange } : undefined;
      try {
        await writeSealed(database, sealed, next);
      } catch (error) {
        throw isDiskFull(error) ? new DiskFull() : error;
      }
      if (next) lock = next;
    },
    async changePin(from, to, now) {
      const may = mayTryPin(lock.tries, now);
      if (may.may !== 'try') return may;
      const raw = await unwrapByPin(lock.byPin, from, account);
      const tries = raw ? NO_TRIES : afterWrongPin(lock.tries, now);
      const next = { ...lock, tries, ...(raw ? { byPin: await wrapByPin(raw, to, account) } : {}) };
      await writeLock(database, next);
      lock = next;
      return raw ? undefined : mayTryPin(tries, now);
    },
    wipe: () => clearPhone(database),
  };
}

type Owner = Pick<Lock, 'account' | 'username' | 'name'>;

const KEEP_DAYS = 30;
const LOCK_MINUTES = 10;

/** An empty store for an account that has just signed in; what lay there is gone. `serverKey`: of the account, as base64. */
export async function createVault(
  database: PhoneDatabase,
  owner: Owner,
  { pin, serverKey, now }: { pin: string; serverKey: string; now: number },
): Promise<Vault> {
  await clearPhone(database);
  const raw = newRawKey();
  const [byPin, byServer] = await Promise.all([
    wrapByPin(raw, pin, owner.account),
    wrapByServer(raw, serverKey, owner.account),
  ]);
  const lock: Lock = {
    ...owner,
    ...{ byPin, byServer, tries: NO_TRIES, unsent: [], contactAt: now },
    ...{ keepDays: KEEP_DAYS, lockMinutes: LOCK_MINUTES },
  };
  await writeLock(database, lock);
  return openVault(database, lock, await importKey(raw));
}

export type Unlocking = { vault: Vault } | { refused: PinAnswer };

/** Opens it by PIN. The try is counted before it is made: switching the phone off gains nothing. */
export async function unlockByPin(database: PhoneDatabase, pin: string, now: number): Promise<Unlocking> {
  const lock = await readLock(database);
  if (!lock) return { refused: { may: 'wipe' } };
  const may = mayTryPin(lock.tries, now);
  if (may.may !== 'try') return { refused: may };
  const tries = afterWrongPin(lock.tries, now);
  await writeLock(database, { ...lock, tries });
  const raw = await unwrapByPin(lock.byPin, pin, lock.account);
  if (!raw) return { refused: mayTryPin(tries, now) };
  return { vault: await opened(database, { ...lock, tries: NO_TRIES }, raw) };
}

/** Opens it for who has signed in as its account, with a new PIN; undefined for anybody else. */
export async function unlockByServer(
  database: PhoneDatabase,
  account: number,
  { pin, serverKey }: { pin: string; serverKey: string },
): Promise<Vault | undefined> {
  const lock = await readLock(database);
  if (lock?.account !== account) return undefined;
  const raw = await unwrapByServer(lock.byServer, serverKey, account);
  if (!raw) return undefined;
  return opened(database, { ...lock, tries: NO_TRIES, byPin: await wrapByPin(raw, pin, account) }, raw);
}

async function opened(database: PhoneDatabase, lock: Lock, raw: RawKey): Promise<Vault> {
  await writeLock(database, lock);
  return openVault(database, lock, await importKey(raw));
}
