// Sends the declaration, with the ticket of its page. The request id stays that of the draft until it was answered.

import { Refused, read, send } from './call.ts';
import type { Declared, Draft } from './types.ts';

type Ticket = NonNullable<Draft['ticket']>;

/** The server counts whole seconds. */
const MARGIN_MS = 1000;

export async function takeTicket(requestId: string): Promise<Ticket> {
  const { ticket, waitSeconds } = await read<{ ticket: string; waitSeconds: number }>('/declare/ticket', { requestId });
  return { text: ticket, readyAt: Date.now() + waitSeconds * 1000 + MARGIN_MS };
}

function bodyOf(draft: Draft, ticket: Ticket): object {
  const { requestId, village, name, phone, troubles, words, photos, website } = draft;
  const { forOthers, helperName, helperPhone, helperRelation } = draft;
  return {
    requestId,
    ticket: ticket.text,
    villageCode: village?.code,
    name,
    phone,
    troubles,
    words,
    photos: photos.flatMap(({ fileId }) => fileId ?? []),
    website,
    ...(forOthers ? { helper: { name: helperName, phone: helperPhone, relation: helperRelation } } : {}),
  };
}

async function sendWith(draft: Draft, ticket: Ticket, onWait: () => void): Promise<Declared> {
  await new Promise((resolve) => window.setTimeout(resolve, Math.max(0, ticket.readyAt - Date.now())));
  return send<Declared>('/declare', bodyOf(draft, ticket), onWait);
}

export async function sendDraft(draft: Draft, onWait: () => void): Promise<Declared> {
  try {
    return await sendWith(draft, draft.ticket ?? (await takeTicket(draft.requestId)), onWait);
  } catch (error) {
    // A page left open for days: a new ticket does. Whatever else it is, the second answer says it.
    if (!(error instanceof Refused) || error.code !== 'declare.again') throw error;
    return sendWith(draft, await takeTicket(draft.requestId), onWait);
  }
}
