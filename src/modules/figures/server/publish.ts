// Figures of a statement that was approved, written into the register of what was published.

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
import '../domain/problems.ts';
import { type PublishedFigure, publishedFigureRegister } from '../domain/published-figure-register.ts';

const register = publishedFigureRegister as unknown as RegisterDefinition;

export type ToPublish = { regionCode: number; asOf: string; publishedOn: string; statement: string };

/** Throws `figures.published-there`, `figures.not-published`. */
export async function publishFigures(
  tx: Tx,
  tools: RecordTools,
  { regionCode, asOf, publishedOn, statement }: ToPublish,
  figures: readonly Pick<
    PublishedFigure,
    'figure' | 'publishedText' | 'publishedValue' | 'unit' | 'comparison' | 'digits'
  >[],
): Promise<AuditEntry[]> {
  if (figures.length === 0) return [];
  const there = await tx.first(sql`select from published_figures p where p.region_code = ${regionCode}::bigint
    and p.as_of = ${asOf}::date and p.published_on = ${publishedOn}::date and not p.voided limit 1`);
  if (there) throw new Problem('figures.published-there', { asOf, publishedOn });
  const rows = figures.map((figure) => ({ ...figure, regionCode, asOf, publishedOn, statement, voided: false }));
  const refused = (await judgeTyped(tx, tools, register, rows)).find(({ refusals }) => refusals.length > 0);
  if (refused) throw new Problem('figures.not-published', { reasons: typedReasons(register, refused) });
  await saveTyped(tx, register);
  return [
    {
      ...{ operation: operationName(register, 'add'), subjectKind: register.record, subjectId: statement, regionCode },
      after: { asOf, publishedOn, figures: figures.length },
    },
  ];
}
