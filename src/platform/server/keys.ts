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
    sentence: (d) =>
      `密钥文件 ${d.file} 读不出来或格式不对。请放回原来的密钥文件；没有它，证件号码等加密内容无法恢复。`,
  },
  'keys.missing': {
    kind: 'unavailable',
    sentence: (d) => `没有找到密钥文件 ${d.file}。使用外部数据库时，请用 SHOUWANG_KEY_FILE 指定原来的密钥文件。`,
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

/** The form of a sealed value: GCM over text, or CCM over digits packed two to a byte (`sealed-digits.ts`). */
export const SEALED_TEXT = 1;
export const SEALED_DIGITS = 2;
export const NONCE = 12;
export const TAG = 16;

/** Form, nonce, ciphertext, tag. */
export function seal(keys: Keys, plain: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyObject(keys.data), nonce);
  const body = cipher.update(plain, 'utf8');
  cipher.final();
  return Buffer.concat([Buffer.of(SEALED_TEXT), nonce, body, cipher.getAuthTag()]);
}

// A key object is prepared once; raw bytes would be prepared anew for every value.
const prepared = new WeakMap<Buffer, KeyObject>();

function keyObject(key: Buffer): KeyObject {
  const known = prepared.get(key) ?? createSecretKey(key);
  prepared.set(key, known);
  return known;
}

/** The plain text of a sealed value; a changed byte is an error. */
export function open(keys: Keys, sealed: Uint8Array): string {
  const nonce = sealed.subarray(1, 1 + NONCE);
  const body = sealed.subarray(1 + NONCE, sealed.length - TAG);
  const tag = sealed.subarray(sealed.length - TAG);
  if (sealed[0] === SEALED_DIGITS) {
    const decipher = createDecipheriv('aes-256-ccm', keyObject(keys.data), nonce, { authTagLength: TAG });
    decipher.setAuthTag(tag);
    const digits = decipher.update(body);
    decipher.final();
    return unpackDigits(digits);
  }
  const decipher = createDecipheriv('aes-256-gcm', keyObject(keys.data), nonce);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

const DIGITS = '0123456789X\n';

function unpackDigits(packed: Uint8Array): string {
  let text = '';
  for (const byte of packed) text += (DIGITS[byte >> 4] ?? '') + (DIGITS[byte & 15] ?? '');
  return text;
}

/** What a key is of, so that equal digits for different purposes do not give equal keys. */
export type IndexPurpose = 'id' | 'phone';

/** As they stand in the keys of stored rows; 2 was of a part of the ID. */
const PURPOSE_BYTES: Readonly<Record<IndexPurpose, number>> = { id: 1, phone: 3 };

/**
 * Blocks waiting for the cipher. `add…` returns the position; `take` encrypts all at once and answers 8 bytes each.
 * Only digits and X can be indexed: anything else has no identity to look up.
 */
export class BlindIndex {
  readonly #key: Buffer;
  /** A character more than can be indexed. */
  readonly #text = new Uint8Array(21);
  #blocks: Uint8Array;
  #count = 0;

  constructor(key: Buffer, capacity = 4096) {
    this.#key = key;
    this.#blocks = new Uint8Array(capacity * 16);
  }

  get count(): number {
    return this.#count;
  }

  /** Adds `text` (up to 20 of 0–9 and X); returns its position, or -1 if it has other characters. */
  add(purpose: IndexPurpose, text: string): number {
    const n = Math.min(text.length, this.#text.length);
    for (let i = 0; i < n; i++) {
      const code = text.charCodeAt(i);
      if (nibble(code) < 0) return -1;
      this.#text[i] = code;
    }
    return this.addSlice(purpose, this.#text, 0, n);
  }

  /** The same for characters that stand in bytes. */
  addSlice(purpose: IndexPurpose, bytes: Uint8Array, start: number, end: number): number {
    const n = end - start;
    if (n <= 0 || n > 20) return -1;
    const at = this.#count * 16;
    if (at + 16 > this.#blocks.length) this.#grow();
    const blocks = this.#blocks;
    for (let i = 0; i < 20; i += 2) {
      const high = i < n ? nibble(bytes[start + i] as number) : 15;
      const low = i + 1 < n ? nibble(bytes[start + i + 1] as number) : 15;
      if (high < 0 || low < 0) return -1;
      blocks[at + (i >> 1)] = (high << 4) | low;
    }
    blocks[at + 10] = n;
    blocks[at + 11] = PURPOSE_BYTES[purpose];
    return this.#count++;
  }

  #grow(): void {
    const larger = new Uint8Array(this.#blocks.length * 2);
    larger.set(this.#blocks);
    this.#blocks = larger;
  }

  /** Encrypts what was added and starts anew. Key `i` is the 8 bytes at `i * 16` of the answer. */
  take(): Buffer {
    const cipher = createCipheriv('aes-256-ecb', this.#key, null).setAutoPadding(false);
    const out = cipher.update(this.#blocks.subarray(0, this.#count * 16));
    this.#count = 0;
    return out;
  }
}

/** 0–9 for digits, 10 for X; -1 for other characters. */
export function nibble(code: number): number {
  const digit = code - 48;
  if (digit >= 0 && digit <= 9) return digit;
  return code === 88 ? 10 : -1;
}

/** The key of one text, as the signed 64-bit integer in decimal that PostgreSQL's bigint takes; undefined if it has none. */
export function blindKey(keys: Keys, purpose: IndexPurpose, text: string): string | undefined {
  const index = new BlindIndex(keys.index, 1);
  return index.add(purpose, text) < 0 ? undefined : index.take().readBigInt64BE(0).toString();
}

/** Seals many values: the nonce is a random start plus a counter, so no random bytes are drawn per value. */
export class Sealer {
  readonly #key: KeyObject;
  readonly #nonce = randomBytes(NONCE);

  constructor(keys: Keys) {
    this.#key = keyObject(keys.data);
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
    out[0] = SEALED_TEXT;
    nonce.copy(out, 1);
    body.copy(out, 1 + NONCE);
    cipher.getAuthTag().copy(out, 1 + NONCE + body.length);
    return out;
  }
}

/** The keyed hash of a text, for one purpose: it finds what it was made of and tells nothing. */
export function keyedHash(keys: Keys, purpose: string, text: string): Buffer {
  return createHmac('sha256', keyObject(keys.index)).update(`${purpose}\n${text}`).digest();
}

/**
 * Seals so that equal texts give equal bytes and nothing else is told: the nonce is a keyed hash of the text. For columns whose
 * values must be compared while they stay sealed; `open` reads them like all others.
 */
export function sealSame(keys: Keys, plain: string): Buffer {
  const nonce = keyedHash(keys, 'nonce of the same seal', plain).subarray(0, NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyObject(keys.data), nonce);
  const body = cipher.update(plain, 'utf8');
  cipher.final();
  return Buffer.concat([Buffer.of(SEALED_TEXT), nonce, body, cipher.getAuthTag()]);
}
