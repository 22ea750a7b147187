// A problem about rows of other registers is put right when those rows pass: when its query finds them no more (registers §18).

import { sql } from 'kysely';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Guard } from '../../../platform/server/registers/moves/guards.ts';
import { foundSql, type KeptQuery } from './queries.ts';

type Key = { countyCode: number; id: number };
type Subject = Pick<KeptQuery, 'register' | 'filters'> & {
  problem: Key;
  rows: Key[];
};

/** By problem and query, the rows the problem is about. */
function subjectsOf(tx: Tx, keys: readonly Key[]): Promise<Subject[]> {
  return tx.rows(sql<Subject>`
    select q.register, q.filters, jsonb_build_object('countyCode', p.county_code, 'id', p.id) as problem,
      jsonb_agg(jsonb_build_object('countyCode', f.county_code, 'id', f.record_id)) as rows
    from problems p join similar_findings f on f.problem_number = p.number join similar_queries q on q.id = f.query_id
    where (p.county_code, p.id) in (select k.county_code, k.id from unnest(${keys.map(({ countyCode }) => countyCode)}::int[],
      ${keys.map(({ id }) => id)}::bigint[]) k (county_code, id))
    group by q.id, p.county_code, p.id`);
}

/** Problems of which a row is still as the query describes it. */
function stillFound(catalogue: Catalogue) {
  return async (tx: Tx, keys: readonly Key[]): Promise<readonly Key[]> => {
    const hindered: Key[] = [];
    for (const { register: code, filters, problem, rows } of await subjectsOf(tx, keys)) {
      const register = catalogue.find(code);
      if (!register) continue;
      const found =
        await tx.first(sql`select 1 from ${sql.raw(register.table)} t where ${foundSql(tx, register, { filters })}
        and (t.county_code, t.id) in (select k.county_code, k.id from unnest(${rows.map(({ countyCode }) => countyCode)}::int[],
          ${rows.map(({ id }) => id)}::bigint[]) k (county_code, id)) limit 1`);
      if (found) hindered.push(problem);
    }
    return hindered;
  };
}

export const subjectGuards = (catalogue: Catalogue): Guard[] =>
  ['submit', 'close'].map((move) => ({
    ...{ register: 'problems', move, of: stillFound(catalogue) },
    words: '涉及的台账记录还没有改到位，仍符合问题的查询条件，请先在台账里改正',
  }));
