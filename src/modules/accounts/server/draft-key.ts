// The key of an account's drafts on a device. Derived, not stored: a lost device keeps drafts that only a session of the same
// account can open.

import { createHmac } from 'node:crypto';
import type { Keys } from '../../../platform/server/keys.ts';

/** 32 bytes as base64. */
export function draftKey(keys: Keys, accountId: number): string {
  return createHmac('sha256', keys.data).update(`shouwang drafts of account ${accountId}`).digest('base64');
}
