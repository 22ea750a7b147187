// What the rules of cleaning found in a county (`work_found`) against the issues that stand: new ones are opened, what is not found any more is proven closed, a
// signed explanation of the same value holds, another value asks anew. A first finding of the import becomes the rule's issue instead of a second one.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';

export type MergeAsked = {
  countyCode: number;
  runId: number;
  asOf: string;
  /** Codes of the rules that were asked: issues of others stay as they are. */
  rules: readonly string[];
  /** Codes of imports, and the rule that finds the same. */
  alike: Readonly<Record<string, string>>;
  /** Last days by severity, and of an explanation that is proven today. */
  due: Readonly<Record<'block' | 'warn' | 'info', string>>;
  explainedUntil: string;
  /** Only these households were looked at. */
  households?: readonly number[] | undefined;
};

export type MergeCounts = {
  found: number;
  opened: number;
  reused: number;
  explained: number;
  closed: number;
  reopened: number;
};

const SAME = sql`f.household_id = d.household_id and f.person_id is not distinct from d.person_id and f.rule = d.rule`;
const RETURNED = sql`outcome = null, basis = null, answered_on = null, signed_on = null, signed_by = null, reopened = d.reopened + 1`;

/** A literal, so that the statement is planned for what is asked. */
const dueSql = ({ due }: MergeAsked) =>
  sql.raw(
    `case f.severity ${Object.entries(due)
      .map(([severity, day]) => `when '${severity}' then date '${day}'`)
      .join(' ')} end`,
  );

const scope = ({ countyCode, households }: MergeAsked): RawBuilder<unknown> =>
  sql`d.county_code = ${countyCode} and d.household_id is not null ${households ? sql`and d.household_id = any(${households}::bigint[])` : sql``}`;

async function adopt(tx: Tx, asked: MergeAsked): Promise<void> {
  const alike = sql`unnest(${Object.keys(asked.alike)}::text[], ${Object.values(asked.alike)}::text[]) a (code, rule)`;
  const open = sql`exists (select from data_issues o where o.county_code = d.county_code and o.household_id = d.household_id
    and o.person_id is not distinct from d.person_id and o.rule = a.rule and o.state = 'open')`;
  await tx.run(sql`
    update data_issues d set rule = a.rule, value_key = f.value_key, value_then = f.value, severity = f.severity, rule_version = f.version, found_on = ${asked.asOf}::date,
      due_on = case when d.state = 'open' then ${dueSql(asked)} end
    from ${alike}, work_found f
    where ${scope(asked)} and d.rule is null and d.state in ('open', 'explained') and d.code = a.code and f.household_id = d.household_id
      and f.person_id is not distinct from d.person_id and f.rule = a.rule and (d.state = 'explained' or not ${open})
      and d.id = (select max(x.id) from data_issues x where x.county_code = d.county_code and x.household_id = d.household_id
        and x.person_id is not distinct from d.person_id and x.code = d.code and x.rule is null)`);
  await tx.run(sql`update data_issues d set state = 'corrected', outcome = 'duplicate', closed_at = now() from ${alike}
    where ${scope(asked)} and d.rule is null and d.state = 'open' and d.code = a.code and ${open}`);
}

/** Answers what came of it. `work_found` loses what is explained already. */
export async function mergeFound(tx: Tx, asked: MergeAsked): Promise<MergeCounts> {
  const { countyCode, runId, asOf, rules } = asked;
  const found = (await tx.first(sql<{ n: number }>`select count(*)::int as n from work_found`))?.n ?? 0;
  await adopt(tx, asked);
  const own = sql`${scope(asked)} and d.rule = any(${rules}::text[])`;
  const reused =
    await tx.run(sql`delete from work_found f using data_issues d where ${own} and ${SAME} and d.state = 'explained'
    and d.value_key = f.value_key and (d.explained_until is null or d.explained_until >= ${asOf}::date)`);
  const explained = await tx.run(sql`update data_issues d set state = 'explained', closed_at = now(), run_id = ${runId},
      explained_until = coalesce(d.explained_until, ${asked.explainedUntil}::date)
    from work_found f where ${own} and ${SAME} and d.state = 'open' and d.value_key = f.value_key and d.signed_on is not null and d.outcome <> 'corrected'`);
  await tx.run(sql`delete from work_found f using data_issues d where ${own} and ${SAME} and d.state = 'explained' and d.run_id = ${runId}
    and d.value_key = f.value_key and d.explained_until >= ${asOf}::date`);
  const reopened =
    await tx.run(sql`update data_issues d set value_key = f.value_key, value_then = f.value, severity = f.severity, rule_version = f.version, run_id = ${runId},
      found_on = ${asOf}::date, due_on = ${dueSql(asked)}, detail = d.detail || jsonb_build_object('about', f.value), ${RETURNED},
      returned = case when d.value_key is distinct from f.value_key then '值已变化，请重新处理' else '复跑仍然查出，改正没有生效' end
    from work_found f where ${own} and ${SAME} and d.state = 'open' and d.outcome is not null
      and (d.value_key is distinct from f.value_key or d.signed_on is not null and d.outcome = 'corrected')`);
  await tx.run(sql`update data_issues d set value_key = f.value_key, value_then = f.value, severity = f.severity, rule_version = f.version, run_id = ${runId},
      detail = d.detail || jsonb_build_object('about', f.value)
    from work_found f where ${own} and ${SAME} and d.state = 'open' and d.outcome is null and (d.value_key, d.severity, d.rule_version) is distinct from (f.value_key, f.severity, f.version)`);
  const closed =
    await tx.run(sql`update data_issues d set state = 'corrected', closed_at = now(), run_id = ${runId}, outcome = coalesce(d.outcome, 'corrected')
    where ${own} and d.state = 'open' and (d.outcome is null or d.signed_on is not null) and not exists (select from work_found f where ${SAME})`);
  const opened = await tx.run(sql`
    insert into data_issues (county_code, village_code, household_id, person_id, code, dataset, detail, rule, rule_version, severity, run_id, value_then, value_key, found_on, due_on, reopened)
    select ${countyCode}::int, f.village_code, f.household_id, f.person_id, f.rule, 'cleaning', jsonb_strip_nulls(jsonb_build_object('about', f.value, 'field', f.field)), f.rule, f.version,
      f.severity, ${runId}::bigint, f.value, f.value_key, ${asOf}::date, ${dueSql(asked)}, coalesce(b.reopened + 1, 0)
    from work_found f left join lateral (select max(d.reopened) as reopened from data_issues d where d.county_code = ${countyCode} and ${SAME} and d.state <> 'open') b on true
    where not exists (select from data_issues d where d.county_code = ${countyCode} and ${SAME} and d.state = 'open')`);
  return { found, opened, reused, explained, closed, reopened };
}
