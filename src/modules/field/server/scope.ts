// Whose rows a phone takes along, and what of them is news to it.

import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Census, changedSince } from '../../../platform/server/field/changes.ts';
import { openIssuesSql } from '../../cleaning/server/index.ts';
import { openItemsSql, openRechecksSql } from '../../sweeps/server/index.ts';

/** `since`: undefined for everything. */
export type Asked = { range: RegionRange; since: number | undefined; today: PlainDate };

/** Households of the area that are there today, as `mine`. */
export const mine = ({ low, high }: RegionRange) =>
  sql`mine as materialized (select h.* from households h where h.village_code between ${low} and ${high} and h.valid_to is null)`;

/** `mine` with what says when each was written. */
export const mineKeys = ({ low, high }: RegionRange) =>
  sql`mine as materialized (select h.county_code, h.id, h.number, h.xmin as written from households h
    where h.village_code between ${low} and ${high} and h.valid_to is null)`;

type NewsRow = Record<string, unknown>;

export type News = {
  /** Kinds of rows of which something was written. */
  changed: ReadonlySet<string>;
  there: Record<string, Census>;
};

const censusSql = (id: string) => sql.raw(`array[count(*)::text, coalesce(sum(hashint8(${id}) + 0.0), 0)::text]`);

/** What there is of kinds that also come and go without a row of their own being written: an event ends, a screening is undone. */
const workSql = (range: RegionRange) => sql`
  (select ${censusSql('i.household_id')} from ${openItemsSql(range)}) as sweeps,
  (select ${censusSql('c.id')} from ${openRechecksSql(range)}) as rechecks,
  ${openWorkSql(range)}`;

const openWorkSql = ({ low, high }: RegionRange) => sql`
  (select ${censusSql('d.id')} from ${openIssuesSql({ low, high })}) as issues,
  (select ${censusSql('c.id')} from cases c where c.village_code between ${low} and ${high} and c.ended_on is null) as cases,
  (select ${censusSql('w.id')} from warnings w where w.as_of = newest_screening(${low}, ${high}) and w.active and w.state = 'open'
    and w.village_code between ${low} and ${high}) as warnings,
  (select ${censusSql('x.id')} from cases c join case_measures x on x.county_code = c.county_code and x.case_id = c.id
    where c.village_code between ${low} and ${high} and c.ended_on is null and x.state in ('planned', 'implementing')) as measures,
  (select ${censusSql('x.household_id')} from mine m join activation_households x on x.county_code = m.county_code and x.household_id = m.id
    join contingency_activations a on a.county_code = x.activation_county and a.id = x.activation_id
    where x.visited_on is null and not a.voided and a.activated_on is not null and a.ended_on is null) as activations`;

/**
 * One look over everything: which kinds changed, and how many of each there are. The statements are kept: they ask for a village or a
 * township, by indexes on the place, and to plan them takes longer than to answer them.
 */
export async function readNews(
  tx: Tx,
  { range, since }: Asked,
  registers: readonly RegisterDefinition[],
): Promise<News> {
  const { low, high } = range;
  const is = (alias: string) => changedSince(alias, since);
  const within = (table: string, alias: string) =>
    sql`exists (select from ${sql.raw(`${table} ${alias}`)} where ${sql.raw(alias)}.village_code between ${low} and ${high} and ${is(alias)})`;
  const ofMine = (table: string, alias: string) =>
    sql`exists (select from mine m join ${sql.raw(`${table} ${alias}`)} on ${sql.raw(alias)}.county_code = m.county_code
      and ${sql.raw(alias)}.household_id = m.id where ${is(alias)})`;
  const placed = (table: string) =>
    sql`exists (select from ${sql.raw(table)} r where r.place_code between ${low} and ${high} and ${is('r')})`;
  const looking = tx.kept.first(sql<NewsRow>`with ${mineKeys(range)},
      people as materialized (select p.id, p.xmin as written from mine m join persons p
        on p.county_code = m.county_code and p.household_id = m.id where p.valid_to is null)
    select ${writtenSince('mine', since)} or ${within('cases', 'c')} as household,
      ${writtenSince('people', since)} as member,
      ${ofMine('household_incomes', 'i')} or ${placed('household_income_records')} or exists (select from mine m join income_sheets s
        on s.county_code = m.county_code and s.household_id = m.id where ${is('s')}) as income,
      ${within('cases', 'c')} as case,
      exists (select from warnings w where w.as_of = newest_screening(${low}, ${high}) and w.active
        and w.village_code between ${low} and ${high} and ${is('w')}) as warning,
      exists (select from cases c join case_measures x on x.county_code = c.county_code and x.case_id = c.id
        where c.village_code between ${low} and ${high} and ${is('x')}) as measure,
      exists (select from mine m join activation_households x on x.county_code = m.county_code and x.household_id = m.id
        where ${is('x')}) as activation,
      exists (select from ${openIssuesSql(range)} and ${is('d')}) as issue,
      ${within('national_changes', 'n')} or ${within('registry_corrections', 'o')} or ${within('consistency_checks', 'k')} or ${placed('help_measures')}
        or ${placed('household_statuses')} as comparison,
      ${placed('team_postings')} as pick,
      ${placed('employment_spells')} or ${placed('employment_confirmations')} as job,
      exists (select from ${openItemsSql(range)} and (${is('i')} or ${is('s')})) or exists (select from ${openRechecksSql(range)} and ${is('c')}) as sweep,
      (select ${censusSql('id')} from mine) as households,
      (select ${censusSql('id')} from people) as members, ${workSql(range)}`);
  const [row, rows] = await Promise.all([looking, registerNews(tx, { range, since }, registers)]);
  const kinds = [
    'household',
    'member',
    'income',
    'case',
    'warning',
    'measure',
    'activation',
    'issue',
    'comparison',
    'job',
    'sweep',
    'pick',
  ];
  const changed = new Set(kinds.filter((kind) => row?.[kind] === true));
  const counted = { household: 'households', member: 'members', case: 'cases', warning: 'warnings' };
  const there: Record<string, Census> = Object.fromEntries(
    Object.entries({
      ...counted,
      measure: 'measures',
      activation: 'activations',
      issue: 'issues',
      sweep: 'sweeps',
      recheck: 'rechecks',
    }).map(([kind, name]) => [kind, censusOf(row?.[name])]),
  );
  for (const { code, changed: isChanged, census } of rows) {
    there[`register:${code}`] = censusOf(census);
    if (isChanged) changed.add(`register:${code}`);
  }
  return { changed, there };
}

const writtenSince = (cte: string, since: number | undefined) =>
  since === undefined
    ? sql`true`
    : sql`exists (select from ${sql.raw(cte)} t where age(t.written) <= age(${String(since % 2 ** 32)}::text::xid))`;

function censusOf(given: unknown): Census {
  const [count = '0', sum = '0'] = (given ?? []) as string[];
  return [Number(count), sum];
}

type RegisterNews = { code: string; changed: boolean; census: string[] };

/** All registers in one statement. */
function registerNews(
  tx: Tx,
  { range: { low, high }, since }: Omit<Asked, 'today'>,
  registers: readonly RegisterDefinition[],
): Promise<RegisterNews[]> {
  if (registers.length === 0) return Promise.resolve([]);
  const each = registers.map(
    ({
      code,
      table,
    }) => sql`select ${code}::text as code, coalesce(bool_or(${changedSince('r', since)}), false) as changed,
      ${censusSql('r.id')} as census from ${sql.raw(table)} r
      where r.place_code between ${low} and ${high} and not r.voided`,
  );
  return tx.kept.rows(sql<RegisterNews>`${sql.join(each, sql` union all `)}`);
}
