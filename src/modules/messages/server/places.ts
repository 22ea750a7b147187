// Who is told of a level's work.

import { sql } from 'kysely';

/** Whose work a level is: the accounts of a role at a place above the village. */
export const PLACES = sql`(values ('village', 'village-worker', 1::bigint), ('township', 'township-officer', 1000),
  ('county', 'county-officer', 1000000), ('league', 'region-officer', 100000000),
  ('league', 'region-officer', 10000000000)) l (level, role, unit)`;
