// Data issues (疑点): the list, and closing one with an explanation.

import { type RawBuilder, sql } from 'kysely';
import type * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { Asks, Outcome, Tx } from '../../../platform/server/db.ts';
import { placesBy } from '../../../platform/server/lists/place.ts';
import { areaAsked } from '../../regions/server/index.ts';
import type { dataIssue } from '../domain/shapes.ts';
import { withoutNulls } from './rows.ts';
import '../domain/problems.ts';

export type DataIssue = z.output<typeof dataIssue>;

type IssueRow = {
  countyCode: number;
  id: number;
  code: string;
  state: DataIssue['state'];
  dataset: string;
  line: number | null;
  householdId: number | null;
  householdNumber: string | null;
  headName: string | null;
  personId: number | null;
  personName: string | null;
  villageCode: number;
  villageName: string;
  rule: string | null;
  about: string | null;
  openedAt: string;
  closedAt: string | null;
  explanation: string | null;
  closedBy: string | null;
};

/** Issues that meet the condition on `d`, in the order given (which carries the limit). */
export async function readIssues(
  tx: Asks,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<DataIssue[]> {
  const rows = await tx.rows(sql<IssueRow>`
    select d.county_code, d.id, d.code, d.state, d.dataset, d.line, d.household_id, h.number as household_number, h.head_name,
      d.person_id, p.name as person_name, d.village_code, coalesce(v.name, '') as village_name, d.opened_at, d.closed_at, d.rule,
      d.detail ->> 'about' as about,
      d.detail ->> 'explanation' as explanation, d.detail ->> 'closedBy' as closed_by
    from data_issues d
    left join households h on h.county_code = d.county_code and h.id = d.household_id
    left join persons p on p.county_code = d.county_code and p.household_id = coalesce(d.household_id, 0) and p.id = d.person_id
    left join regions v on v.code = d.village_code
    where ${where} order by ${order}`);
  return rows.map(withoutNulls);
}

type Asked = {
  area?: number | undefined;
  code?: string | undefined;
  state: DataIssue['state'];
  cursor?: string | undefined;
  limit: number;
};

/** Counting stops here; the list then tells no total. */
const MOST_COUNTED = 20_000;
const places = placesBy('int8', 'int8', 'total');

/** By village; the total is exact, or absent where there are very many. */
export async function listIssues(tx: Tx, { area: areaCode, code, state, cursor, limit }: Asked) {
  const area = await areaAsked(tx, areaCode);
  const place = places.read(cursor);
  const filter = sql`d.state = ${state} and d.village_code between ${area.low} and ${area.high}
    and ${code ? sql`d.code = ${code}` : sql`true`}`;
  const found = await readIssues(
    tx,
    sql`${filter} and ${place ? sql`(d.village_code, d.id) > (${place[0]}, ${place[1]})` : sql`true`}`,
    sql`d.village_code, d.id limit ${limit + 1}`,
  );
  const items = found.slice(0, limit);
  const counted = place
    ? { n: place[2] ?? MOST_COUNTED + 1 }
    : await tx.first(sql<{ n: number }>`
    select count(*)::int as n from (select from data_issues d where ${filter} limit ${MOST_COUNTED + 1}) c`);
  const last = found.length > limit ? items.at(-1) : undefined;
  return {
    items,
    ...(counted && counted.n <= MOST_COUNTED ? { total: counted.n } : {}),
    ...(last ? { next: places.write([last.villageCode, last.id, counted?.n ?? null]) } : {}),
  };
}

export type Closing = { countyCode: number; id: number; state: 'explained' | 'corrected'; explanation: string };

type Lockable = Pick<IssueRow, 'state' | 'villageCode' | 'householdId' | 'personId' | 'code'> & { rule: string | null };

/** Throws `households.issue-not-found`, `households.issue-closed`. */
async function lockOpen(tx: Tx, { countyCode, id }: { countyCode: number; id: number }): Promise<Lockable> {
  const issue = await tx.first(sql<Lockable>`
    select state, village_code, household_id, person_id, code, rule from data_issues
    where county_code = ${countyCode} and id = ${id} for update`);
  if (!issue) throw new Problem('households.issue-not-found');
  if (issue.state !== 'open') throw new Problem('households.issue-closed');
  return issue;
}

function auditOf(issue: Lockable, id: number, reason: string, after: object) {
  return {
    operation: 'households.close-issue',
    subjectKind: 'data-issue',
    subjectId: id,
    regionCode: issue.villageCode,
    ...(issue.householdId === null ? {} : { householdId: issue.householdId }),
    ...(issue.personId === null ? {} : { personId: issue.personId }),
    reason,
    before: { code: issue.code, state: issue.state },
    after: { code: issue.code, ...after },
  };
}

/** Throws `households.issue-of-rule` and those of `lockOpen`. */
export async function closeIssue(
  tx: Tx,
  { countyCode, id, state, explanation }: Closing,
): Promise<Outcome<Record<string, never>>> {
  const issue = await lockOpen(tx, { countyCode, id });
  if (issue.rule !== null) throw new Problem('households.issue-of-rule');
  const closing = { explanation, closedBy: tx.actor.name };
  await tx.run(sql`update data_issues set state = ${state}, closed_at = now(),
    detail = detail || ${JSON.stringify(closing)}::jsonb where county_code = ${countyCode} and id = ${id}`);
  return { result: {}, audit: auditOf(issue, id, explanation, { state }) };
}

/** Explained on the spot: what a rule found waits for the signature, other issues are closed. */
export async function explainIssue(tx: Tx, given: Omit<Closing, 'state'>): Promise<Outcome<Record<string, never>>> {
  const { countyCode, id, explanation } = given;
  const issue = await lockOpen(tx, given);
  if (issue.rule === null) return closeIssue(tx, { ...given, state: 'explained' });
  await tx.run(sql`update data_issues set outcome = 'verified-ok', basis = 'on-site', answered_on = today_there(), answered_by = ${tx.actor.name},
    answered_id = ${tx.actor.accountId}, returned = null, detail = detail || ${JSON.stringify({ explanation, closedBy: tx.actor.name })}::jsonb
    where county_code = ${countyCode} and id = ${id} and signed_on is null`);
  return { result: {}, audit: auditOf(issue, id, explanation, { outcome: 'verified-ok' }) };
}
