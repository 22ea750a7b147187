// Files in a form: sent while the rest is typed, with an id from the start, so that a draft can speak of them.

import { failureOf } from '../../api.ts';
import { fileOfData } from './data-address.ts';
import { startUpload, type Upload } from './uploads.ts';

export type KeptFile = {
  /** The id under which the server has it, or will have it. */
  id: string;
  name: string;
  byteSize: number;
  /** A small picture as a data address. */
  thumb?: string;
  /** The whole of it as a data address, where it is small and made here: a signature. It is sent with the form. */
  data?: string;
  sent?: boolean;
};

type Sending = {
  file: File | Promise<File>;
  upload: Upload;
  sent: number;
  /** Waiting for the network. */
  isCut: boolean;
  problem: string;
  settled: Promise<void>;
};

/** What is on its way from this page, whichever form it belongs to: a form that is closed does not stop it. */
const sendings = new Map<string, Sending>();
const listeners = new Set<() => void>();

export function onSendings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Starts to send what is ready or being made ready, or to send again; `onSent` once the server has it. */
export function sendFile(id: string, file: File | Promise<File>, onSent: () => void): void {
  sendings.get(id)?.upload.cancel();
  const note = (change: Partial<Sending>) => {
    if (sendings.get(id) !== sending) return;
    Object.assign(sending, change);
    tell();
  };
  const upload = startUpload(file, {
    fileId: id,
    onProgress: (sent) => note({ sent, isCut: false }),
    onCut: () => note({ isCut: true }),
  });
  const sending: Sending = { file, upload, sent: 0, isCut: false, problem: '', settled: Promise.resolve() };
  sending.settled = upload.done.then(
    () => {
      if (sendings.get(id) !== sending) return;
      sendings.delete(id);
      onSent();
      tell();
    },
    (error: unknown) => {
      sending.problem = failureOf(error).message;
      tell();
    },
  );
  sendings.set(id, sending);
  tell();
}

export function sendAgain(id: string, onSent: () => void): void {
  const sending = sendings.get(id);
  if (sending) sendFile(id, sending.file, onSent);
}

export function stopSending(id: string): void {
  sendings.get(id)?.upload.cancel();
  sendings.delete(id);
}

export type FileState =
  | { state: 'sent' | 'lost' | 'cut' }
  | { state: 'sending'; percent: number }
  | { state: 'failed'; problem: string };

export function stateOfFile({ id, byteSize, sent, data }: KeptFile): FileState {
  const sending = sendings.get(id);
  if (sending?.problem) return { state: 'failed', problem: sending.problem };
  if (sending?.isCut) return { state: 'cut' };
  // Sent bytes include the form around the file; 100 is said only once the server has answered.
  if (sending)
    return { state: 'sending', percent: Math.min(99, Math.floor((sending.sent / Math.max(1, byteSize)) * 100)) };
  return { state: sent || data ? 'sent' : 'lost' };
}

async function sendData({ id, name, data = '' }: KeptFile): Promise<void> {
  // Sent twice it is stored once: the id is the same.
  await startUpload(fileOfData(data, name), { fileId: id, isUrgent: true }).done;
}

/** Waits until all files have arrived; the sentence of what is missing, if something is. */
export async function settleFiles(files: readonly KeptFile[]): Promise<string | undefined> {
  for (const file of files) {
    if (file.data) {
      const problem = await sendData(file).catch((error: unknown) => failureOf(error).message);
      if (typeof problem === 'string') return problem;
    }
    if (stateOfFile(file).state === 'sending') await sendings.get(file.id)?.settled;
    const now = stateOfFile(file);
    if (now.state === 'cut') return `网络不通，“${file.name}”还没有传完。网络恢复后自动续传，请稍后再提交。`;
    if (now.state === 'failed') return `“${file.name}”没有传成功，请重传或移除。`;
    if (now.state === 'lost' && !file.sent) return `“${file.name}”没有传完，请移除后重新选择。`;
  }
  return undefined;
}

/** What an operation takes. */
export function fileIds(files: readonly KeptFile[] | undefined): string[] {
  return (files ?? []).map(({ id }) => id);
}
