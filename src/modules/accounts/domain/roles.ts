// Which regions a role may be bound to, and who is bound to a department.

import { ROLE_NAMES, type Role } from '../../../kernel/operation.ts';
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
};

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
