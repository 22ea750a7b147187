// Who does what with a register that offices keep: most of them.

import { OFFICERS, READERS, type Role } from '../operation.ts';
import type { RegisterRoles } from './define-register.ts';

const IMPORTERS = ['county-officer', 'region-officer'] as const satisfies readonly Role[];

/** As that, and the people in the villages write, too. */
export const VILLAGE_REGISTER: RegisterRoles = {
  ...{ read: READERS, import: IMPORTERS, export: OFFICERS },
  write: ['village-worker', ...OFFICERS],
};

/** Everybody of the area reads, its officers write and export, counties and above import. */
export const OFFICE_REGISTER: RegisterRoles = { read: READERS, write: OFFICERS, import: IMPORTERS, export: OFFICERS };
