// Sends one file with progress. XMLHttpRequest, because fetch does not tell how much has been sent. A file has an id from the
// start: what was cut off is sent again under the same id, and what had arrived after all is not stored twice.

import * as z from 'zod';
import { ApiFailure, readFailure, renewSession } from '../../api.ts';
import { newRequestId } from '../../request-id.ts';

export type UploadedFile = { fileId: string; name: string; byteSize: number };

const reply = z.object({ fileId: z.string(), name: z.string(), byteSize: z.number() });

export type Upload = { done: Promise<UploadedFile>; cancel: () => void };

export type UploadOptions = {
  onProgress?: (sentBytes: number) => void;
  /** Cut off: it goes on when the network is back. */
  onCut?: () => void;
  fileId?: string;
  /** For what somebody waits for: fails with the first cut. */
  isUrgent?: boolean;
};

/** Pauses after a cut, in milliseconds; a network that comes back ends a pause. */
const PAUSES = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** Posts the file, once it is ready, as the first part of a form; `cancel` stops it and rejects with `web.cancelled`. */
export function startUpload(given: File | Promise<File>, options: UploadOptions = {}): Upload {
  const { onProgress = () => undefined, onCut, fileId = newRequestId(), isUrgent = false } = options;
  let running: XMLHttpRequest | undefined;
  const cancelled = new AbortController();
  const stop = () => new ApiFailure('web.cancelled', '已取消上传。', 0, '');
  async function send(): Promise<UploadedFile> {
    const file = await given;
    if (cancelled.signal.aborted) throw stop();
    for (let turn = 0; ; turn++) {
      try {
        running = new XMLHttpRequest();
        return await sendOnce(running, file, fileId, onProgress);
      } catch (error) {
        if (cancelled.signal.aborted) throw stop();
        if (!(error instanceof ApiFailure)) throw error;
        if (error.status === 401 && (await renewSession())) continue;
        const pause = isUrgent ? undefined : PAUSES[turn];
        if (error.code !== 'web.unreachable' || pause === undefined) throw error;
        onCut?.();
        await untilOnline(pause, cancelled.signal);
        if (cancelled.signal.aborted) throw stop();
      }
    }
  }

  return {
    done: send(),
    cancel: () => {
      cancelled.abort();
      running?.abort();
    },
  };
}

type OnProgress = (sentBytes: number) => void;

function sendOnce(request: XMLHttpRequest, file: File, fileId: string, onProgress: OnProgress): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => settle(request, resolve, reject);
    request.onabort = () => reject(new ApiFailure('web.cancelled', `“${file.name}”已取消上传。`, 0, ''));
    request.onerror = () =>
      reject(new ApiFailure('web.unreachable', `“${file.name}”没有传完：连接中断。请检查网络后重试。`, 0, ''));
    const form = new FormData();
    form.append('file', file, file.name);
    request.open('POST', `/api/uploads?fileId=${fileId}`);
    request.responseType = 'json';
    request.send(form);
  });
}

function untilOnline(pause: number, cancelled: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      window.clearTimeout(timer);
      window.removeEventListener('online', go);
      cancelled.removeEventListener('abort', go);
      resolve();
    };
    const timer = window.setTimeout(go, pause);
    window.addEventListener('online', go);
    cancelled.addEventListener('abort', go);
  });
}

function settle(request: XMLHttpRequest, resolve: (file: UploadedFile) => void, reject: (error: unknown) => void) {
  const body: unknown = request.response;
  const parsed = reply.safeParse(body);
  if (request.status < 300 && parsed.success) resolve(parsed.data);
  else reject(readFailure(request.status, body, request.getResponseHeader('x-request-id') ?? ''));
}
