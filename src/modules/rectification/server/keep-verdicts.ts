// A check of a problem is a verdict of the level: kept as a row of its own, in the same transaction as the step.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
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
import { fixCheckRegister } from '../domain/registers/fix-check-register.ts';

const checks = fixCheckRegister as unknown as RegisterDefinition;

const LEVEL_OF: Record<string, string> = {
  'check-county': 'county',
  'check-league': 'prefecture',
  'check-region': 'autonomous-region',
};

type Said = { number: string; round: number; opinion: string | null; level: string };

/** How often each was handed in, what the step that was just made said, and the level of who made it. */
function saidOf(tx: Tx, rows: readonly Standing[]): Promise<Said[]> {
  return tx.rows(sql<Said>`
    select t.number, greatest(1, count(*) filter (where m.move = 'submit'))::int as round,
      (array_agg(m.opinion order by m.id desc))[1] as opinion,
      case when area_high() - area_low() >= 9999999999 then 'autonomous-region' when area_high() - area_low() >= 99999999 then 'prefecture'
        else 'county' end as level
    from problems t join register_moves m on m.register = 'problems' and m.county_code = t.county_code and m.record_id = t.id
      and m.withdrawn_at is null
    where t.number = any(${rows.map(({ number }) => String(number))}::text[]) group by t.number limit 200`);
}

function keep(move: string, verdict: 'pass' | 'return'): Effect['run'] {
  return async (tx: Tx, tools: RecordTools, rows: readonly Standing[], doneOn: string): Promise<AuditEntry[]> => {
    const said = await saidOf(tx, rows);
    const made = said.map(
      ({ number, round, opinion, level }): Values => ({
        ...{ problemNumber: number, round, level: LEVEL_OF[move] ?? level, checkedOn: doneOn, verdict },
        opinion,
      }),
    );
    const judged = await judgeTyped(tx, tools, checks, made);
    const refused = judged.find(({ refusals }) => refusals.length > 0);
    if (refused) throw new Problem('registers.refused', { reasons: typedReasons(checks, refused), fields: '' });
    await saveTyped(tx, checks);
    const places = new Map(rows.map(({ number, placeCode }) => [String(number), placeCode]));
    return made.map(({ opinion: _opinion, ...after }) => ({
      ...{ operation: operationName(checks, 'add'), subjectKind: checks.record, after },
      ...{
        subjectId: String(after.problemNumber),
        regionCode: places.get(String(after.problemNumber)) ?? tx.actor.areaCode,
      },
    }));
  };
}

export const rectificationEffects: readonly Effect[] = [
  ...Object.keys(LEVEL_OF).map((move): Effect => ({ register: 'problems', move, run: keep(move, 'pass') })),
  { register: 'problems', move: 'return', run: keep('return', 'return') },
];
