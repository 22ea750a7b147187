import type { ReactNode } from 'react';
import type { Api } from '../../../platform/web/api.ts';
import type { accountsContract } from '../domain/contract.ts';

type Client = Api<typeof accountsContract>['client'];

export type Account = Awaited<ReturnType<Client['list']>>['items'][number];
/** Left out for accounts that may not call `operation`. */
export type AccountDeed = {
  key: string;
  operation: string;
  render: (account: Pick<Account, 'id' | 'name' | 'role'>) => ReactNode;
};

export type AuditEntry = Awaited<ReturnType<Client['searchAudit']>>['items'][number];
export type OpenSession = Awaited<ReturnType<Client['sessions']>>[number];
