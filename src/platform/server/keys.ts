// Sensitive values at rest: sealed with AES-256-GCM under one key, found again through a keyed 64-bit blind index under
// another. The index is AES-256 of one block (a pseudo-random function), so that millions go through the cipher in one call.

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { defineProblems, Problem } from '../../kernel/problem.ts';

defineProblems({
  'keys.unreadable': {
    kind: 'unavailable',
    sentence: (d) => `密钥文件 ${d.file} 读不出来或格式不对。请放回原来的密钥文件;没有它,证件号码等加密内容无法恢复。`,
  },
  'keys.missing': {
    kind: 'unavailable',
    sentence: (d) => `没有找到密钥文件 ${d.file}。使用外部数据库时,请用 SHOUWANG_KEY_FILE 指定原来的密钥文件。`,
  },
  'keys.wrong': {
    kind: 'unavailable',
    sentence: () => '密钥与数据库里的加密内容不是一套。请换回原来的密钥文件后再启动。',
  },
});

export type Keys = { data: Buffer; index: Buffer };

/** Reads the key file; makes one (mode 0600) when there is none and `mayCreate`. */
export async function loadKeys(file: string, mayCreate: boolean): Promise<Keys> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (!mayCreate) throw new Problem('keys.missing', { file });
    const made = { data: randomBytes(32).toString('base64'), index: randomBytes(32).toString('base64') };
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(made)}\n`, { mode: 0o600, flag: 'wx' });
    await chmod(file, 0o600);
    return { data: Buffer.from(made.data, 'base64'), index: Buffer.from(made.index, 'base64') };
  }
  try {
    const { data, index } = JSON.parse(text) as { data: string; index: string };
    const keys = { data: Buffer.from(data, 'base64'), index: Buffer.from(index, 'base64') };
    if (keys.data.length === 32 && keys.index.length === 32) return keys;
  } catch {}
  throw new Problem('keys.unreadable', { file });
}

/** A short value that tells whether a database was sealed with these keys, without telling anything of them. */
export function keyCheck(keys: Keys): string {
  return createHmac('sha256', createHash('sha256').update(keys.data).update(keys.index).digest())
    .update('shouwang key check')
    .digest('hex')
    .slice(0, 16);
}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/** Version byte, nonce, ciphertext, tag. */
export function seal(keys: Keys, plain: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keys.data, nonce);
  const body = cipher.update(plain, 'utf8');
  cipher.final();
  return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()]);
}

/** The plain text of a sealed value; a changed byte is an error. */
export function open(keys: Keys, sealed: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', keys.data, sealed.subarray(1, 1 + NONCE));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const body = decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG));
  return Buffer.concat([body, decipher.final()]).toString('utf8');
}

/** What a key is of, so that equal digits for different purposes do not give equal keys. */
export type IndexPurpose = 1 | 2 | 3;

/**
 * Blocks waiting for the cipher. `add…` returns the position; `take` encrypts all at once and answers 8 bytes each.
 * Only digits and X can be indexed: anything else has no identity to look up.
 */
export class BlindIndex {
  readonly #key: Buffer;
  #blocks: Buffer;
  #count = 0;

  constructor(key: Buffer, capacity = 4096) {
    this.#key = key;
    this.#blocks = Buffer.alloc(capacity * 16);
  }

  get count(): number {
    return this.#count;
  }

  /** Adds `text` (up to 20 of 0–9 and X) with a 32-bit salt; returns its position, or -1 if it has other characters. */
  add(purpose: IndexPurpose, text: string, salt = 0): number {
    const n = text.length;
    if (n === 0 || n > 20) return -1;
    const at = this.#count * 16;
    if (at + 16 > this.#blocks.length) this.#blocks = Buffer.concat([this.#blocks, Buffer.alloc(this.#blocks.length)]);
    const blocks = this.#blocks;
    for (let i = 0; i < 10; i++) {
      const high = i * 2 < n ? nibble(text.charCodeAt(i * 2)) : 15;
      const low = i * 2 + 1 < n ? nibble(text.charCodeAt(i * 2 + 1)) : 15;
      if (high < 0 || low < 0) return -1;
      blocks[at + i] = (high << 4) | low;
    }
    blocks[at + 10] = n;
    blocks[at + 11] = purpose;
    blocks.writeInt32LE(salt | 0, at + 12);
    return this.#count++;
  }

  /** Encrypts what was added and starts anew. Key `i` is the 8 bytes at `i * 16` of the answer. */
  take(): Buffer {
    const cipher = createCipheriv('aes-256-ecb', this.#key, null).setAutoPadding(false);
    const out = cipher.update(this.#blocks.subarray(0, this.#count * 16));
    this.#count = 0;
    return out;
  }
}

function nibble(code: number): number {
  const digit = code - 48;
  if (digit >= 0 && digit <= 9) return digit;
  return code === 88 ? 10 : -1;
}

/** The key of one text, as the signed 64-bit integer in decimal that PostgreSQL's bigint takes; undefined if it has none. */
export function blindKey(keys: Keys, purpose: IndexPurpose, text: string, salt = 0): string | undefined {
  const index = new BlindIndex(keys.index, 1);
  return index.add(purpose, text, salt) < 0 ? undefined : index.take().readBigInt64BE(0).toString();
}

/** A fast 32-bit hash of a name, only to spread keys; equality is always checked on the name itself. */
export function nameSalt(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash;
}

/** Seals many values: the nonce is a random start plus a counter, so no random bytes are drawn per value. */
export class Sealer {
  // A key object is prepared once; raw bytes would be prepared anew for every value, which costs more than sealing.
  readonly #key: KeyObject;
  readonly #nonce = randomBytes(NONCE);

  constructor(keys: Keys) {
    this.#key = createSecretKey(keys.data);
  }

  seal(plain: string): Uint8Array {
    const nonce = this.#nonce;
    for (let i = NONCE - 1; i >= 0; i--) {
      const next = ((nonce[i] ?? 0) + 1) & 255;
      nonce[i] = next;
      if (next !== 0) break;
    }
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const body = cipher.update(plain, 'utf8');
    cipher.final();
    const out = Buffer.allocUnsafe(1 + NONCE + body.length + TAG);
    out[0] = VERSION;
    nonce.copy(out, 1);
    body.copy(out, 1 + NONCE);
    cipher.getAuthTag().copy(out, 1 + NONCE + body.length);
    return out;
  }
}
