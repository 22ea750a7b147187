// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { messagesContract } from '../domain/contract.ts';

export const messages = createApi(messagesContract);

type Client = typeof messages.client;

export type Message = Awaited<ReturnType<Client['list']>>['items'][number];
export type Reminder = Awaited<ReturnType<Client['reminders']>>['items'][number];
export type LateArea = Awaited<ReturnType<Client['lateByArea']>>[number];
export type DoorState = Awaited<ReturnType<Client['door']>>;
