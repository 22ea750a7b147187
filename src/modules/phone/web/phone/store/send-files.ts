// Photos and signatures travel apart from their records, by tus: what was cut goes on where it broke off. The library is loaded with the
// first photo.

import { FILES_PATH } from '../../../../field/domain/contract.ts';
import { NoAnswer, Refused } from './call.ts';
import type { PhoneStore } from './phone-store.ts';
import { type FileNote, filesLeft } from './state.ts';

const ADDRESS = `/api${FILES_PATH}`;
/** A part that is lost costs so much again. */
const CHUNK_BYTES = 256 * 1024;
/** The server has looked at the photo and will not have it; anything else may be otherwise the next time. */
const FINAL = [400, 403, 413, 415, 422, 460];

async function send(note: FileNote, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { Upload, DetailedError } = await import('tus-js-client');
  const { id, name, sha256, item, capturedAt, type } = note;
  const statusOf = (error: unknown) =>
    error instanceof DetailedError ? error.originalResponse?.getStatus() : undefined;
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(new Blob([bytes], { type }), {
      endpoint: ADDRESS,
      // Under its own id from the start: what arrived without an answer is found again, what is not there is begun.
      uploadUrl: `${ADDRESS}/${id}`,
      metadata: { id, name, sha256, capturedAt, ...(item ? { item } : {}) },
      chunkSize: CHUNK_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onSuccess: () => resolve(),
      onError: (error) => reject(failureOf(statusOf(error), error)),
    });
    upload.start();
  });
}

function failureOf(status: number | undefined, error: unknown): Error {
  if (status === undefined || !(FINAL.includes(status) || status === 401)) return new NoAnswer();
  const body = /response text: (\{.*\})/.exec(error instanceof Error ? error.message : '')?.[1];
  const said = (body ? JSON.parse(body) : {}) as { code?: string; message?: string };
  return new Refused(said.code ?? 'field.file', said.message ?? '服务器没有收下这张照片。', status);
}

async function sendOne(store: PhoneStore, note: FileNote): Promise<void> {
  const bytes = await store.vault.readBytes('blob', note.id);
  if (!bytes) return store.noteFile(note.id, { problem: '照片已损坏，读不出来。请重新拍摄。' });
  try {
    await send(note, bytes);
    await store.noteFile(note.id, { sent: true });
  } catch (error) {
    if (!(error instanceof Refused) || error.status === 401) throw error;
    await store.noteFile(note.id, { problem: error.message });
  }
}

/** One after the other, in the order they were taken; throws where the network breaks off. */
export async function sendFiles(store: PhoneStore): Promise<void> {
  const left = filesLeft(store.state()).sort((a, b) => a.capturedAt.localeCompare(b.capturedAt));
  for (const [i, note] of left.entries()) {
    store.setSync({ sending: { done: i + 1, of: left.length } });
    await sendOne(store, note);
  }
  store.setSync({ sending: undefined });
}
