// A browser from which an account has signed in is known again by a signed cookie. Its tries are counted apart from those of
// everybody else, so that a flood of wrong passwords keeps out those who send it, and not the account's owner. The cookie
// opens nothing.

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type Keys, keyedHash } from '../../../platform/server/keys.ts';

export const DEVICE_SECONDS = 180 * 24 * 3600;

function signature(keys: Keys, username: string, nonce: string): string {
  return keyedHash(keys, 'device', `${username}\n${nonce}`).toString('base64url');
}

export function makeDevice(keys: Keys, username: string): string {
  const nonce = randomBytes(12).toString('base64url');
  return `${nonce}.${signature(keys, username, nonce)}`;
}

/** What tells this browser of this account from others; undefined where the account has never signed in from it. */
export function knownDevice(keys: Keys, username: string, cookie: string | undefined): string | undefined {
  const [nonce = '', signed = ''] = cookie?.split('.') ?? [];
  const expected = Buffer.from(signature(keys, username, nonce));
  const given = Buffer.from(signed);
  return given.length === expected.length && timingSafeEqual(given, expected) ? nonce : undefined;
}
