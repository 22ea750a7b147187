import type { ContractRouterClient } from '@orpc/contract';
import type { cluesContract } from '../domain/contract.ts';

type Client = ContractRouterClient<typeof cluesContract>;

export type ClueItem = Awaited<ReturnType<Client['clues']>>['items'][number];
export type ClueRecord = Awaited<ReturnType<Client['clueRecord']>>;
