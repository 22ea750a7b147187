// The rows of the full size, as statements over one table of households. Ranks by hash stand for chance: the first so many of a rank are
// exactly so many, spread over all counties.

import { type RawBuilder, sql } from 'kysely';

export type Quotas = {
  households: number;
  lifted: number;
  people: number;
  able: number;
  dibao: number;
  dibaoMonitored: number;
  inWork: number;
  inWorkMonthBefore: number;
  inWorkYearBefore: number;
  target: number;
  personTimes: number;
  outsiders: number;
  sentLifted: number;
  /** Households whose risk was cleared before the day: nothing about them counts. */
  besides: number;
};

type Made = (quotas: Quotas) => RawBuilder<unknown>;

/** Of the households that count, of a hundred thousand, those up to this one lie in counties of the group (figure-definitions §7.2). */
const GROUP_ENDS = { national: 22_005, lifted: 66_123, regional: 90_722 } as const;

const int = (n: number) => sql`${n}::int`;

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗';
const GIVEN = '伟强磊军勇涛明超亮刚平辉建国志文永海芳娜敏静丽艳娟霞秀英兰梅红玲燕莉桂荣翠凤';

/** An invented name of the k-th person of household i; the same number, the same name. */
const nameSql = (i: string, k: string) => {
  const letter = (of: string, salt: number) =>
    sql`substr(${of}::text, 1 + (hashint4(${sql.raw(i)}::int * 8 + ${sql.raw(k)} + ${salt}::int) & 65535) % ${of.length}::int, 1)`;
  return sql`${letter(SURNAMES, 0)} || ${letter(GIVEN, 104729)} || ${letter(GIVEN, 1299709)}`;
};

/** `rank`, `work`: places of a household by chance; `worker`: lifted ones first; `able`: lifted with labour. */
export const focusHouseholds: Made = ({ households, lifted, people, able, besides }) => {
  const extra = people - 2 * households;
  const small = Math.floor(households / 10);
  return sql`create temp table focus_households on commit drop as
  with titled as materialized (select c.code, case
      when bool_or(d.title = 'key-national') then 1 when bool_or(d.title = 'lifted-national') then 2
      when bool_or(d.title = 'lifted-regional') then 3 else 4 end as grp
    from regions c left join county_designations d on d.region_code = c.code and not d.voided
    where c.level = 'county' and c.kind <> 'statistical-zone' group by 1),
  villages as materialized (select v.code, t.grp, (row_number() over (partition by t.grp order by hashint8(v.code), v.code) - 1)::int as n
    from regions v join titled t on t.code = v.code / 1000000 * 1000000 where v.level = 'village' and v.valid_to is null),
  groups as materialized (select grp, count(*)::int as of from villages group by 1),
  numbered as (select i, row_number() over (order by i > ${int(households)}, hashint8(i), i)::int as rank,
      row_number() over (order by i > ${int(households)}, hashint8(i + 7919), i)::int as size_rank from generate_series(1, ${int(households + besides)}) i),
  grouped as (select n.*, i <= ${int(households)} as counts, rank <= ${int(lifted)} as is_lifted, case
      when (i::bigint * 100000 / ${int(Math.max(households, 1))}) <= ${int(GROUP_ENDS.national)} then 1
      when (i::bigint * 100000 / ${int(Math.max(households, 1))}) <= ${int(GROUP_ENDS.lifted)} then 2
      when (i::bigint * 100000 / ${int(Math.max(households, 1))}) <= ${int(GROUP_ENDS.regional)} then 3 else 4 end as grp from numbered n)
  select g.i, g.rank, g.counts, g.is_lifted, v.code as village_code, (v.code / 1000000)::int as county_code, 'J' || g.i as number, 900000000 + g.i as id,
    2 + (g.size_rank <= ${int(extra + small)})::int - (g.counts and g.size_rank > ${int(households - small)})::int as members,
    row_number() over (order by g.counts desc, g.is_lifted desc, hashint8(g.i + 104729), g.i)::int as worker,
    g.is_lifted and row_number() over (order by g.counts desc, g.is_lifted desc, hashint8(g.i + 1299709), g.i) <= ${int(able)} as is_able
  from grouped g join groups o on o.grp = g.grp join villages v on v.grp = g.grp and v.n = g.i % o.of`;
};

const recorded = sql.raw(`now(), '演示数据'`);

const households: Made = () => sql`
  insert into households (county_code, line, id, village_code, net_fen, batch_id, member_count, kind, monitoring_category, number, head_name)
  select county_code, i, id, village_code, 2000000, 1, members, case when is_lifted then 'lifted' else 'general' end,
    case when counts and not is_lifted then 'borderline' end, number, ${nameSql('i', '1')} from focus_households`;

const persons: Made = () => sql`
  insert into persons (county_code, line, id, household_id, village_code, batch_id, id_sound, birth, name, name_hash, number, relation, labour)
  select h.county_code, h.i, 900000000 + h.i * 5::bigint + k, h.id, h.village_code, 1, true, 19600101 + (h.i % 40) * 10000, n.name, hashtext(n.name),
    h.number || '-' || k, case when k = 1 then '户主' else '其他' end,
    case when k = 1 and h.is_able then '普通劳动力' when k = 1 then '弱劳动力或半劳动力' else '无劳动力' end
  from focus_households h cross join lateral generate_series(1, h.members) k cross join lateral (select ${nameSql('h.i', 'k')} as name) n`;

const statuses: Made = ({ lifted, households }) => {
  const monitored = households - lifted;
  return sql`insert into household_statuses (county_code, place_code, household_number, status, started_on, risk_cleared_on, risk_kinds, recorded_at, recorded_by)
    select county_code, village_code, number, 'lifted', date '2016-12-31' + (i % 4) * 365, null::date, null::text[], ${recorded} from focus_households where is_lifted
    union all select county_code, village_code, number, case when rank % 5 = 0 then 'sudden-hardship' else 'borderline' end, date '2020-03-01' + i % 280,
      case when not counts then date '2021-02-01' end, array['illness'], ${recorded} from focus_households where not is_lifted
    union all select county_code, village_code, number, 'unstable-lifted', date '2020-04-01' + i % 280, null, array['illness'], ${recorded}
      from focus_households where is_lifted and rank <= ${int(Math.round(monitored * 1.1))}`;
};

/** Neighbours of one size differ from the average by the same, up and down; some pairs have no row. */
const incomes: Made =
  () => sql`insert into household_income_records (county_code, place_code, household_number, income_year, year_end_members,
    wage_income_fen, business_income_fen, property_income_fen, transfer_income_fen, business_cost_fen, collected_on, recorded_at, recorded_by)
  with placed as (select h.*, row_number() over (partition by members order by rank)::int as k, count(*) over (partition by members)::int as of
    from focus_households h where is_lifted),
  nets as (select p.*, y.year, y.fen * members + case when k = of and of % 2 = 1 then 0 else (k % 2 * 2 - 1) * ((k + 1) / 2 % 500) * 1000 * members end as net
    from placed p cross join (values (2020, 1311720), (2021, 1495100)) y (year, fen) where (k + 1) / 2 % 650 <> 0 or (k = of and of % 2 = 1))
  select county_code, village_code, number, year, members, net - 610000 * members, 500000 * members, 10000 * members, 200000 * members, 100000 * members,
    make_date(year, 12, 1), ${recorded} from nets`;

/** In work all the year, until February, since May; of the first those sent by Beijing. Second jobs, and jobs nobody confirmed. */
const spells: Made = ({ inWork, inWorkMonthBefore, inWorkYearBefore, sentLifted, outsiders, besides }) => sql`
  insert into employment_spells (county_code, place_code, number, household_number, person_number, name, job_form, started_on, left_on, organised_by,
    person_id, outsider_key, recorded_at, recorded_by)
  select county_code, village_code, 'JW' || worker, number, number || '-1', ${nameSql('i', '1')}, 'away',
    case when worker <= ${int(inWorkMonthBefore)} or not counts then date '2021-03-01' when worker <= ${int(inWorkYearBefore)} then date '2021-02-20' else date '2022-05-05' end,
    case when counts and worker > ${int(inWorkMonthBefore)} and worker <= ${int(inWorkYearBefore)} then date '2022-02-28' end,
    case when worker <= ${int(sentLifted)} then 'beijing' else 'self' end, 900000000 + i * 5::bigint + 1, null::bigint, ${recorded}
  from focus_households where worker <= ${int(inWorkYearBefore + inWork - inWorkMonthBefore + Math.round(besides / 2))} or not counts
  union all select county_code, village_code, 'JZ' || worker, number, number || '-1', ${nameSql('i', '1')}, 'flexible', date '2021-08-01', null, 'self',
    900000000 + i * 5::bigint + 1, null, ${recorded} from focus_households where worker <= ${int(besides)}
  union all select county_code, village_code, 'JX' || worker, null, null, ${nameSql('i', '7')}, 'away', date '2021-04-10', null, 'beijing', null, 4000000000000 + worker, ${recorded}
    from focus_households where worker <= ${int(outsiders)}`;

const confirmations: Made = ({ inWork, inWorkMonthBefore, inWorkYearBefore }) => sql`
  insert into employment_confirmations (county_code, place_code, spell_number, month, work_state, confirmed_on, recorded_at, recorded_by)
  select h.county_code, h.village_code, j.mark || h.worker, m.month, 'working', m.on_day, ${recorded} from focus_households h
    join (values (date '2021-05-01', date '2021-05-25'), (date '2022-04-01', date '2022-04-20'), (date '2022-05-01', date '2022-05-25')) m (month, on_day)
      on not h.counts or h.worker <= ${int(inWorkMonthBefore)} or (h.worker <= ${int(inWorkYearBefore)} and m.month < date '2022-01-01')
        or (h.worker > ${int(inWorkYearBefore)} and h.worker <= ${int(inWorkYearBefore + inWork - inWorkMonthBefore)} and m.month = date '2022-05-01')
    join (values ('JW'), ('JZ')) j (mark) on exists (select from employment_spells e where e.number = j.mark || h.worker)`;

/** Newer than that of the demonstration. */
const target: Made = ({
  target: value,
}) => sql`insert into targets (county_code, place_code, figure, region_code, year, set_by, value, unit, set_on, recorded_at, recorded_by)
  values (150000, 150000000000, 'employment.persons', 150000000000, 2022, 'nation', ${value}::int, 'person', date '2022-03-01', ${recorded})`;

/** Each able household gains from a project of industry; the rest of the persons gains from another one. */
const beneficiaries: Made = ({ personTimes }) => sql`
  insert into project_beneficiaries (county_code, place_code, project_number, household_number, benefit_year, benefit_way, benefited_on, beneficiaries, recorded_at, recorded_by)
  with funded as materialized (select a.project_number from fund_allocations a join fund_issuances i on i.number = a.issuance_number
      where not a.voided and not i.voided and i.fund_kind = 'transition' and a.allocated_on <= date '2021-12-31' group by 1 having sum(a.amount_fen) > 0),
  planned as materialized (select p.number, row_number() over (order by p.number)::int - 1 as n from projects p
    where not p.voided and p.plan_year = 2021 and p.planned_on <= date '2021-12-31' and coalesce(p.removed_on > date '2022-05-31', true)
      and p.project_kind = 'industry' and p.number in (select project_number from funded)),
  gained as (select h.*, least(members, 2) as persons, sum(least(members, 2)) over () as done from focus_households h where is_able),
  rest as (select h.*, row_number() over (order by hashint8(i + 15485863), i)::int as place from focus_households h where is_lifted)
  select g.county_code, g.village_code, p.number, g.number, 2021, 'subsidy', date '2021-06-01' + g.i % 180, g.persons, ${recorded}
  from gained g join planned p on p.n = g.i % (select greatest(count(*), 1)::int from planned)
  union all select r.county_code, r.village_code, p.number, r.number, 2021, 'shares', date '2021-07-01' + r.i % 150, 1, ${recorded}
  from rest r join planned p on p.n = (r.i + 1) % (select greatest(count(*), 1)::int from planned) where r.place <= ${int(personTimes)} - coalesce((select max(done) from gained), 0)`;

/** Whole households until the number is reached; some persons twice, and households that do not count. */
const dibao: Made = ({ dibao: all, dibaoMonitored, besides }) => sql`
  insert into feed_dibao_roster (batch_id, line, county_code, household_id, person_id, method, name_differs, month, monthly_fen, part)
  with summed as (select h.*, sum(members) over (partition by is_lifted, counts order by rank) - members as before from focus_households h),
  listed as (select s.*, k from summed s cross join lateral generate_series(1, s.members) k
    where not counts or before + k <= case when is_lifted then ${int(all - dibaoMonitored)} else ${int(dibaoMonitored)} end)
  select b.id, l.i * 10 + l.k + twice * 5, l.county_code, l.id, 900000000 + l.i * 5::bigint + l.k, 'id', false, month::date, 40000, 0
  from listed l cross join generate_series(date '2022-04-01', date '2022-05-01', interval '1 month') month
    cross join lateral generate_series(0, (l.rank <= ${int(besides)})::int) twice
    cross join (select max(id) as id from feed_batches where dataset = 'dibao-roster') b`;

/** In this order; the words are what is shown while they are made. */
export const FOCUS_ROWS: readonly { what: string; made: Made }[] = [
  { what: '户', made: households },
  { what: '人', made: persons },
  { what: '脱贫和监测身份', made: statuses },
  { what: '两年收入', made: incomes },
  { what: '务工', made: spells },
  { what: '务工确认', made: confirmations },
  { what: '务工任务', made: target },
  { what: '项目受益', made: beneficiaries },
  { what: '低保名册', made: dibao },
];
