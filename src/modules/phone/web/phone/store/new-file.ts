// A photo or a signature that was just made, sealed on the phone.

import { DiskFull } from '../../../../../platform/web/field/vault.ts';
import { newRequestId } from '../../../../../platform/web/request-id.ts';
import type { PhoneStore } from './phone-store.ts';

/** Where there is no room the sentence that says so; else `otherwise`. */
export function whyNotKept(error: unknown, otherwise: string): string {
  return error instanceof DiskFull ? error.message : otherwise;
}

/** Answers the id under which it is kept here and later on the server. */
export async function keepNewFile(
  store: PhoneStore,
  blob: Blob,
  { name, capturedAt }: { name: string; capturedAt: string },
): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const id = newRequestId();
  const note = { id, name, type: blob.type, byteSize: bytes.length, sha256, capturedAt, sent: false };
  await store.keepFile(note, bytes);
  return id;
}
