import type { Api } from '../../../platform/web/api.ts';
import type { accountsContract } from '../domain/contract.ts';

type Client = Api<typeof accountsContract>['client'];

export type Account = Awaited<ReturnType<Client['list']>>['items'][number];
export type AuditEntry = Awaited<ReturnType<Client['searchAudit']>>['items'][number];
export type OpenSession = Awaited<ReturnType<Client['sessions']>>[number];
