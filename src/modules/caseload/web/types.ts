import type { ContractRouterClient } from '@orpc/contract';
import type { caseloadContract } from '../domain/contract.ts';

type Client = ContractRouterClient<typeof caseloadContract>;

export type WorklistCounts = Awaited<ReturnType<Client['worklist']>>;
export type BulkCheck = Awaited<ReturnType<Client['bulkCheck']>>;
