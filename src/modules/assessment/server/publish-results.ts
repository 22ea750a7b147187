// Results that an assessment made here, written as rows of the register of results, by the rules that files of it are held to.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { operationName } from '../../../kernel/register/register-contract.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import {
  judgeTyped,
  type RecordTools,
  saveTyped,
  typedReasons,
} from '../../../platform/server/registers/typed-rows.ts';
import { assessmentResultRegister } from '../domain/assessment-result-register.ts';
import '../domain/problems.ts';

const results = assessmentResultRegister as unknown as RegisterDefinition;

export type Published = {
  year: number;
  assessmentKind: string;
  assessmentName: string;
  assessedBy: 'region' | 'prefecture';
  publishedOn: string;
  documentNo: string | null;
  /** A revised assessment writes over what was published; the rows' versions keep it. */
  isReplacing: boolean;
  results: readonly { regionCode: number; grade: string; rank: number | null; score: number }[];
};

/** Throws `assessment.results-there`, `assessment.not-published`. */
export async function publishResults(tx: Tx, tools: RecordTools, published: Published): Promise<AuditEntry[]> {
  const { year, assessmentKind, assessmentName, assessedBy, publishedOn, documentNo, isReplacing } = published;
  const codes = published.results.map(({ regionCode }) => regionCode);
  const there = await tx.first(sql`select from assessment_results t where t.year = ${year}::int
    and t.assessment_kind = ${assessmentKind} and t.assessed_by = ${assessedBy} and t.region_code = any(${codes}::bigint[])
    and not t.voided limit 1`);
  if (there && !isReplacing) throw new Problem('assessment.results-there', { year });
  const rows = published.results.map((result) => ({
    ...{ ...result, year, assessmentKind, assessmentName, assessedBy, publishedOn, documentNo, voided: false },
  }));
  if (rows.length === 0) return [];
  const judged = await judgeTyped(tx, tools, results, rows);
  const refused = judged.find(({ refusals }) => refusals.length > 0);
  if (refused) throw new Problem('assessment.not-published', { reasons: typedReasons(results, refused) });
  await saveTyped(tx, results);
  return rows.map(({ regionCode, grade, rank, score }) => ({
    ...{ operation: operationName(results, 'add'), subjectKind: results.record, subjectId: String(regionCode) },
    ...{ regionCode, after: { year, assessmentName, grade, rank, score } },
  }));
}
