// Which regions a role may be bound to, who is bound to a department, and who looks after whose account.

import { ROLE_NAMES, ROLES, type Role } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { LEVEL_NAMES, LEVELS, type RegionLevel } from '../../../kernel/region-code.ts';
import './problems.ts';

const ROLE_LEVELS: Record<Role, readonly RegionLevel[]> = {
  'village-worker': ['village'],
  'township-officer': ['township'],
  'county-officer': ['county'],
  'data-officer': ['county', 'prefecture', 'autonomous-region'],
  'region-officer': ['prefecture', 'autonomous-region'],
  auditor: LEVELS,
  administrator: ['autonomous-region', 'prefecture', 'county'],
  'security-administrator': ['autonomous-region', 'prefecture', 'county'],
};

/**
 * System, security and audit look each after their own (GB/T 22239-2019, 8.1.5): who could set another's password could be that
 * other. Whoever does the business is looked after by the system administrators.
 */
const KEEPERS: Partial<Record<Role, Role>> = {
  auditor: 'auditor',
  'security-administrator': 'security-administrator',
};

export function keeperOf(role: Role): Role {
  return KEEPERS[role] ?? 'administrator';
}

/** Whose accounts this role makes and changes. */
export function rolesKeptBy(keeper: string): Role[] {
  return ROLES.filter((role) => keeperOf(role) === keeper);
}

/** Refuses a role that does not fit the region's level or the department. */
export function checkRole(role: Role, level: RegionLevel, department: string): void {
  const levels = ROLE_LEVELS[role];
  if (!levels.includes(level))
    throw new Problem('accounts.role-level', {
      role: ROLE_NAMES[role],
      levels: levels.map((each) => LEVEL_NAMES[each]).join('或'),
    });
  const needed = role === 'data-officer';
  if (needed !== (department !== '')) throw new Problem('accounts.department', { needed: needed ? 1 : 0 });
}
