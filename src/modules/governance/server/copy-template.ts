// A village's rules begun from its county's template: drafts until the assembly has passed the scheme they belong to.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { operationName } from '../../../kernel/register/register-contract.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { addRecord } from '../../../platform/server/registers/record.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import { getRegion, ownRegion } from '../../regions/server/index.ts';
import '../domain/problems.ts';
import { pointRuleRegister } from '../domain/registers/point-rule-register.ts';

const register = pointRuleRegister as unknown as Parameters<typeof addRecord>[2];
const MOST_RULES = 200;

type Line = Record<'ruleNumber' | 'pointKind' | 'behaviour', string> & {
  points: number;
  frequencyLimit: string | null;
  evidenceRequired: string | null;
  scoringRight: string | null;
};

/** Only of the own county, and only what the village has not: what stands is never overwritten. Throws `governance.no-template`. */
export async function copyTemplate(
  tx: Tx,
  tools: RecordTools,
  { code, effectiveOn }: { code: number; effectiveOn: string },
): Promise<Outcome<{ copied: number }>> {
  const village = await ownRegion(tx, code);
  const county = await getRegion(tx, Math.floor(code / 1e6) * 1e6);
  const lines = await tx.rows(sql<Line>`
    select t.rule_number, t.point_kind, t.behaviour, t.points, t.frequency_limit, t.evidence_required, t.scoring_right
    from point_rule_templates t where t.region_code = ${county.code} and not t.voided and t.effective_on <= ${effectiveOn}::date
      and (t.expired_on is null or t.expired_on > ${effectiveOn}::date)
      and not exists (select from point_rules r where r.village_code = ${code} and r.rule_number = t.rule_number)
    order by t.rule_number limit ${MOST_RULES}`);
  if (lines.length === 0 || village.level !== 'village')
    throw new Problem('governance.no-template', { county: county.name, day: effectiveOn });
  for (const line of lines) await addRecord(tx, tools, register, { villageCode: code, ...line, effectiveOn });
  const audit = {
    ...{ operation: 'governance.copy-template', subjectKind: 'region', subjectId: code, regionCode: code },
    after: { rules: lines.length, of: operationName(register, 'add') },
  };
  return { result: { copied: lines.length }, audit };
}
