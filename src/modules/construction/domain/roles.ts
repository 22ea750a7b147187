// Who leads what is built on (registers §16): villages find and mend, townships check, counties plan and close.

import { OFFICERS, type Role } from '../../../kernel/operation.ts';

export const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
export const TOWNSHIP = ['township-officer', ...COUNTY] as const satisfies readonly Role[];
export const VILLAGE = ['village-worker', ...OFFICERS] as const satisfies readonly Role[];
