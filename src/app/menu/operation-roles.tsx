// Who may do what, as the contract of the product says.

import { type OperationMeta, ROLES, type Role } from '../../kernel/operation.ts';
import { contract } from '../contract.ts';

/** Roles of every operation, by its name. */
export function operationRoles(part: unknown = contract, found = new Map<string, readonly Role[]>()) {
  if (typeof part !== 'object' || part === null) return found;
  const meta = (part as { '~orpc'?: { meta?: OperationMeta } })['~orpc']?.meta;
  if (meta) found.set(meta.name, meta.roles === 'public' ? ROLES : meta.roles);
  else for (const inner of Object.values(part)) operationRoles(inner, found);
  return found;
}
