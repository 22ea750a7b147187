// Units that look like one under two codes, with how much hangs on each; and merges that were made.

import { type RawBuilder, sql } from 'kysely';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { touchedBy } from '../../../platform/server/registers/merge/merge-record.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { type ORGANISATION_KINDS, organisationRegister } from '../domain/organisation-register.ts';
import { bareName, LOCAL_KINDS, NAME_HEAD, NAME_SIGNS, NAME_TAIL, type TwinSign } from '../domain/twins.ts';

export const ORGANISATIONS = organisationRegister as unknown as RegisterDefinition;

const MOST_UNITS = 400;
const MOST_MERGES = 50;

export type Unit = {
  code: string;
  name: string;
  kind: keyof typeof ORGANISATION_KINDS;
  regionName: string;
  closedOn?: string;
  parentCode?: string;
  rows: number;
};

/** `bareName` of domain/twins.ts over the unit `o`. */
const BARE = sql`regexp_replace(regexp_replace(translate(o.name, ${NAME_SIGNS}, ''), ${NAME_HEAD}, ''), ${NAME_TAIL}, '')`;

const UNIT = sql`o.code, o.name, o.kind, coalesce(r.name, '') as region_name, o.closed_on::text as closed_on, o.parent_code`;

/** How many rows of all registers name each of the codes. */
async function countRows(tx: Tx, catalogue: Catalogue, codes: readonly string[]): Promise<Map<string, number>> {
  const selects = touchedBy(catalogue, ORGANISATIONS).flatMap(({ register, columns }): RawBuilder<unknown>[] =>
    columns.map(
      (column) => sql`select ${sql.ref(`t.${column}`)} as code, count(*) as n from ${sql.raw(register.table)} t
        where ${sql.ref(`t.${column}`)} = any(${[...codes]}::text[]) and not t.voided group by 1`,
    ),
  );
  const rows = await tx.rows(
    sql<{
      code: string;
      n: number;
    }>`select code, sum(n)::int as n from (${sql.join(selects, sql` union all `)}) c group by 1`,
  );
  return new Map(rows.map(({ code, n }) => [code, n]));
}

/** The units of these codes that are not voided, with what hangs on them. */
export async function readUnits(tx: Tx, catalogue: Catalogue, codes: readonly string[]): Promise<Map<string, Unit>> {
  const counted = await countRows(tx, catalogue, codes);
  const units = await tx.rows(sql<Omit<Unit, 'rows'>>`
    select ${UNIT} from organisations o left join regions r on r.code = o.region_code where o.code = any(${[...codes]}::text[]) and not o.voided`);
  return new Map(units.map((unit) => [unit.code, { ...withoutNulls(unit), rows: counted.get(unit.code) ?? 0 }]));
}

type TwinRow = { sign: TwinSign; alike: string; place: number | null; code: string };

/** A league and the region end on eight zeros: 150900000000. */
const ABOVE_COUNTIES = 100_000_000;

type TwinsAsked = { area?: number | undefined; text?: string | undefined };

/**
 * Of kinds that every county has under the same names (第一中学, 中心卫生院) the same name means one unit only within a county, or where one of
 * them is of a league or the region; a firm may be known in two counties.
 */
export async function readTwins(tx: Tx, catalogue: Catalogue, { area, text }: TwinsAsked) {
  const { low, high } = await rangeAsked(tx, area);
  const found = await tx.rows(sql<TwinRow>`
    with units as materialized (select o.code, o.region_code, ${BARE} as bare, case when length(o.code) = 18 then substr(o.code, 9, 9) end as body,
        case when o.kind = any(${[...LOCAL_KINDS]}::text[]) and o.region_code % ${ABOVE_COUNTIES} > 0 then o.region_code / 1000000 end as county
      from organisations o where not o.voided),
    wide as (select bare from units where county is null group by 1),
    alike as (
      select 'name' as sign, bare as alike, null::bigint as place from units where bare in (select bare from wide) group by bare
        having count(*) > 1 and bool_or(region_code between ${low} and ${high})
      union all
      select 'name', bare, county from units where bare not in (select bare from wide) group by bare, county
        having count(*) > 1 and bool_or(region_code between ${low} and ${high})
      union all
      select 'body', body, null from units where body is not null group by body having count(*) > 1 and bool_or(region_code between ${low} and ${high}))
    select a.sign, a.alike, a.place, u.code from alike a join units u
      on (a.sign = 'name' and u.bare = a.alike and (a.place is null or u.county = a.place)) or (a.sign = 'body' and u.body = a.alike)
    where ${text === undefined ? sql`true` : sql`(strpos(a.alike, ${bareName(text)}) > 0 or strpos(u.code, ${text}) > 0)`}
    order by a.sign desc, a.alike, a.place, u.code limit ${MOST_UNITS}`);
  const units = await readUnits(
    tx,
    catalogue,
    found.map(({ code }) => code),
  );
  const groups = Map.groupBy(found, ({ sign, alike, place }) => `${sign} ${alike} ${place}`);
  return {
    groups: [...groups.values()].flatMap((rows) => {
      const [first] = rows;
      return first
        ? [{ sign: first.sign, alike: first.alike, units: rows.flatMap(({ code }) => units.get(code) ?? []) }]
        : [];
    }),
    merges: await readMerges(tx),
  };
}

function readMerges(tx: Tx) {
  return tx.rows(sql<{
    setId: number;
    from: string;
    to: string;
    by: string;
    at: string;
    rows: number;
    isUndone: boolean;
  }>`
    select s.id as set_id, s.request ->> 'from' as "from", s.request ->> 'to' as "to", s.account_name as by, s.at,
      coalesce((select sum((c ->> 'rows')::int) from jsonb_array_elements(s.counts) c), 0)::int as rows, s.state = 'undone' as is_undone
    from register_sets s where s.request ->> 'merged' = ${ORGANISATIONS.code} order by s.id desc limit ${MOST_MERGES}`);
}
