// A ticket is taken when the page is opened and given back with the declaration: it shows how long somebody has been at it.
// It belongs to one request, so one ticket is one declaration, and it is signed, so nothing has to be kept of it.

import { timingSafeEqual } from 'node:crypto';
import { Problem } from '../../../kernel/problem.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import '../domain/problems.ts';
import { keyedHash } from '../../../platform/server/keys.ts';

/** Nobody chooses a village, a trouble, a name and a phone in less; programs do. */
export const LEAST_SECONDS = 5;
/** As long as uploads are kept: a declaration begun today is finished tomorrow, where there is a signal. */
const MOST_SECONDS = 2 * 24 * 3600;

function signature(keys: Keys, requestId: string, second: number): string {
  return keyedHash(keys, 'declare ticket', `${requestId.toLowerCase()} ${second}`).toString('base64url');
}

export function makeTicket(keys: Keys, requestId: string, now: Date): string {
  const second = Math.floor(now.getTime() / 1000);
  return `${second}.${signature(keys, requestId, second)}`;
}

function secondOf(keys: Keys, requestId: string, ticket: string): number | undefined {
  const [text = '', signed = ''] = ticket.split('.');
  if (!/^\d{1,12}$/.test(text)) return undefined;
  const expected = Buffer.from(signature(keys, requestId, Number(text)));
  const given = Buffer.from(signed);
  return given.length === expected.length && timingSafeEqual(given, expected) ? Number(text) : undefined;
}

/** Throws `declare.again` for a ticket that is none or too old, `declare.too-quick`. */
export function checkTicket(keys: Keys, requestId: string, ticket: string, now: Date): void {
  const second = secondOf(keys, requestId, ticket);
  const age = second === undefined ? -1 : Math.floor(now.getTime() / 1000) - second;
  if (age < 0 || age > MOST_SECONDS) throw new Problem('declare.again');
  if (age < LEAST_SECONDS) throw new Problem('declare.too-quick', { seconds: LEAST_SECONDS - age });
}
