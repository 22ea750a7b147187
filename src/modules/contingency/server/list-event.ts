// Who is listed once a plan is activated: in the transaction of the decision, by one statement over all households of the area.

import { type RawBuilder, sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { levelOfCode, type RegionRange, rangeOf } from '../../../kernel/region-code.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Effect } from '../../../platform/server/registers/moves/effects.ts';
import type { Standing } from '../../../platform/server/registers/moves/standing.ts';
import { factsSql, MATCH } from '../../entitlements/server/index.ts';
import { activationRegister } from '../domain/activation-register.ts';
import '../domain/problems.ts';

const rangeOfCode = (code: number): RegionRange => rangeOf(code, levelOfCode(code));

/** Villages `t.village_code` of the areas hit; all where none is named. Herds may be elsewhere: who is listed is who is registered there. */
function inAreas(codes: readonly number[]): RawBuilder<unknown> {
  if (codes.length === 0) return sql`true`;
  const parts = codes.map(rangeOfCode).map(({ low, high }) => sql`t.village_code between ${low} and ${high}`);
  return sql`(${sql.join(parts, sql` or `)})`;
}

/** Throws `contingency.nobody-listed`: nothing is activated without a list. */
async function listOne(tx: Tx, row: Standing, on: string): Promise<AuditEntry> {
  const region = Number(row.regionCode);
  const areas = ((row.areaCodes as number[] | null) ?? []).map(Number);
  const listed = await tx.run(sql`
    with ${factsSql({ range: rangeOfCode(region), on })}
    insert into activation_households (county_code, activation_id, activation_county, household_id, village_code)
    select t.county_code, ${row.id}::bigint, ${row.countyCode}::int, t.id, t.village_code from told t
    where ${inAreas(areas)} and exists (select from contingency_lists r where r.plan_number = ${String(row.planNumber)} and not r.voided and ${MATCH})
    on conflict do nothing`);
  if (listed === 0) throw new Problem('contingency.nobody-listed');
  return {
    ...{
      operation: 'contingency.list-households',
      subjectKind: activationRegister.record,
      subjectId: String(row.number),
    },
    ...{ regionCode: region, after: { listed } },
  };
}

async function list(tx: Tx, _tools: unknown, rows: readonly Standing[], doneOn: string): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const row of rows) entries.push(await listOne(tx, row, doneOn));
  return entries;
}

export const contingencyEffects: Effect[] = [{ register: activationRegister.code, move: 'activate', run: list }];
