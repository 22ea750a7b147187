// What higher slices do with warnings: the composition passes it, so that warnings need not know them.

import type { Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import type { CheckResult } from '../domain/lifecycle.ts';

export type CheckedWarning = {
  countyCode: number;
  id: number;
  householdId: number;
  villageCode: number;
  rules: string[];
  result: CheckResult;
  note: string;
};

export type WarningsHooks = {
  /** Called in the transaction of a check, so that what follows from it stands or falls with it. */
  onChecked: (tx: Tx, keys: Keys, warning: CheckedWarning) => Promise<void>;
};
