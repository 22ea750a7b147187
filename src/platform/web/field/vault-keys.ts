// The key of what lies on a phone: made at random once, and kept only wrapped, by the PIN and by a key that the server gives to who signs
// in. Whoever forgets the PIN signs in again and loses nothing; whoever finds the phone has neither.

/** Half a second on a phone of 2 GB: ten thousand PINs take over an hour, and after ten the phone is empty. */
const ITERATIONS = 400_000;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const KEY_BYTES = 32;

export type Wrapped = { salt: Uint8Array<ArrayBuffer>; iterations: number; body: Uint8Array<ArrayBuffer> };

/** Raw bytes of the key that everything is sealed with; held only while it is wrapped anew. */
export type RawKey = Uint8Array<ArrayBuffer>;

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

export const newRawKey = (): RawKey => randomBytes(KEY_BYTES);

export function importKey(raw: RawKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** `about` is sealed in: bytes put in another's place do not open. */
export async function seal(key: CryptoKey, bytes: BufferSource, about: string): Promise<Uint8Array<ArrayBuffer>> {
  const iv = randomBytes(NONCE_BYTES);
  const additionalData = new TextEncoder().encode(about);
  const body = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes));
  const sealed = new Uint8Array(NONCE_BYTES + body.length);
  sealed.set(iv);
  sealed.set(body, NONCE_BYTES);
  return sealed;
}

/** Undefined with another key, for another thing, or where a byte was changed. */
export async function unseal(
  key: CryptoKey,
  sealed: Uint8Array<ArrayBuffer>,
  about: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const additionalData = new TextEncoder().encode(about);
  const iv = sealed.subarray(0, NONCE_BYTES);
  try {
    const body = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      key,
      sealed.subarray(NONCE_BYTES),
    );
    return new Uint8Array(body);
  } catch {
    return undefined;
  }
}

async function keyOfPin(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

export async function wrapByPin(raw: RawKey, pin: string, account: number): Promise<Wrapped> {
  const salt = randomBytes(SALT_BYTES);
  const body = await seal(await keyOfPin(pin, salt, ITERATIONS), raw, `pin/${account}`);
  return { salt, iterations: ITERATIONS, body };
}

export async function unwrapByPin(wrapped: Wrapped, pin: string, account: number): Promise<RawKey | undefined> {
  return unseal(await keyOfPin(pin, wrapped.salt, wrapped.iterations), wrapped.body, `pin/${account}`);
}

/** `given`: 32 bytes as base64, of the account, the same each time it signs in. */
export async function wrapByServer(raw: RawKey, given: string, account: number): Promise<Uint8Array<ArrayBuffer>> {
  return seal(await importKey(bytesOf(given)), raw, `server/${account}`);
}

export async function unwrapByServer(
  body: Uint8Array<ArrayBuffer>,
  given: string,
  account: number,
): Promise<RawKey | undefined> {
  return unseal(await importKey(bytesOf(given)), body, `server/${account}`);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
