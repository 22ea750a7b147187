// Sends one file with progress. XMLHttpRequest, because fetch does not tell how much has been sent.

import * as z from 'zod';
import { ApiFailure, readFailure } from './api.ts';

export type UploadedFile = { fileId: string; name: string; byteSize: number };

const reply = z.object({ fileId: z.string(), name: z.string(), byteSize: z.number() });

export type Upload = { done: Promise<UploadedFile>; cancel: () => void };

/** Posts the file as the first part of a form; `cancel` stops it and rejects with `web.cancelled`. */
export function startUpload(file: File, onProgress: (sentBytes: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<UploadedFile>((resolve, reject) => {
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => settle(request, resolve, reject);
    request.onerror = () =>
      reject(new ApiFailure('web.unreachable', `“${file.name}”没有传完:连接中断。请检查网络后重试。`, 0, ''));
    request.onabort = () => reject(new ApiFailure('web.cancelled', `“${file.name}”已取消上传。`, 0, ''));
    const form = new FormData();
    form.append('file', file, file.name);
    request.open('POST', '/api/uploads');
    request.responseType = 'json';
    request.send(form);
  });
  return { done, cancel: () => request.abort() };
}

function settle(request: XMLHttpRequest, resolve: (file: UploadedFile) => void, reject: (error: unknown) => void) {
  const body: unknown = request.response;
  const parsed = reply.safeParse(body);
  if (request.status < 300 && parsed.success) resolve(parsed.data);
  else reject(readFailure(request.status, body, request.getResponseHeader('x-request-id') ?? ''));
}
