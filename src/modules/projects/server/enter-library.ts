// Approved proposals become projects of the county’s library, in the move’s own transaction and by the rules that projects have.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { countyOf } from '../../../kernel/region-code.ts';
import { operationName } from '../../../kernel/register/register-contract.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Effect } from '../../../platform/server/registers/moves/effects.ts';
import type { Standing } from '../../../platform/server/registers/moves/standing.ts';
import {
  judgeTyped,
  type RecordTools,
  saveTyped,
  typedReasons,
  type Values,
} from '../../../platform/server/registers/typed-rows.ts';
import { projectProposalRegister } from '../domain/project-proposal-register.ts';
import { projectRegister } from '../domain/project-register.ts';
import '../domain/problems.ts';

const projects = projectRegister as unknown as Parameters<typeof judgeTyped>[2];

/** What a proposal and a project both say, under the same name. */
const SHARED = Object.keys(projectProposalRegister.fields).filter(
  (name) => name in projectRegister.fields && name !== 'enteredOn',
);

const SERIAL_DIGITS = 3;
/** Twelve digits to a county’s six, and back. */
const COUNTY_SIZE = 1_000_000;

/** `150923P2023001`: county, P, year, serial; numbers of one county and year are given out one after the other. */
async function nextNumbers(tx: Tx, prefix: string, count: number): Promise<string[]> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${prefix}, 0))`);
  const found = await tx.first<{ last: number }>(sql`
    select coalesce(max(substr(p.number, ${prefix.length + 1}::int)::bigint), 0)::int as last from projects p
    where p.number ~ ${`^${prefix}[0-9]{3,8}$`}`);
  const last = found?.last ?? 0;
  return Array.from({ length: count }, (_, i) => `${prefix}${String(last + i + 1).padStart(SERIAL_DIGITS, '0')}`);
}

async function numbersFor(tx: Tx, rows: readonly Standing[]): Promise<Map<Standing, string>> {
  const numbers = new Map<Standing, string>();
  const groups = Map.groupBy(rows, (row) => `${row.countyCode}P${row.wantedYear}`);
  // In one order, so that two who enter at once wait for each other instead of for ever.
  for (const [prefix, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const given = await nextNumbers(tx, prefix, group.length);
    for (const [i, row] of group.entries()) numbers.set(row, given[i] ?? '');
  }
  return numbers;
}

function projectOf(row: Standing, number: string, enteredOn: string): Values {
  const village = Number(row.villageCode);
  const sites = (row.siteVillageCodes as number[] | null) ?? [];
  return {
    ...Object.fromEntries(SHARED.map((name) => [name, row[name] ?? null])),
    ...{ number, enteredOn, regionCode: countyOf(village) * COUNTY_SIZE },
    siteVillageCodes: sites.length > 0 ? sites : [village],
  };
}

async function enter(tx: Tx, tools: RecordTools, rows: readonly Standing[], doneOn: string): Promise<AuditEntry[]> {
  const numbers = await numbersFor(tx, rows);
  const made = rows.map((row) => projectOf(row, numbers.get(row) ?? '', doneOn));
  const judged = await judgeTyped(tx, tools, projects, made);
  const refused = judged.findIndex(({ refusals }) => refusals.length > 0);
  const [name, reasons] = [rows[refused]?.projectName, judged[refused]];
  if (reasons)
    throw new Problem('projects.not-entered', { name: String(name), reasons: typedReasons(projects, reasons) });
  await saveTyped(tx, projects);
  await tx.run(sql`update project_proposals t set project_number = n.number
    from unnest(${rows.map(({ countyCode }) => countyCode)}::int[], ${rows.map(({ id }) => id)}::bigint[],
      ${made.map(({ number }) => String(number))}::text[]) n (county_code, id, number)
    where t.county_code = n.county_code and t.id = n.id`);
  return made.map(({ number, regionCode }, i) => ({
    ...{ operation: operationName(projects, 'add'), subjectKind: projectRegister.record, subjectId: String(number) },
    ...{ regionCode: Number(regionCode), after: { number, proposal: rows[i]?.id } },
  }));
}

export const projectsEffects: Effect[] = [{ register: projectProposalRegister.code, move: 'enter', run: enter }];
