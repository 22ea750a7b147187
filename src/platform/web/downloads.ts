// Fetches a file the server makes, so that a refusal is shown as a sentence instead of being saved as a file.

import { ApiFailure, readFailure } from './api.ts';
import { askExportReason } from './file-jobs/export-reason.ts';

type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

/** Where a file is fetched: `path` below `/api`, with a slash at its beginning or without, as addresses of pages have one. */
export function fileAddress(origin: string, path: string, query: Query): URL {
  const url = new URL(`/api/${path.replace(/^\/+/, '')}`, origin);
  for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, String(value));
  return url;
}

async function fetchFile(path: string, query: Query, reason?: string): Promise<Response> {
  const url = fileAddress(window.location.origin, path, query);
  const headers: Record<string, string> = reason === undefined ? {} : { 'x-reason': encodeURIComponent(reason) };
  const response = await fetch(url, { credentials: 'same-origin', headers }).catch(() => {
    throw new ApiFailure('web.unreachable', '连接不上服务器，文件没有下载。请检查网络后重试。', 0, '');
  });
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  throw readFailure(response.status, body, response.headers.get('x-request-id') ?? '');
}

/** Asks what it is for, where the server wants to know; undefined where that is not said. */
async function fetchWithReason(path: string, query: Query): Promise<Response | undefined> {
  try {
    return await fetchFile(path, query);
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.code !== 'lists.reason-needed') throw error;
    const reason = await askExportReason(error.message);
    return reason === undefined ? undefined : await fetchFile(path, query, reason);
  }
}

/** Saves `GET /api/<path>` under the name the server gives, or under `fallbackName`. */
export async function download(path: string, query: Query, fallbackName: string): Promise<void> {
  const response = await fetchWithReason(path, query);
  if (!response) return;
  save(await response.blob(), fileName(response.headers.get('content-disposition')) ?? fallbackName);
}

/** Shows the page that `GET /api/<path>` answers in a tab of its own; a refusal closes it again and is thrown. */
export async function openPage(path: string, query: Query): Promise<void> {
  // Opened before anything is awaited: later the browser would take it for an unasked window.
  const tab = window.open('', '_blank');
  try {
    const response = await fetchFile(path, query);
    const url = URL.createObjectURL(new Blob([await response.text()], { type: 'text/html;charset=utf-8' }));
    if (tab) tab.location.href = url;
    window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch (error) {
    tab?.close();
    throw error;
  }
}

/** Prints the page that `GET /api/<path>` answers, from a frame that nobody sees. */
export async function printPage(path: string, query: Query): Promise<void> {
  const response = await fetchFile(path, query);
  const frame = document.createElement('iframe');
  frame.className = 'sw-print-frame';
  frame.title = '打印';
  frame.srcdoc = await response.text();
  frame.addEventListener('load', () => {
    const inside = frame.contentWindow;
    inside?.addEventListener('afterprint', () => frame.remove());
    inside?.print();
  });
  document.body.append(frame);
}

/** The name in `attachment; filename*=UTF-8''%E5%86%9C.xlsx`, or the plain `filename="…"`. */
export function fileName(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1];
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Freed later: the browser may still be reading it when the click returns.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
