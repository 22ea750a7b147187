// Requests of the phone. Three things can come of one: an answer, a refusal with a sentence, or nothing, and after nothing nobody knows
// whether it arrived.

import { DiskFull } from '../../../../../platform/web/field/vault.ts';

/** A slow network still delivers a batch in this time; after it the request counts as unanswered. */
const PATIENCE_MS = 60_000;

let ahead = 0;

/** By how much the clock of the phone is ahead of the server's, in milliseconds; below zero where it is behind. */
export const clockAhead = (): number => ahead;

export class NoAnswer extends Error {
  constructor() {
    super('连不上服务器。请走到有信号的地方再试，已保存的内容都还在手机上。');
    this.name = 'NoAnswer';
  }
}

export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status: number) {
    super(message);
    this.name = 'Refused';
    this.code = code;
    this.status = status;
  }
}

const BUSY = '服务器未能完成此操作，请稍后再试。';

async function answerOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined);
  // A body that breaks off is no answer, whatever its status.
  if (body === undefined) throw new NoAnswer();
  return body;
}

/** Throws `NoAnswer` or `Refused`. What a gateway says in its own words is no answer of the server. */
export async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, input?: object): Promise<T> {
  const response = await fetch(`/api${path}`, {
    method,
    ...(input ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) } : {}),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new NoAnswer();
  });
  const said = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(said)) ahead = Date.now() - said;
  const body = (await answerOf(response)) as { code?: string; message?: string };
  if (response.ok) return body as T;
  if (!body.code || response.status >= 500)
    throw response.status === 503 ? new Refused('busy', BUSY, 503) : new NoAnswer();
  throw new Refused(body.code, body.message ?? BUSY, response.status);
}

export function sentenceOf(error: unknown): string {
  const isSaid = error instanceof Refused || error instanceof NoAnswer || error instanceof DiskFull;
  return isSaid ? error.message : BUSY;
}
