// What the lists of this slice keep in the address.

import * as z from 'zod';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { MESSAGE_KINDS } from '../domain/kinds.ts';

export const messagesSearch = listSearch({
  kind: z.enum(MESSAGE_KINDS),
  state: z.enum(['unread', 'read']),
  /** The settings stand open. */
  settings: z.coerce.number().int(),
});
export type MessagesSearch = ReturnType<typeof messagesSearch>;

export const remindersSearch = listSearch({
  side: z.enum(['to-answer', 'given', 'all']),
  state: z.enum(['open', 'answered']),
});
export type RemindersSearch = ReturnType<typeof remindersSearch>;
