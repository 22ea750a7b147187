// Queries for similar problems: kept with a problem, run over what the reader sees, their rows taken up one by one.

import { type RawBuilder, sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { RegisterFilters } from '../../../kernel/register/register-contract.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { whereSql } from '../../../platform/server/registers/list/list.ts';
import { namesOf } from '../../regions/server/index.ts';
import type { QueryShown } from '../domain/shapes.ts';
import { isNarrow, type SimilarFilters } from '../domain/similar.ts';
import '../domain/problems.ts';
import { conditionWords } from './condition-words.ts';
import { findProblem } from './read-problem.ts';

export type KeptQuery = {
  id: number;
  number: string;
  register: string;
  filters: SimilarFilters;
  title: string;
  placeCode: number;
  by: string;
  on: string;
  watchedFrom: string | null;
};

const COLUMNS = sql`q.id, q.problem_number as number, q.register, q.filters, q.title, q.place_code, q.account_name as by,
  q.at::date::text as "on", q.watched_from::text`;

/** Queries of a problem, or those that are rules now; each is run for its counts, so there are few. */
const MOST_QUERIES = 50;

/** Throws `rectification.query-not-found`. */
export async function findQuery(tx: Tx, id: number): Promise<KeptQuery> {
  const found = await tx.first(
    sql<KeptQuery>`select ${COLUMNS} from similar_queries q where q.id = ${id} and q.ended_at is null`,
  );
  if (!found) throw new Problem('rectification.query-not-found');
  return found;
}

/** The register of a query, if the reader's role may read it; throws as if there were none. */
export function registerOf(tx: Tx, catalogue: Catalogue, code: string): RegisterDefinition {
  const register = catalogue.find(code);
  if (!register?.roles.read.some((role) => role === tx.actor.role)) throw new Problem('rectification.no-register');
  return register;
}

/** Conditions over rows `t` of the register, of an area or of all that the reader sees. */
export function foundSql(
  tx: Tx,
  register: RegisterDefinition,
  { filters: { filters, state } }: Pick<KeptQuery, 'filters'>,
  area?: number,
): RawBuilder<unknown> {
  const asked: RegisterFilters = {
    filters,
    ...(state === undefined ? {} : { state }),
    ...(area === undefined ? {} : { area }),
  };
  return whereSql(tx, register, asked);
}

type Given = SimilarFilters & { number: string; register: string; title: string };

/** Throws `rectification.query-too-wide`, and what a wrong filter throws. */
export async function addQuery(tx: Tx, catalogue: Catalogue, given: Given): Promise<Outcome<{ id: number }>> {
  const { number, register: code, title, filters, state } = given;
  const problem = await findProblem(tx, number);
  const register = registerOf(tx, catalogue, code);
  const kept: SimilarFilters = { filters, ...(state === undefined ? {} : { state }) };
  if (!isNarrow(kept)) throw new Problem('rectification.query-too-wide');
  // A filter that the register does not have is refused now, not when somebody runs it.
  await tx.first(
    sql`select 1 from ${sql.raw(register.table)} t where ${foundSql(tx, register, { filters: kept })} limit 1`,
  );
  const made = await tx.first(sql<{
    id: number;
  }>`insert into similar_queries (problem_number, register, filters, title, place_code, account_name)
    values (${number}, ${code}, ${JSON.stringify(kept)}::jsonb, ${title}, ${problem.placeCode}::bigint, ${tx.actor.name}) returning id`);
  const id = made?.id ?? 0;
  return {
    result: { id },
    audit: {
      ...{
        operation: 'rectification.add-query',
        subjectKind: 'similar-query',
        subjectId: id,
        regionCode: problem.placeCode,
      },
      after: { number, register: code, title, ...kept },
    },
  };
}

type Counted = { code: number; found: number; decided: number };

/** How many rows it finds by county, and of how many of them somebody has said something. */
export function countFound(tx: Tx, register: RegisterDefinition, query: KeptQuery, area?: number): Promise<Counted[]> {
  return tx.rows(sql<Counted>`
    select t.county_code::bigint * 1000000 as code, count(*)::int as found, count(f.query_id)::int as decided
    from ${sql.raw(register.table)} t left join similar_findings f on f.query_id = ${query.id} and f.county_code = t.county_code
      and f.record_id = t.id
    where ${foundSql(tx, register, query, area)} group by 1 order by 1 limit 1000`);
}

export async function showQuery(tx: Tx, register: RegisterDefinition, query: KeptQuery, counted: readonly Counted[]) {
  const { id, number, title, by, on, watchedFrom, filters } = query;
  const sum = (key: 'found' | 'decided') => counted.reduce((all, line) => all + line[key], 0);
  const shown: QueryShown = {
    ...{ id, number, title, by, on, register: register.code, registerTitle: register.title },
    ...{ conditions: await conditionWords(tx, register, filters), found: sum('found'), decided: sum('decided') },
    filters: filters.filters,
    ...(filters.state === undefined ? {} : { state: filters.state }),
    ...(watchedFrom ? { watchedFrom } : {}),
  };
  return shown;
}

type Asked = { area?: number | undefined; watched?: boolean | undefined; number?: string | undefined };

/** Those of registers that the reader's role does not read are left out. */
export async function listQueries(
  tx: Tx,
  catalogue: Catalogue,
  { area, watched, number }: Asked,
): Promise<QueryShown[]> {
  const rows = await tx.rows(sql<KeptQuery>`select ${COLUMNS} from similar_queries q where q.ended_at is null
      and ${watched ? sql`q.watched_from is not null` : sql`true`} and ${number === undefined ? sql`true` : sql`q.problem_number = ${number}`}
    order by q.id desc limit ${MOST_QUERIES}`);
  const shown: QueryShown[] = [];
  for (const query of rows) {
    const register = catalogue.find(query.register);
    if (register?.roles.read.some((role) => role === tx.actor.role))
      shown.push(await showQuery(tx, register, query, await countFound(tx, register, query, area)));
  }
  return shown;
}

/** Run now: counts by county of the area. */
export async function runQuery(tx: Tx, catalogue: Catalogue, { id, area }: { id: number; area?: number | undefined }) {
  const query = await findQuery(tx, id);
  const register = registerOf(tx, catalogue, query.register);
  const counted = await countFound(tx, register, query, area);
  const names = await namesOf(
    tx,
    counted.map(({ code }) => code),
  );
  const counties = counted.map((line) => ({ ...line, name: names.get(line.code) ?? '' }));
  return { ...(await showQuery(tx, register, query, counted)), counties };
}

/** The rule that was made of it: looked at from today, or no more. */
export async function watchQuery(
  tx: Tx,
  { id, watched }: { id: number; watched: boolean },
  today: string,
): Promise<Outcome<Record<string, never>>> {
  const query = await findQuery(tx, id);
  const changed = await tx.first(sql<{ id: number }>`update similar_queries set
      watched_from = ${watched ? today : null}::date, watched_by = ${watched ? tx.actor.name : null}::text
    where id = ${id} returning id`);
  if (!changed) throw new Problem('rectification.not-yours');
  return {
    result: {},
    audit: {
      ...{ operation: 'rectification.watch', subjectKind: 'similar-query', subjectId: id, regionCode: query.placeCode },
      after: { watched },
    },
  };
}
