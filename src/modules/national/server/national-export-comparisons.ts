// SQL on comparisons with the national system and on the rows they could not compare.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { TakenUpload } from '../../../platform/server/http/uploads.ts';
import type { ComparisonCounts, ComparisonState, Difference } from '../domain/national-export-contract.ts';
import type { BadRow } from '../domain/national-table.ts';
import '../domain/problems.ts';
import type { Compared } from './compare-national.ts';

const OPERATION = 'national.compare-export';
const MOST_SHOWN = 200;

export type ComparisonRow = {
  id: number;
  regionCode: number;
  regionHigh: number;
  accountId: number;
  accountName: string;
  fileId: string;
  fileName: string;
  state: ComparisonState;
  counts: ComparisonCounts | null;
  differences: Difference[];
  problem: string | null;
  at: string;
  finishedAt: string | null;
};

const COLUMNS = sql`id, region_code, region_high, account_id, account_name, file_id, file_name, state, counts, differences,
  problem, at, finished_at`;

/** Undefined where it is not in the actor's area. */
export async function findComparison(tx: Tx, id: number): Promise<ComparisonRow | undefined> {
  return tx.first(sql<ComparisonRow>`select ${COLUMNS} from national_comparisons where id = ${id}`);
}

/** Throws `national.comparison-not-found`. */
export async function getComparison(tx: Tx, id: number): Promise<ComparisonRow> {
  const found = await findComparison(tx, id);
  if (!found) throw new Problem('national.comparison-not-found');
  return found;
}

/** The newest one of the same bytes for the same area that did not fail. */
async function findSameFile(tx: Tx, sha256: string): Promise<number | undefined> {
  const row = await tx.first(sql<{ id: number }>`
    select id from national_comparisons where sha256 = ${sha256} and region_code = ${tx.actor.areaCode}
      and state in ('queued', 'running', 'done') order by id desc limit 1`);
  return row?.id;
}

type HandedIn = { fileId: string; upload: TakenUpload; again: boolean };

/** Takes the file as it is handed in; the comparison itself is a job. */
export async function addComparison(
  tx: Tx,
  { fileId, upload, again }: HandedIn,
): Promise<Outcome<{ id: number; alreadyCompared: boolean }>> {
  const { accountId, name, areaCode, range } = tx.actor;
  const same = again ? undefined : await findSameFile(tx, upload.sha256);
  const made = same
    ? { id: same }
    : await tx.first(sql<{ id: number }>`
        insert into national_comparisons (region_code, region_high, account_id, account_name, file_id, file_name, sha256, byte_size)
        values (${areaCode}, ${range.high}, ${accountId}, ${name}, ${fileId}, ${upload.name}, ${upload.sha256},
          ${upload.byteSize}) returning id`);
  if (!made) throw new Error('no comparison');
  const alreadyCompared = same !== undefined;
  const after = { file: upload.name, sha256: upload.sha256, alreadyCompared };
  return {
    result: { id: made.id, alreadyCompared },
    audit: { operation: OPERATION, subjectKind: 'comparison', subjectId: made.id, regionCode: areaCode, after },
  };
}

/** False where it is over, or was cancelled. */
export async function markRunning(tx: Tx, id: number): Promise<boolean> {
  return (
    (await tx.run(
      sql`update national_comparisons set state = 'running' where id = ${id} and state in ('queued', 'running')`,
    )) > 0
  );
}

/** The last act of the comparing transaction: whoever sees `done` sees its result. A cancelled one leaves nothing. */
export async function endComparison(tx: Tx, id: number, { counts, differences }: Compared): Promise<void> {
  await tx.run(sql`insert into national_refusals (comparison_id, line, column_name, value, reason)
    select ${id}::bigint, line, column_name, value, reason from national_refused order by line`);
  const touched = await tx.run(sql`update national_comparisons set state = 'done', finished_at = now(),
    counts = ${JSON.stringify(counts)}::jsonb, differences = ${JSON.stringify(differences)}::jsonb
    where id = ${id} and state = 'running'`);
  if (touched === 0) throw new Error(`comparison ${id} was cancelled`);
}

export async function failComparison(tx: Tx, id: number, problem: string): Promise<void> {
  await tx.run(sql`update national_comparisons set state = 'failed', problem = ${problem}, finished_at = now()
    where id = ${id} and state in ('queued', 'running')`);
}

/** Throws `national.comparison-ended` where nothing is left to stop. */
export async function cancelComparison(tx: Tx, id: number): Promise<Outcome<Record<string, never>>> {
  const { regionCode, state } = await getComparison(tx, id);
  const touched = await tx.run(sql`update national_comparisons set state = 'cancelled', finished_at = now()
    where id = ${id} and state in ('queued', 'running')`);
  if (touched === 0) throw new Problem('national.comparison-ended');
  const audit = {
    ...{ operation: 'national.cancel-export-comparison', subjectKind: 'comparison', subjectId: id, regionCode },
    ...{ before: { state }, after: { state: 'cancelled' } },
  };
  return { result: {}, audit };
}

/** Newest first, before the one of the cursor. */
export async function listComparisons(tx: Tx, before: number | undefined, limit: number): Promise<ComparisonRow[]> {
  return tx.rows(sql<ComparisonRow>`select ${COLUMNS} from national_comparisons
    where region_code between ${tx.actor.range.low} and ${tx.actor.range.high}
      and ${before === undefined ? sql`true` : sql`id < ${before}`} order by id desc limit ${limit}`);
}

/** Work that was under way when the program stopped. */
export async function listUnfinished(tx: Tx): Promise<{ id: number }[]> {
  return tx.rows(
    sql<{ id: number }>`select id from national_comparisons where state in ('queued', 'running') order by id`,
  );
}

/** In the order of the file, after a line of it. */
export async function listRefusals(tx: Tx, id: number, after = 0, limit = MOST_SHOWN): Promise<BadRow[]> {
  return tx.rows(sql<BadRow>`select line, column_name as "column", value, reason from national_refusals
    where comparison_id = ${id} and line > ${after} order by line limit ${limit}`);
}
