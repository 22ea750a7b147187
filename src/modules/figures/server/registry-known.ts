// The registry as it was known: what stood in a household or person before changes that were recorded later.

import { sql } from 'kysely';
import type { Condition, Reading } from './reading.ts';

/** Households as known, to stand behind `from`. */
export function knownHouseholds(_r: Reading): Condition {
  return sql`households`;
}
