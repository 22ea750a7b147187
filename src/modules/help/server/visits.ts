// Visits of cadres, and which households are to be visited next.

import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import { formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Keys, open, seal } from '../../../platform/server/keys.ts';
import type { StoredPhoto } from '../../../platform/server/photos.ts';
import type { CaseKey } from '../../cases/domain/addresses.ts';
import { householdText } from '../../households/server/index.ts';
import { refuseMeasures, refuseVisit } from '../domain/help-open.ts';
import type { VisitFilter } from '../domain/measures-contract.ts';
import { SOON_DAYS, visitDaysLeft, visitDueOn } from '../domain/visits.ts';
import '../domain/problems.ts';
import { type Page, placesBy } from '../../../platform/server/lists/place.ts';
import { CASE_COLUMNS, CASE_JOINS, HELPED, keepFiles, loadCase, noteVisit } from '../../cases/server/index.ts';
import { fileNames } from './help-files.ts';
import type { HelpedRow } from './help-query.ts';
import { loadTerms, type Terms, termsTable } from './help-terms.ts';

type VisitRow = {
  id: number;
  visitedOn: string;
  visitors: string[];
  place: string;
  sealed: Buffer;
  nextVisitDue: string | null;
  longitude: number | null;
  latitude: number | null;
  files: string[];
  accountName: string;
  at: string;
};

async function visitRows(tx: Tx, { countyCode, id }: CaseKey): Promise<VisitRow[]> {
  return tx.rows(sql<VisitRow>`
    select id, visited_on, visitors, place, sealed, next_visit_due, longitude, latitude, files::text[] as files,
      account_name, at
    from case_visits where county_code = ${countyCode} and case_id = ${id} order by visited_on desc, id desc limit 500`);
}

type VisitDays = { visitedOn: string | null; nextVisitDue: string | null };

/** Visits of a case, newest first, and until when the next is owed. */
export async function visitsOfCase(tx: Tx, keys: Keys, key: CaseKey, today: PlainDate) {
  const { standing } = await loadCase(tx, keys, key);
  const rows = await visitRows(tx, key);
  const named = await fileNames(tx, key);
  const days = await tx.first(sql<VisitDays>`select visited_on, next_visit_due from cases
    where county_code = ${key.countyCode} and id = ${key.id}`);
  const { visitEvery } = standing.template;
  const owed = refuseMeasures(standing, { role: 'village-worker', today }) === undefined;
  const dueOn = visitDueOn({
    danger: standing.danger,
    visitedOn: days?.visitedOn ? parseDate(days.visitedOn) : undefined,
    helpedSince: standing.decidedOn ?? standing.openedOn,
    agreedOn: days?.nextVisitDue ? parseDate(days.nextVisitDue) : undefined,
    visitEvery,
  });
  return {
    today: formatDate(today),
    everyDays: visitEvery[standing.danger ?? 'medium'],
    ...(owed ? { dueOn: formatDate(dueOn), daysLeft: visitDaysLeft(dueOn, today) } : {}),
    items: rows.map(({ sealed, nextVisitDue, longitude, latitude, files, ...visit }) => ({
      ...visit,
      findings: open(keys, sealed),
      files: named(files),
      ...(nextVisitDue ? { nextVisitDue } : {}),
      ...(longitude !== null && latitude !== null ? { longitude, latitude } : {}),
    })),
  };
}

export type NewVisit = CaseKey & {
  visitedOn: string;
  visitors: readonly string[];
  place: string;
  longitude?: number | undefined;
  latitude?: number | undefined;
  findings: string;
  nextVisitDue?: string | undefined;
};

function refuseDays({ visitedOn, nextVisitDue }: NewVisit, openedOn: PlainDate, today: PlainDate): void {
  const day = parseDate(visitedOn);
  if (day > today) throw new Problem('cases.day-in-future', { day: visitedOn });
  if (day < openedOn) throw new Problem('cases.day-before-case', { day: visitedOn });
  if (nextVisitDue !== undefined && nextVisitDue <= visitedOn) throw new Problem('help.next-visit-past');
}

/** `take` takes its photos, once it is clear that it is recorded. A visit told late does not push back what a newer one agreed on. */
export async function addVisit(
  tx: Tx,
  keys: Keys,
  visit: NewVisit,
  take: () => Promise<StoredPhoto[]>,
  today: PlainDate,
): Promise<Outcome<{ visitId: number }>> {
  const { row, standing } = await loadCase(tx, keys, visit, true);
  const refusal = refuseVisit(standing, { role: tx.actor.role as Role, today });
  if (refusal) throw new Problem(refusal.code, refusal.details);
  refuseDays(visit, standing.openedOn, today);
  const photos = await take();
  const next = visit.nextVisitDue ?? null;
  const made = await tx.first(sql<{ id: number }>`
    insert into case_visits (county_code, case_id, village_code, visited_on, visitors, place, longitude, latitude, sealed,
      files, next_visit_due, account_id, account_name)
    values (${row.countyCode}, ${row.id}, ${row.villageCode}, ${visit.visitedOn}::date, ${[...visit.visitors]}::text[],
      ${visit.place}, ${visit.longitude ?? null}, ${visit.latitude ?? null}, ${seal(keys, visit.findings)},
      ${photos.map(({ id }) => id)}::uuid[], ${next}::date, ${tx.actor.accountId}, ${tx.actor.name})
    returning id`);
  await keepFiles(tx, visit, row.villageCode, 0, photos);
  await noteVisit(tx, row, visit.visitedOn, next);
  const visitId = made?.id ?? 0;
  const audit = {
    operation: 'help.add-visit',
    subjectKind: 'visit',
    subjectId: `${row.countyCode}-${row.id}-${visitId}`,
    regionCode: row.villageCode,
    householdId: row.householdId,
    after: { visitedOn: visit.visitedOn, visitors: visit.visitors.length, photos: photos.length, nextVisitDue: next },
  };
  return { result: { visitId }, audit };
}

/** The rule of domain/visits.ts as a column. */
const EVERY = sql.raw(`case c.danger when 'high' then terms.every_high when 'low' then terms.every_low
  else terms.every_medium end`);
const FROM = sql.raw(`coalesce(c.visited_on, c.decided_on, c.opened_on)`);
const DUE_ON = sql`least(${FROM} + ${EVERY}, case when c.next_visit_due > ${FROM} then c.next_visit_due end)`;

function owedVisits({ low, high }: RegionRange, terms: Terms): RawBuilder<unknown> {
  return sql`select c.*, ${DUE_ON} as visit_due_on, ${EVERY} as every_days
    from cases c left join ${termsTable(terms)} on terms.template_id = c.template_id
    where c.village_code between ${low} and ${high} and ${HELPED}`;
}

function dueCondition(due: VisitFilter['due'], today: PlainDate): RawBuilder<unknown> {
  const day = sql`${formatDate(today)}::date`;
  if (due === 'late') return sql`c.visit_due_on < ${day}`;
  if (due === 'soon') return sql`c.visit_due_on between ${day} and ${day} + ${SOON_DAYS}::int`;
  return due === 'calm'
    ? sql`c.visit_due_on > ${day} + ${SOON_DAYS}::int`
    : sql`c.visit_due_on <= ${day} + ${SOON_DAYS}::int`;
}

type DueRow = HelpedRow & { visitedOn: string | null; dueOn: string; everyDays: number; total: number };
type Asked = { range: RegionRange; today: PlainDate };

const places = placesBy('day', 'int8');

function after(cursor: string | undefined, down: boolean): RawBuilder<unknown> {
  const at = places.read(cursor);
  if (!at) return sql``;
  return sql`where (c.visit_due_on, c.id) ${sql.raw(down ? '<' : '>')} (${at[0]}::date, ${at[1]}::bigint)`;
}

/** Households whose visit is late or due soon, the latest first. */
export async function listVisitsDue(
  tx: Tx,
  { range, today }: Asked,
  { due, danger, text, sort }: Omit<VisitFilter, 'area'>,
  { cursor, limit }: Page,
) {
  const terms = await loadTerms(tx, today);
  const down = sort === '-due';
  const order = sql.raw(down ? 'c.visit_due_on desc, c.id desc' : 'c.visit_due_on, c.id');
  const rows = await tx.rows(sql<DueRow>`
    with owed as (${owedVisits(range, terms)}),
    found as materialized (
      select c.* from owed c join households h on h.county_code = c.county_code and h.id = c.household_id
      where ${dueCondition(due, today)} ${danger ? sql`and c.danger = ${danger}` : sql``}
        ${text ? sql`and ${householdText(tx, text)}` : sql``})
    select ${CASE_COLUMNS}, c.danger, c.visited_on, c.visit_due_on as due_on, c.every_days,
      (select count(*)::int from found) as total
    from found c ${CASE_JOINS} ${after(cursor, down)} order by ${order} limit ${limit + 1}`);
  const { shown, ...next } = places.page(rows, limit, ({ dueOn, id }) => [dueOn, id]);
  return {
    items: shown.map(({ danger: level, visitedOn, total: _total, ...row }) => ({
      ...row,
      daysLeft: visitDaysLeft(parseDate(row.dueOn), today),
      ...(level ? { danger: level } : {}),
      ...(visitedOn ? { visitedOn } : {}),
    })),
    total: rows[0]?.total ?? 0,
    ...next,
  };
}

export async function countVisits(tx: Tx, range: RegionRange, terms: Terms): Promise<{ late: number; soon: number }> {
  const counts = await tx.first(sql<{ late: number; soon: number }>`
    with owed as (${owedVisits(range, terms)})
    select (count(*) filter (where ${dueCondition('late', terms.today)}))::int as late,
      (count(*) filter (where ${dueCondition('soon', terms.today)}))::int as soon from owed c`);
  return counts ?? { late: 0, soon: 0 };
}
