import type { ContractRouterClient } from '@orpc/contract';
import type { casesContract } from '../domain/contract.ts';

type Client = ContractRouterClient<typeof casesContract>;

export type CaseItem = Awaited<ReturnType<Client['cases']>>['items'][number];
export type CaseDetail = Awaited<ReturnType<Client['case']>>;
export type RecordedAction = CaseDetail['timeline'][number];
export type WorklistCounts = Awaited<ReturnType<Client['worklist']>>;

/** What a form gives for an action, by the names of its fields. */
export type DetailValues = Record<string, unknown>;
export type ActionInput = { requestId: string; countyCode: number; id: number; version: number; detail: DetailValues };
export type Acted = { version: number; state: string };
export type BulkCheck = Awaited<ReturnType<Client['bulkCheck']>>;
