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

/** A finding `f` and an issue `i` of `work_issues` about one subject: without nulls, so that millions are hashed. */
const SAME = sql`f.household_id = i.household_id and coalesce(f.person_id, 0) = i.member and f.rule = i.rule`;
const RETURNED = sql`outcome = null, basis = null, answered_on = null, signed_on = null, signed_by = null, reopened = d.reopened + 1`;
const FOUND = sql`value_key = f.value_key, value_then = f.value, severity = f.severity, rule_version = f.version`;
const ABOUT = sql`detail = d.detail || jsonb_build_object('about', f.value)`;

/** Literals, so that the statement is planned for what is asked. */
const dueSql = ({ due }: MergeAsked) =>
  sql.raw(
    `case f.severity ${Object.entries(due)
      .map(([severity, day]) => `when '${severity}' then date '${day}'`)
      .join(' ')} end`,
  );

/** Issues `d` about the households that were looked at. */
const scope = ({ countyCode, households }: MergeAsked): RawBuilder<unknown> =>
  sql`d.county_code = ${sql.lit(countyCode)} and d.household_id is not null ${households ? sql`and d.household_id = any(${sql.lit(`{${households.join(',')}}`)}::bigint[])` : sql``}`;

async function adopt(tx: Tx, asked: MergeAsked): Promise<void> {
  const { countyCode, asOf } = asked;
  const alike = await tx.run(sql`create temp table work_alike on commit drop as
    select d.id, d.household_id, coalesce(d.person_id, 0) as member, a.rule, d.state, row_number() over (partition by d.household_id, d.person_id, a.rule order by d.id desc) as nth
    from data_issues d join unnest(${sql.lit(`{${Object.keys(asked.alike).join(',')}}`)}::text[], ${sql.lit(`{${Object.values(asked.alike).join(',')}}`)}::text[]) a (code, rule) on a.code = d.code
    where ${scope(asked)} and d.rule is null and d.state in ('open', 'explained')`);
  if (alike === 0) return;
  await tx.script('analyze work_alike');
  const open = sql`exists (select from data_issues o where o.county_code = ${countyCode} and o.household_id = i.household_id
    and coalesce(o.person_id, 0) = i.member and o.rule = i.rule and o.state = 'open')`;
  await tx.run(sql`update data_issues d set rule = i.rule, ${FOUND}, found_on = ${asOf}::date, due_on = case when d.state = 'open' then ${dueSql(asked)} end
    from work_alike i join work_found f on ${SAME} where d.county_code = ${countyCode} and d.id = i.id and i.nth = 1 and (i.state = 'explained' or not ${open})`);
  await tx.run(sql`update data_issues d set state = 'corrected', outcome = 'duplicate', closed_at = now() from work_alike i
    where d.county_code = ${countyCode} and d.id = i.id and d.rule is null and d.state = 'open' and ${open}`);
}

/** Answers what came of it. `work_found` loses what is explained already. */
export async function mergeFound(tx: Tx, asked: MergeAsked): Promise<MergeCounts> {
  const { countyCode, runId, asOf, rules } = asked;
  const found = (await tx.first(sql<{ n: number }>`select count(*)::int as n from work_found`))?.n ?? 0;
  await adopt(tx, asked);
  await tx.run(sql`create temp table work_issues on commit drop as
    select d.id, d.household_id, coalesce(d.person_id, 0) as member, d.rule, d.state, d.value_key, d.severity, d.rule_version, d.outcome, d.signed_on, d.explained_until, d.reopened
    from data_issues d where ${scope(asked)} and d.rule = any(${sql.lit(`{${rules.join(',')}}`)}::text[])`);
  await tx.script('analyze work_issues');
  const own = sql`d.county_code = ${countyCode} and d.id = i.id`;
  const matched = sql`work_issues i join work_found f on ${SAME}`;
  const reused = await tx.run(sql`delete from work_found f using work_issues i where ${SAME} and i.state = 'explained'
    and i.value_key = f.value_key and (i.explained_until is null or i.explained_until >= ${asOf}::date)`);
  const explained =
    await tx.run(sql`update data_issues d set state = 'explained', closed_at = now(), run_id = ${runId}, explained_until = ${asked.explainedUntil}::date
    from ${matched} where ${own} and i.state = 'open' and i.value_key = f.value_key and i.signed_on is not null and i.outcome <> 'corrected'`);
  await tx.run(
    sql`delete from work_found f using work_issues i where ${SAME} and i.state = 'open' and i.value_key = f.value_key and i.signed_on is not null and i.outcome <> 'corrected'`,
  );
  await tx.run(sql`delete from work_issues i where i.state = 'open' and i.signed_on is not null and i.outcome <> 'corrected'
    and exists (select from data_issues d where ${own} and d.state = 'explained')`);
  const reopened =
    await tx.run(sql`update data_issues d set ${FOUND}, run_id = ${runId}, found_on = ${asOf}::date, due_on = ${dueSql(asked)}, ${ABOUT}, ${RETURNED},
      returned = case when d.value_key is distinct from f.value_key then '值已变化，请重新处理' else '复跑仍然查出，改正没有生效' end
    from ${matched} where ${own} and i.state = 'open' and i.outcome is not null
      and (i.value_key is distinct from f.value_key or i.signed_on is not null and i.outcome = 'corrected')`);
  await tx.run(sql`update data_issues d set ${FOUND}, run_id = ${runId}, ${ABOUT}
    from ${matched} where ${own} and i.state = 'open' and i.outcome is null and (i.value_key, i.severity, i.rule_version) is distinct from (f.value_key, f.severity, f.version)`);
  const closed =
    await tx.run(sql`update data_issues d set state = 'corrected', closed_at = now(), run_id = ${runId}, outcome = coalesce(d.outcome, 'corrected')
    from work_issues i where ${own} and i.state = 'open' and (i.outcome is null or i.signed_on is not null) and not exists (select from work_found f where ${SAME})`);
  const opened = await tx.run(sql`
    insert into data_issues (county_code, village_code, household_id, person_id, code, dataset, detail, rule, rule_version, severity, run_id, value_then, value_key, found_on, due_on, reopened)
    select ${countyCode}::int, f.village_code, f.household_id, f.person_id, f.rule, 'cleaning', jsonb_strip_nulls(jsonb_build_object('about', f.value, 'field', f.field)), f.rule, f.version,
      f.severity, ${runId}::bigint, f.value, f.value_key, ${asOf}::date, ${dueSql(asked)}, coalesce(b.reopened + 1, 0)
    from work_found f left join (select household_id, member, rule, max(reopened) as reopened from work_issues where state <> 'open' group by 1, 2, 3) b
      on f.household_id = b.household_id and coalesce(f.person_id, 0) = b.member and f.rule = b.rule
    where not exists (select from work_issues i where ${SAME} and i.state = 'open')`);
  return { found, opened, reused, explained, closed, reopened };
}
