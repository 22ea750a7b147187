// Every operation of a contract, as data: for permission tables, the list of what an account may do, and tests.

import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import type { OperationMeta, Role } from './operation.ts';

export type ListedOperation = { meta: OperationMeta; method: string; path: string; summary: string; input: unknown };

export function listOperations(contract: AnyContractRouter): ListedOperation[] {
  if (!isContractProcedure(contract)) return Object.values(contract).flatMap(listOperations);
  const { meta, route, inputSchema } = contract['~orpc'];
  return [
    {
      meta: meta as OperationMeta,
      method: route.method ?? 'POST',
      path: route.path ?? '/',
      summary: route.summary ?? (meta.name as string),
      input: inputSchema,
    },
  ];
}

/** Whether somebody signed in with this role may call the operation; one without roles is closed to everybody. */
export function mayCall(meta: OperationMeta, role: string): boolean {
  return meta.roles === 'public' || meta.roles.includes(role as Role);
}
