// Drafts lie sealed on the device (AES-256-GCM). Not with the browser's own SubtleCrypto: it does not exist on the plain HTTP
// that many offices still have.

import { gcm } from '@noble/ciphers/aes.js';

const NONCE = 12;

/** Nonce and ciphertext with its tag. */
export function sealDraft(key: Uint8Array, text: string): Uint8Array {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const body = gcm(key, nonce).encrypt(new TextEncoder().encode(text));
  const sealed = new Uint8Array(NONCE + body.length);
  sealed.set(nonce);
  sealed.set(body, NONCE);
  return sealed;
}

/** The text; undefined with another key, or where a byte was changed. */
export function openDraft(key: Uint8Array, sealed: Uint8Array): string | undefined {
  try {
    return new TextDecoder().decode(gcm(key, sealed.subarray(0, NONCE)).decrypt(sealed.subarray(NONCE)));
  } catch {
    return undefined;
  }
}
