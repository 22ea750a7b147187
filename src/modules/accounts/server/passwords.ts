// argon2id with OWASP's second choice of cost (19 MiB, two passes): a sign-in takes tens of milliseconds, a guess as long.

import { createHmac } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Keys } from '../../../platform/server/keys.ts';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Without 0 O 1 l I, which are misread from paper. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** An account that does not exist takes as long as one that does. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('decoy');
  const matches = await verify(stored ?? (await decoy), password);
  return matches && stored !== undefined;
}

/**
 * A first password to be handed over on paper: 14 characters, a digit among them. It follows from the key and the request,
 * so that a repeated request answers the same password although it is stored nowhere.
 */
export function firstPassword(keys: Keys, requestId: string): string {
  const bytes = createHmac('sha256', keys.data).update(`first password ${requestId}`).digest();
  const letters = Array.from(bytes.subarray(0, 12), (byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${letters.slice(0, 6)}-${letters.slice(6)}${2 + ((bytes[12] ?? 0) % 8)}`;
}
