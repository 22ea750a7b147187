// Requests over a network that comes and goes: what got no answer is sent again, a little later each time. A refusal is an
// answer. Declarations carry a request id, so that one sent twice is recorded once.

const PAUSES_MS = [1000, 2000, 4000, 8000];
/** A photo of some hundred kilobytes over the slowest mobile network. */
const PATIENCE_MS = 60_000;

export class Refused extends Error {
  // Said to be there, not made: for older browsers a field takes a helper along, and that all of a large file.
  declare readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const OFFLINE = '网络不通，没有送出。请走到有信号的地方再试；您填的内容都还在。';
const BUSY = '系统正忙，没有送出。请过几分钟再试；您填的内容都还在。';

const sleep = (ms: number) => new Promise((resolve) => window.setTimeout(resolve, ms));

async function once(path: string, init: RequestInit): Promise<Response> {
  const ending = new AbortController();
  const timer = window.setTimeout(() => ending.abort(), PATIENCE_MS);
  try {
    return await fetch(`/api${path}`, { ...init, signal: ending.signal });
  } finally {
    window.clearTimeout(timer);
  }
}

async function refusalOf(response: Response): Promise<Refused> {
  const body = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
  return new Refused(body.code ?? 'http.fault', body.message ?? BUSY);
}

/** Asks until there is an answer, or until it has been tried five times. `onWait` is told of every new try. */
async function ask<T>(path: string, init: RequestInit, onWait?: () => void): Promise<T> {
  for (let turn = 0; ; turn++) {
    const response = await once(path, init).catch(() => undefined);
    if (response?.ok) return (await response.json()) as T;
    if (response && response.status < 500) throw await refusalOf(response);
    const pause = PAUSES_MS[turn];
    if (pause === undefined) throw response ? new Refused('busy', BUSY) : new Refused('offline', OFFLINE);
    onWait?.();
    await sleep(pause);
  }
}

export function read<T>(path: string, query: Record<string, string>): Promise<T> {
  return ask(`${path}?${new URLSearchParams(query)}`, {});
}

export function send<T>(path: string, body: object, onWait?: () => void): Promise<T> {
  return ask(
    path,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    onWait,
  );
}

export function sendFile<T>(path: string, file: Blob, name: string): Promise<T> {
  const form = new FormData();
  form.append('file', file, name);
  return ask(path, { method: 'POST', body: form });
}

export function sentenceOf(error: unknown): string {
  return error instanceof Refused ? error.message : BUSY;
}
