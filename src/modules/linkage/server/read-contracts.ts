// The contracts of an area that ask for action, and how the newest year was kept.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { LinkageContract } from '../../industry/domain/registers/linkage-contract-register.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { wordKept } from '../domain/fulfilment.ts';
import { LINKAGE_NEEDS, type LinkageNeed } from '../domain/needs.ts';
import { contractNeedsSql, type NeedsAsked } from './contract-needs.ts';
import { fulfilmentSql, type HeldSums, heldSumsSql, LAST_DAY } from './fulfilment-sql.ts';
import { linkageSettings } from './settings.ts';

const SHOWN = 200;
const OF_EACH = 10;

type ContractRow = {
  countyCode: number;
  id: number;
  number: string;
  entity: string;
  entityCode?: string;
  way: LinkageContract['linkageWay'];
  regionName: string;
  householdNumber?: string;
  householdId?: number;
  year?: number;
  promisedFen?: number;
  paidFen: number;
  through?: string;
  check?: { found: string; on: string; remedyBy?: string };
};

/** Columns of a line of the contract `t`, of the year and payments of a row `f`. */
export const CONTRACT_LINE = sql`t.county_code, t.id, t.number, t.business_entity as entity, t.organisation_code as entity_code, t.linkage_way as way,
  coalesce(v.name, '') as region_name, t.household_number, h.id as household_id, f.year, f.promised_fen, f.paid_fen::bigint as paid_fen, t.through::text as through,
  (select jsonb_strip_nulls(jsonb_build_object('found', c.found, 'on', c.checked_on, 'remedyBy', c.remedy_by)) from linkage_checks c
    where c.agreement_number = t.number and c.year = f.year and not c.voided) as check`;
export const LINE_JOINS = sql`left join households h on h.number = t.household_number and h.valid_to is null left join regions v on v.code = t.place_code`;

export function lineOf(row: ContractRow) {
  const line = withoutNulls(row);
  return { ...line, word: wordKept(line.promisedFen, line.paidFen) };
}

/** Sums of `held` by a key. */
export async function heldSums<Key>(tx: Tx, held: RawBuilder<unknown>, key: RawBuilder<unknown>) {
  return tx.rows(sql<HeldSums & { key: Key }>`with ${held} ${heldSumsSql(key)} order by 1 limit 5000`);
}

const NOTHING: HeldSums = {
  ...{ contracts: 0, households: 0, paidHouseholds: 0, unpaid: 0, partly: 0 },
  ...{ promisedFen: 0, paidFen: 0 },
};

async function needRows(tx: Tx, asked: NeedsAsked, need: LinkageNeed | undefined) {
  return tx.rows(sql<ContractRow & { need: LinkageNeed; total: number }>`
    select f.need, f.total, ${CONTRACT_LINE}
    from (
      select n.*, count(*) over (partition by n.need)::int as total,
        row_number() over (partition by n.need order by n.due_on, n.promised_fen desc nulls last, n.id) as place
      from (${await contractNeedsSql(tx, asked)}) n where n.need <> 'unchecked') f
      join linkage_contracts t on t.county_code = f.county_code and t.id = f.id ${LINE_JOINS}
    where f.place <= ${need ? SHOWN : OF_EACH}
    order by array_position(${[...LINKAGE_NEEDS]}::text[], f.need), f.place limit ${SHOWN * LINKAGE_NEEDS.length}`);
}

type Asked = { area?: number | undefined; year?: number | undefined; need?: LinkageNeed | undefined };

/** How many contracts ask for what, and those of one kind or some of each, the most urgent first. */
export async function readContracts(tx: Tx, asked: Asked, today: PlainDate) {
  const range = await rangeAsked(tx, asked.area);
  const on = formatDate(today);
  const years = await yearsOf(tx, range, await dueYear(tx, asked.area ?? tx.actor.areaCode, on));
  const year = asked.year ?? years[0];
  const rows = await needRows(tx, { range, on, year }, asked.need);
  const counts = Object.fromEntries(
    LINKAGE_NEEDS.map((need) => [need, rows.find((row) => row.need === need)?.total ?? 0]),
  ) as Record<LinkageNeed, number>;
  const [total] = await heldSums(tx, await fulfilmentSql(tx, { range, on, year }), sql`true`);
  const shown = rows.filter(({ need }) => asked.need === undefined || need === asked.need).slice(0, SHOWN);
  return {
    ...{ asOf: on, year: year ?? 0, years, total: total ?? NOTHING, counts },
    rows: shown.map(({ total: _total, need, ...row }) => ({ need, ...lineOf(row) })),
    settings: await linkageSettings.shown(tx, asked.area ?? tx.actor.areaCode, on),
  };
}

const MOST_YEARS = 5;

/** Years that are due and in which a contract stood, the newest first; of none, the newest that is due. */
export async function yearsOf(tx: Tx, { low, high }: RegionRange, due: number): Promise<number[]> {
  const { newest = due } =
    (await tx.first(sql<{ newest?: number }>`
      select max(extract(year from least(${LAST_DAY}, make_date(${due}::int, 12, 31))))::int as newest from linkage_contracts t
      where not t.voided and t.place_code between ${low} and ${high} and t.started_on <= make_date(${due}::int, 12, 31)`)) ??
    {};
  return Array.from({ length: MOST_YEARS }, (_, i) => (newest ?? due) - i);
}

/** The newest year whose payouts a region is to have registered by the day. */
export async function dueYear(tx: Tx, region: number, on: string): Promise<number> {
  const of = (await linkageSettings.inForce(tx, on))(region);
  const { year = 0 } =
    (await tx.first(
      sql<{ year: number }>`select extract(year from ${on}::date - ${of('pay.after')}::int)::int - 1 as year`,
    )) ?? {};
  return year;
}
