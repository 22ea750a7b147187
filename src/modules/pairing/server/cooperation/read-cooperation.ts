// The year of the cooperation with Beijing in an area.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../../kernel/plain-date.ts';
import { sizeBelow } from '../../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { withoutNulls } from '../../../../platform/server/lists/without-nulls.ts';
import { stateSql } from '../../../../platform/server/registers/moves/state-sql.ts';
import { getRegion, namesOf, rangeAsked } from '../../../regions/server/index.ts';
import { type AgreementItem, doneOf, doneShare } from '../../domain/cooperation/agreements.ts';
import type { COOPERATION_REGISTERS, CooperationConcern } from '../../domain/cooperation/concerns.ts';
import { METRIC_KEYS, type MetricKey, metricValue } from '../../domain/cooperation/metrics.ts';
import { cooperationAgreementRegister } from '../../domain/registers/cooperation-agreement-register.ts';
import { pairingSettings } from '../settings.ts';
import { type Counted, countedSql, labourSql, WORKER, type YearAsked } from './cells.ts';
import { cooperationConcernsSql } from './concerns-sql.ts';

const AGREEMENTS = cooperationAgreementRegister as unknown as RegisterDefinition;

/** Wider than any code: all of an area is one part. */
const WHOLE = 10 ** 12;
const MOST_ROWS = 200;
const YEARS = 6;

type Values = Partial<Record<MetricKey, number>>;

function valuesOf(counted: readonly Counted[]): Values {
  const found = new Map(counted.map((one) => [one.metric, one]));
  return Object.fromEntries(METRIC_KEYS.map((key) => [key, metricValue(key, found.get(key))]));
}

function readPayers(tx: Tx, { range: { low, high }, year, on }: YearAsked) {
  return tx.rows(sql<{ payer: string; plannedFen: number; receivedFen: number }>`
    select t.payer, coalesce(sum(t.amount_fen) filter (where t.nature = 'planned'), 0)::bigint as planned_fen,
      coalesce(sum(t.amount_fen) filter (where t.nature = 'received'), 0)::bigint as received_fen
    from cooperation_funds t where not t.voided and t.place_code between ${low} and ${high} and t.year = ${year}::int and t.happened_on <= ${on}::date
    group by 1 order by 1 limit ${MOST_ROWS}`);
}

function readTalents(tx: Tx, { range: { low, high }, year, on }: YearAsked) {
  return tx.rows(sql<{ direction: string; kind: string; persons: number; times: number }>`
    select t.direction, t.talent_kind as kind, count(distinct t.cadre_number)::int as persons, count(*)::int as times
    from talents t where not t.voided and t.place_code between ${low} and ${high} and t.started_on >= make_date(${year}::int, 1, 1)
      and t.started_on <= ${on}::date group by 1, 2 order by 1, 2 limit ${MOST_ROWS}`);
}

function readWays(tx: Tx, asked: YearAsked) {
  const { low, high } = asked.range;
  const { begun, kept } = labourSql(asked);
  return tx.rows(sql<{ way?: string; begun: number; kept: number }>`
    select t.job_channel as way, count(distinct ${sql.raw(WORKER)}) filter (where ${begun})::int as begun,
      count(distinct ${sql.raw(WORKER)}) filter (where ${kept})::int as kept
    from employment_spells t where not t.voided and t.place_code between ${low} and ${high} and ((${begun}) or (${kept}))
    group by 1 order by 1 limit ${MOST_ROWS}`);
}

type ConcernRow = {
  concern: CooperationConcern;
  subject?: string;
  register: (typeof COOPERATION_REGISTERS)[number];
  title: string;
  regionCode: number;
  regionName: string;
  amountFen?: number;
  on?: string;
};

function readConcerns(tx: Tx, asked: YearAsked) {
  return tx.rows(sql<ConcernRow>`
    select f.*, coalesce(r.name, '') as region_name from (${cooperationConcernsSql(asked)}) f left join regions r on r.code = f.region_code
    order by f.concern, f.region_code, f.subject limit ${MOST_ROWS}`);
}

type Agreement = {
  number: string;
  regionCode: number;
  partner: string;
  item: AgreementItem;
  promised: number;
  endsOn: string;
  state: string;
};

/** Promises of the year of these regions, by region and item. */
function readAgreements(tx: Tx, codes: readonly number[], { year }: YearAsked) {
  return tx.rows(sql<Agreement>`
    select t.number, t.region_code, t.partner, t.item, t.promised::float8 as promised, t.ends_on::text as ends_on, ${sql.raw(stateSql(AGREEMENTS))} as state
    from cooperation_agreements t where not t.voided and t.region_code = any(${codes}::bigint[]) and t.year = ${year}::int
    order by t.region_code, t.item, t.number limit ${MOST_ROWS}`);
}

function withDone(agreement: Agreement, values: Values, regionName: string) {
  const done = doneOf(agreement.item, values[agreement.item]);
  const share = doneShare(agreement.promised, done);
  return { ...agreement, regionName, done, ...(share === undefined ? {} : { share }) };
}

type CooperationAsked = { area?: number | undefined; year?: number | undefined };

/** Throws `regions.not-found` for an area that is not the actor's. */
export async function readCooperation(tx: Tx, asked: CooperationAsked, today: PlainDate) {
  const area = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const thisYear = Math.floor(today / 10_000);
  const year = asked.year ?? thisYear;
  const on = year < thisYear ? `${year}-12-31` : formatDate(today);
  const of = { range: await rangeAsked(tx, asked.area), year, on };
  const counted = await tx.rows(countedSql({ ...of, size: WHOLE }));
  const parts = Map.groupBy(await tx.rows(countedSql({ ...of, size: sizeBelow(area.level) })), ({ code }) => code);
  const names = await namesOf(tx, [...parts.keys()]);
  const valuesBy = new Map([...parts].map(([code, own]) => [code, valuesOf(own)]));
  const total = valuesOf(counted);
  const agreements = await readAgreements(tx, [area.code, ...parts.keys()], of);
  return {
    area: { code: area.code, name: area.name, level: area.level },
    ...{ asOf: on, year, years: Array.from({ length: YEARS }, (_, i) => thisYear - i) },
    total,
    rows: [...valuesBy]
      .sort(([a], [b]) => a - b)
      .map(([code, values]) => ({ code, name: names.get(code) ?? '', values })),
    agreements: agreements.map((one) =>
      one.regionCode === area.code
        ? withDone(one, total, area.name)
        : withDone(one, valuesBy.get(one.regionCode) ?? {}, names.get(one.regionCode) ?? ''),
    ),
    payers: await readPayers(tx, of),
    talents: await readTalents(tx, of),
    ways: (await readWays(tx, of)).map(withoutNulls),
    concerns: (await readConcerns(tx, of)).map(withoutNulls),
    settings: await pairingSettings.shown(tx, area.code, formatDate(today)),
  };
}
