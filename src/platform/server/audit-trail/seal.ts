// A seal over some entries of the audit trail, as text: what is hashed, chained and signed. No database: whoever checks a file on
// another machine needs this and the public key.

import { createHash, createHmac, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Keys } from '../keys.ts';

export type Seal = {
  number: number;
  /** Six digits. */
  area: number;
  /** Of the offices, `2026-11-30`. */
  day: string;
  entries: number;
  /** SHA-256 over the entries' fingerprints in the order of their numbers, as are the other hashes in hexadecimal. */
  root: string;
  previous: string;
  sealedAt: string;
  key: string;
};

/** Before the first. */
export const NO_SEAL = '0'.repeat(64);

export function sealText({ number, area, day, entries, root, previous, sealedAt, key }: Seal): string {
  return ['shouwang audit seal 1', number, area, day, entries, root, previous, sealedAt, key].join('\n');
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export type SigningKey = { id: string; publicKey: string; sign: (text: string) => string };

/** What PKCS #8 puts before the 32 bytes of an Ed25519 key. */
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key that signs follows from the key file, so that it is kept, backed up and shared as that is. */
export function signingKey(keys: Keys): SigningKey {
  const secret = createHmac('sha256', keys.data).update('audit signature').digest();
  const privateKey = createPrivateKey({ key: Buffer.concat([ED25519, secret]), format: 'der', type: 'pkcs8' });
  const publicKey = textOfKey(createPublicKey(privateKey));
  return {
    id: keyId(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}

function textOfKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64');
}

/** By which a seal names its key; people compare it by eye. */
export function keyId(publicKey: string): string {
  return sha256(Buffer.from(publicKey, 'base64')).slice(0, 16);
}

/** As a file that is handed to whoever checks. */
export function pemOfKey(publicKey: string): string {
  return `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----\n`;
}

/** The keys of a PEM file; none when it holds nothing of the kind. */
export function keysOfPem(pem: string): string[] {
  return [...pem.matchAll(/-----BEGIN PUBLIC KEY-----([\s\S]*?)-----END PUBLIC KEY-----/g)].map(([whole]) =>
    textOfKey(createPublicKey(whole)),
  );
}

export function isSigned(text: string, signature: string, publicKey: string | undefined): boolean {
  if (publicKey === undefined) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
