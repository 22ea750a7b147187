import type { ContractRouterClient } from '@orpc/contract';
import type * as z from 'zod';
import type { casesContract } from '../domain/contract.ts';
import type { caseItem } from '../domain/schemas.ts';

type Client = ContractRouterClient<typeof casesContract>;

export type CaseItem = z.output<typeof caseItem>;
export type CaseDetail = Awaited<ReturnType<Client['case']>>;
export type RecordedAction = CaseDetail['timeline'][number];

/** What a form gives for an action, by the names of its fields. */
export type DetailValues = Record<string, unknown>;
export type ActionInput = { requestId: string; countyCode: number; id: number; version: number; detail: DetailValues };
export type Acted = { version: number; state: string };
