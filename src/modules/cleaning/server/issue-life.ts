// Issues on their way: assigned, answered, signed or returned. None of this closes an issue of a rule: the rerun does.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Outcome as Done, Tx } from '../../../platform/server/db.ts';
import { CORRECTED_FIELDS, isCorrectedField, mayStandIn } from '../../households/domain/corrected-fields.ts';
import { DATA_ISSUES } from '../../households/domain/registry-columns.ts';
import { changeIssues, correctPerson, type IssueKey, isOneOf } from '../../households/server/index.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import type { Basis, Outcome } from '../domain/words.ts';
import '../domain/problems.ts';

const MOST_PEOPLE = 500;

/** Who works in villages and townships of an area. */
export async function listPeople(tx: Tx, area: number | undefined) {
  const { low, high } = await rangeAsked(tx, area);
  return tx.rows(sql<{ accountId: number; name: string; areaName: string }>`
    select a.id as account_id, a.name, coalesce(r.name, '') as area_name from accounts a left join regions r on r.code = a.area_code
    where a.disabled_at is null and a.role in ('village-worker', 'township-officer')
      and (a.area_code between ${low} and ${high} or ${low}::bigint between a.area_code and region_high(a.area_code))
    order by a.area_code, a.name, a.id limit ${MOST_PEOPLE}`);
}

export type Locked = IssueKey & {
  rule: string | null;
  code: string;
  state: string;
  villageCode: number;
  householdId: number | null;
  personId: number | null;
  outcome: Outcome | null;
  signedOn: string | null;
  answeredId: number | null;
  field: string | null;
};

/** In the order of keys, so that two who pick the same do not wait in a circle. Throws `cleaning.issue-not-found`, `cleaning.issue-closed`. */
export async function lockIssues(tx: Tx, keys: readonly IssueKey[]): Promise<Locked[]> {
  const rows = await tx.rows(sql<Locked>`
    select d.county_code, d.id, d.rule, d.code, d.state, d.village_code, d.household_id, d.person_id, d.outcome, d.signed_on::text as signed_on, d.answered_id,
      d.detail ->> 'field' as field
    from data_issues d where ${isOneOf(keys)} order by d.county_code, d.id for update of d`);
  if (rows.length < new Set(keys.map(({ countyCode, id }) => `${countyCode}-${id}`)).size)
    throw new Problem('cleaning.issue-not-found');
  if (rows.some(({ state }) => state !== 'open')) throw new Problem('cleaning.issue-closed');
  return rows;
}

/** An entry each: the trail of a household shows what became of its issues. */
function auditOf(operation: string, issues: readonly Locked[], after: object, reason?: string): AuditEntry[] {
  return issues.map(({ countyCode, id, rule, code, villageCode, householdId, personId }) => ({
    ...{
      operation,
      subjectKind: 'data-issue',
      subjectId: `${countyCode}-${id}`,
      regionCode: villageCode,
      after: { code: rule ?? code, ...after },
    },
    ...(householdId === null ? {} : { householdId }),
    ...(personId === null ? {} : { personId }),
    ...(reason ? { reason } : {}),
  }));
}

export type Assignment = {
  accountId: number;
  keys?: readonly IssueKey[] | undefined;
  area?: number | undefined;
  rule?: string | undefined;
};

/** What is signed stays; of those not picked only the ones nobody has. Throws `cleaning.nobody-assigned`. */
export async function assignIssues(
  tx: Tx,
  { accountId, keys, area, rule }: Assignment,
  on: string,
): Promise<Done<{ assigned: number }>> {
  const { low, high } = await rangeAsked(tx, area);
  const which = keys
    ? isOneOf(keys)
    : sql`d.village_code between ${low} and ${high} and d.assigned_to is null and ${rule ? sql`coalesce(d.rule, d.code) = ${rule}` : sql`true`}`;
  const person = await tx.first(
    sql<{ name: string }>`select name from accounts where id = ${accountId} and disabled_at is null`,
  );
  if (!person) throw new Problem('cleaning.nobody-assigned');
  const assigned = await changeIssues(
    tx,
    sql`assigned_to = ${accountId}, assigned_name = ${person.name}, assigned_on = ${on}::date`,
    sql`${which} and d.state = 'open' and d.signed_on is null and exists (select from accounts a where a.id = ${accountId} and
      (d.village_code between a.area_code and region_high(a.area_code) or exists (select from account_areas x where x.account_id = a.id
        and d.village_code between x.area_code and region_high(x.area_code))))`,
  );
  if (assigned === 0) throw new Problem('cleaning.nobody-assigned');
  const audit = {
    operation: 'cleaning.assign',
    subjectKind: 'data-issue',
    regionCode: area ?? tx.actor.areaCode,
    after: { accountId, rule, issues: assigned },
  };
  return { result: { assigned }, audit: { ...audit, subjectId: person.name } };
}

export type Answer = {
  keys: readonly IssueKey[];
  outcome: Exclude<Outcome, 'duplicate'>;
  basis: Basis;
  explanation: string;
  value?: string | undefined;
};

/** Writes the field of the rule, for one issue. Throws `cleaning.cannot-correct`, `cleaning.bad-value` and those of `correctPerson`. */
async function correct(
  tx: Tx,
  issues: readonly Locked[],
  { basis, explanation, value }: Answer,
  on: string,
): Promise<Locked[]> {
  const [issue] = issues;
  if (value === undefined || !issue) return [];
  const { countyCode, householdId, personId, field, id } = issue;
  if (issues.length > 1 || householdId === null || personId === null || field === null || !isCorrectedField(field))
    throw new Problem('cleaning.cannot-correct', {
      rule: issue.rule ?? issue.code,
      title: DATA_ISSUES[issue.code] ?? '',
    });
  if (!mayStandIn(field, value))
    throw new Problem('cleaning.bad-value', { value, field: CORRECTED_FIELDS[field].title });
  await correctPerson(tx, {
    countyCode,
    householdId,
    personId,
    field,
    value,
    basis,
    note: explanation,
    issueId: id,
    on,
  });
  return [issue];
}

/** An answer may be mended until it is signed. Throws `cleaning.issue-signed` and those of `lockIssues` and `correct`. */
export async function answerIssues(
  tx: Tx,
  answer: Answer,
  on: string,
): Promise<Done<{ answered: number; corrected: Locked[] }>> {
  const { keys, basis, explanation } = answer;
  const issues = await lockIssues(tx, keys);
  if (issues.some(({ signedOn }) => signedOn !== null)) throw new Problem('cleaning.issue-signed');
  const corrected = answer.outcome === 'corrected' ? await correct(tx, issues, answer, on) : [];
  const answered = await changeIssues(
    tx,
    sql`outcome = ${answer.outcome}, basis = ${basis}, answered_on = ${on}::date, answered_by = ${tx.actor.name}, answered_id = ${tx.actor.accountId}, returned = null,
      detail = d.detail || ${JSON.stringify({ explanation, closedBy: tx.actor.name })}::jsonb`,
    isOneOf(keys),
  );
  const value = corrected.length > 0 ? { value: answer.value } : {};
  return {
    result: { answered, corrected },
    audit: auditOf('cleaning.answer', issues, { outcome: answer.outcome, basis, ...value }, explanation),
  };
}

function needAnswers(issues: readonly Locked[]): void {
  if (issues.some(({ outcome, signedOn }) => outcome === null || signedOn !== null))
    throw new Problem('cleaning.issue-unanswered');
}

/** What no rule found has no rerun: with the signature it is closed. Throws `cleaning.issue-unanswered`, `cleaning.own-answer`. */
export async function signIssues(
  tx: Tx,
  keys: readonly IssueKey[],
  on: string,
): Promise<Done<{ signed: number; issues: Locked[] }>> {
  const issues = await lockIssues(tx, keys);
  needAnswers(issues);
  if (issues.some(({ answeredId }) => answeredId === tx.actor.accountId)) throw new Problem('cleaning.own-answer');
  const signed = await changeIssues(
    tx,
    sql`signed_on = ${on}::date, signed_by = ${tx.actor.name}, state = case when d.rule is not null then d.state when d.outcome = 'corrected' then 'corrected' else 'explained' end,
      closed_at = case when d.rule is null then now() end`,
    isOneOf(keys),
  );
  return { result: { signed, issues }, audit: auditOf('cleaning.sign', issues, {}) };
}

/** Back to who has it. Throws `cleaning.issue-unanswered`. */
export async function returnIssues(
  tx: Tx,
  keys: readonly IssueKey[],
  reason: string,
): Promise<Done<{ returned: number }>> {
  const issues = await lockIssues(tx, keys);
  if (issues.some(({ outcome }) => outcome === null)) throw new Problem('cleaning.issue-unanswered');
  const returned = await changeIssues(
    tx,
    sql`outcome = null, basis = null, answered_on = null, answered_by = null, answered_id = null, signed_on = null, signed_by = null, returned = ${reason}`,
    isOneOf(keys),
  );
  return { result: { returned }, audit: auditOf('cleaning.return', issues, {}, reason) };
}
