// One call of the door. What goes out is a kind, a count and a link inside the office; never a name, a number or a text of a case.

import { createHmac } from 'node:crypto';
import { KIND_NAMES, type MessageKind } from '../domain/kinds.ts';

export type Outgoing = {
  /** The same at every try, by which a receiver knows a repeat. */
  id: string;
  /** Number of the account; the gateway knows whose telephone that is. */
  to: number;
  kind: MessageKind;
  count: number;
  path: string;
};

const PATIENCE_MS = 10_000;

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 over `<seconds>.<body>`. */
export function signatureOf(secret: string, body: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `对方 ${PATIENCE_MS / 1000} 秒内没有应答`;
  const { cause } = error as { cause?: { code?: unknown } };
  return typeof cause?.code === 'string' ? `连接不上对方（${cause.code}）` : '连接不上对方';
}

/** Why it was not taken; undefined when it was. Never follows the other side elsewhere. */
export async function send(
  { url, secret }: { url: string; secret: string },
  { id, to, kind, count, path }: Outgoing,
): Promise<string | undefined> {
  const body = JSON.stringify({ id, to, kind, title: KIND_NAMES[kind], count, path });
  const headers = {
    'content-type': 'application/json',
    'x-shouwang-signature': signatureOf(secret, body, Math.floor(Date.now() / 1000)),
  };
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal });
    await answer.body?.cancel();
    return answer.ok ? undefined : `对方应答 ${answer.status}`;
  } catch (error) {
    return reasonOf(error);
  }
}
