// What is said of rows that a query found: a problem of its own, one that this problem is about, or none of the kind.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import { columnName, type RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { RegisterTools } from '../../../platform/server/registers/handlers.ts';
import { listRecords } from '../../../platform/server/registers/list/list.ts';
import { addRecord } from '../../../platform/server/registers/record.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import { nextNumber, type Verdict } from '../domain/similar.ts';
import '../domain/problems.ts';
import { inherited, linkProblems, takenNumbers } from './change-problems.ts';
import { problems } from './problem-sql.ts';
import { findQuery, foundSql, type KeptQuery, registerOf } from './queries.ts';

type Key = { countyCode: number; id: number };
type Row = Key & { placeCode: number; name: string };

const keyText = ({ countyCode, id }: Key) => `${countyCode}-${id}`;

/** HL0001 舍饲养殖: the key and the first name of the list; nothing that is masked. */
function nameSql({ key, fields }: RegisterDefinition): string {
  const found = Object.entries(fields).flatMap(([name, { find, secret }]) =>
    find && !secret && !key.includes(name) ? [name] : [],
  );
  const shown = [...key, ...found.slice(0, 1)].filter((name) => !fields[name]?.secret);
  return `concat_ws(' ', ${shown.map((name) => `t.${columnName(name)}::text`).join(', ')})`;
}

/** Those of the rows that the query still finds and nobody has decided. */
function undecided(tx: Tx, register: RegisterDefinition, query: KeptQuery, keys: readonly Key[]): Promise<Row[]> {
  return tx.rows(sql<Row>`
    select t.county_code, t.id, t.place_code, ${sql.raw(nameSql(register))} as name from ${sql.raw(register.table)} t
    where ${foundSql(tx, register, query)} and (t.county_code, t.id) in (select k.county_code, k.id
        from unnest(${keys.map(({ countyCode }) => countyCode)}::int[], ${keys.map(({ id }) => id)}::bigint[]) k (county_code, id))
      and not exists (select from similar_findings f where f.query_id = ${query.id} and f.county_code = t.county_code and f.record_id = t.id)
    order by t.county_code, t.id`);
}

type Given = {
  id: number;
  records: readonly Key[];
  verdict: Verdict;
  reason?: string | undefined;
  unit?: string | undefined;
  rectifyBy?: string | undefined;
};

const county = (placeCode: number) => Math.floor(placeCode / 1_000_000) * 1_000_000;

/** A new problem for each row, in its county, linked to the one the query was made for. */
async function newProblems(
  tx: Tx,
  tools: RecordTools,
  {
    query,
    register,
    rows,
    given,
  }: { query: KeptQuery; register: RegisterDefinition; rows: readonly Row[]; given: Given },
  today: PlainDate,
) {
  const { unit, rectifyBy } = given;
  if (!unit || !rectifyBy) throw new Problem('rectification.problem-unfilled');
  const taken = await takenNumbers(tx, query.number);
  const { problemKind = null, problemNature = null } = await inherited(tx, query.number);
  const made: { number: string; row: Row; audit: AuditEntry }[] = [];
  for (const row of rows) {
    const number = nextNumber(query.number, 'J', [...taken, ...made.map((one) => one.number)]);
    const { audit } = await addRecord(tx, tools, problems, {
      ...{ number, regionCode: county(row.placeCode), problemSource: 'self-check', reportedBackOn: formatDate(today) },
      ...{
        problemWording: `举一反三发现：${query.title}（${register.title} ${row.name}）`,
        problemKind,
        problemNature,
      },
      ...{ responsibleUnit: unit, rectificationKind: 'dated', rectifyBy },
    });
    made.push({ number, row, audit: { ...audit, operation: 'rectification.decide' } });
  }
  await linkProblems(
    tx,
    made.map(({ number, row }) => ({
      kind: 'similar',
      from: query.number,
      to: number,
      placeCode: county(row.placeCode),
    })),
  );
  return made;
}

/**
 * Rows that are gone or decided already are left out. Throws `rectification.nothing-to-decide`, `rectification.reason-missing`,
 * `rectification.problem-unfilled`.
 */
export async function decide(
  tx: Tx,
  tools: RecordTools & { catalogue: Catalogue },
  given: Given,
  today: PlainDate,
): Promise<Outcome<{ problems: string[] }>> {
  const query = await findQuery(tx, given.id);
  const register = registerOf(tx, tools.catalogue, query.register);
  if (given.verdict === 'dismissed' && !given.reason) throw new Problem('rectification.reason-missing');
  const rows = await undecided(tx, register, query, given.records);
  const [first] = rows;
  if (!first) throw new Problem('rectification.nothing-to-decide');
  const made = given.verdict === 'problem' ? await newProblems(tx, tools, { query, register, rows, given }, today) : [];
  const numbers = new Map(made.map(({ number, row }) => [keyText(row), number]));
  const kept = rows.map((row) => ({
    ...{ county: row.countyCode, id: row.id, place: row.placeCode },
    problem: given.verdict === 'subject' ? query.number : (numbers.get(keyText(row)) ?? null),
  }));
  await tx.run(sql`insert into similar_findings (query_id, county_code, record_id, place_code, verdict, problem_number, reason, account_name)
    select ${query.id}, k.county, k.id, k.place, ${given.verdict}, k.problem, ${given.reason ?? null}::text, ${tx.actor.name}
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) k (county int, id bigint, place bigint, problem text)`);
  const decided: AuditEntry = {
    ...{
      operation: 'rectification.decide',
      subjectKind: 'similar-query',
      subjectId: query.id,
      regionCode: first.placeCode,
    },
    after: { verdict: given.verdict, rows: rows.length, problems: made.map(({ number }) => number) },
    ...(given.reason ? { reason: given.reason } : {}),
  };
  return {
    result: { problems: made.map(({ number }) => number) },
    audit: [decided, ...made.map(({ audit }) => audit)],
  };
}

type Said = Key & { verdict: Verdict; reason: string | null; problem: string | null };

/** A page of rows that a query finds, as the list of the register has them, with what was said of each. */
export async function queryRows(
  tx: Tx,
  tools: RegisterTools,
  { id, area, cursor, limit }: { id: number; area?: number | undefined; cursor?: string | undefined; limit: number },
) {
  const query = await findQuery(tx, id);
  const register = registerOf(tx, tools.catalogue, query.register);
  const page = await listRecords(tx, register, tools.regions, {
    ...{ ...query.filters, limit },
    ...(area === undefined ? {} : { area }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  const keys = [page.items.map(({ countyCode }) => countyCode), page.items.map((row) => row.id)] as const;
  const among = sql`select k.county_code, k.id from unnest(${keys[0]}::int[], ${keys[1]}::bigint[]) k (county_code, id)`;
  const said =
    await tx.rows(sql<Said>`select f.county_code, f.record_id as id, f.verdict, f.reason, f.problem_number as problem
    from similar_findings f where f.query_id = ${id} and (f.county_code, f.record_id) in (${among})`);
  const names = await tx.rows(sql<
    Key & { name: string }
  >`select t.county_code, t.id, ${sql.raw(nameSql(register))} as name
    from ${sql.raw(register.table)} t where (t.county_code, t.id) in (${among})`);
  const saidOf = new Map(said.map((one) => [keyText(one), one]));
  const nameOf = new Map(names.map((one) => [keyText(one), one.name]));
  return {
    ...page,
    items: page.items.map((row) => {
      const one = saidOf.get(keyText(row));
      return {
        ...{ ...row, name: nameOf.get(keyText(row)) ?? '' },
        ...(one ? { verdict: one.verdict } : {}),
        ...(one?.reason ? { reason: one.reason } : {}),
        ...(one?.problem ? { problem: one.problem } : {}),
      };
    }),
  };
}
