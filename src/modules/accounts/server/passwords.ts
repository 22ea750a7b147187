// argon2id with OWASP's second choice of cost (19 MiB, two passes): a sign-in takes tens of milliseconds, a guess as long.

import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

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

/** A first password to be handed over on paper: 14 characters, and always a digit among them. */
export function makePassword(): string {
  const letters = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)] ?? 'x').join('');
  return `${letters.slice(0, 6)}-${letters.slice(6)}${randomInt(2, 10)}`;
}
