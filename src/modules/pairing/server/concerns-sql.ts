// What asks for a look about pairings, as selects of one shape. Each goes away by itself once the registers say otherwise.

import { type RawBuilder, sql } from 'kysely';
import type { PairingConcern } from '../domain/pairing-concerns.ts';
import { PAIRING_KINDS, type PairingKind } from '../domain/pairing-words.ts';
import { dayOfYear } from '../domain/settings.ts';
import { HELPER, JOIN_HELPER, KEY, type PairsAsked, titledSql } from './pairs-sql.ts';
import { held, owedReportsSql } from './settings.ts';

type Select = RawBuilder<unknown>;
type Shown = {
  subject?: Select;
  register: string;
  title: Select;
  region: Select;
  on?: Select;
  by?: Select;
  /** Everything from `from` on. */
  of: Select;
};

function told(concern: PairingConcern, { subject, register, title, region, on, by, of }: Shown): Select {
  return sql`select ${concern}::text as concern, ${subject ?? sql`null`}::text as subject, ${register}::text as register, ${title}::text as title,
    ${region}::bigint as region_code, ${on ?? sql`null`}::text as "on", ${by ?? sql`null`}::int as "by" ${of}`;
}

const KIND = sql.raw(
  `case p.kind ${Object.entries(PAIRING_KINDS)
    .map(([code, title]) => `when '${code}' then '${title}'`)
    .join(' ')} end`,
);

/** A pair `p` of the ones that hold, which the condition speaks of. */
function ofPair(concern: PairingConcern, where: Select, more: Pick<Shown, 'on' | 'by'> = {}): Select {
  return told(concern, {
    ...{
      subject: sql`p.number`,
      register: 'pairings',
      title: sql`${HELPER} || ' · ' || ${KIND}`,
      region: sql`p.helped_code`,
    },
    ...more,
    of: sql`from pairs p left join deeds d on d.number = p.number ${JOIN_HELPER} where ${where}`,
  });
}

/** A county of a title that has no pair of the kind. */
function lacking(concern: PairingConcern, titles: Select, kind: PairingKind, low: number, high: number): Select {
  return told(concern, {
    ...{ register: 'pairings', title: sql`r.name`, region: sql`r.code` },
    of: sql`from regions r where r.code in ${titles} and r.code between ${low} and ${high}
      and not exists (select from pairs p where p.kind = ${kind} and p.helped_code = r.code)`,
  });
}

/** Rules of each kind: how many each county must have, and each cadre may. */
function ruleSelects({ range: { low, high }, on }: PairsAsked): Select[] {
  const villages = sql.raw(held('cadre.villages', 'min(p.helped_code)', on));
  return [
    // Of the counties lifted by the region only those that are key counties, too, have a leader.
    lacking('county-no-leader', titledSql(['lifted-national', ...KEY], on), 'leader-county', low, high),
    lacking('key-no-soe', titledSql(KEY, on), 'soe-key-county', low, high),
    lacking('county-no-central', titledSql(['lifted-national'], on), 'central-county', low, high),
    told('key-few-firms', {
      ...{ register: 'pairings', title: sql`k.name`, region: sql`k.code`, by: sql`k.firms` },
      of: sql`from (select r.code, r.name, (select count(distinct p.unit) from pairs p
          where p.kind in ('firms-key-county', 'firms-villages') and p.helped_code = r.code) as firms
        from regions r where r.code in ${titledSql(KEY, on)} and r.code between ${low} and ${high}) k
        where k.firms < ${sql.raw(held('firms.least', 'k.code', on))}`,
    }),
    told('cadre-many-villages', {
      ...{
        subject: sql`p.cadre`,
        register: 'cadres',
        title: sql`coalesce(max(c.name), p.cadre)`,
        region: sql`min(p.helped_code)`,
      },
      by: sql`count(distinct p.helped_code)`,
      of: sql`from pairs p left join cadres c on c.number = p.cadre and not c.voided where p.kind = 'unit-village' and p.cadre is not null
        group by p.cadre having count(distinct p.helped_code) > ${villages}`,
    }),
    ofPair(
      'village-outside-key',
      sql`p.kind = 'unit-village' and p.helped_code / 1000000 * 1000000 not in ${titledSql(KEY, on)}`,
    ),
    ofPair('no-document', sql`p.document_no is null`, { on: sql`p.started_on` }),
    ofPair('unit-closed', sql`o.closed_on <= ${on}::date`, { on: sql`o.closed_on` }),
    // Firms are counted by their code: one without the national code comes in twice.
    ofPair(
      'firm-no-code',
      sql`p.kind in ('firms-villages', 'firms-key-county') and o.kind = 'private' and length(p.unit) <> 18`,
    ),
    told('same-name', {
      ...{ subject: sql`string_agg(distinct n.code, '、')`, register: 'organisations', title: sql`min(n.name)` },
      ...{ region: sql`min(n.helped_code)`, by: sql`count(distinct n.code)` },
      of: sql`from (select o.code, o.name, p.helped_code, translate(o.name, '（）() 　', '') as bare
          from pairs p join organisations o on o.code = p.unit and not o.voided) n group by n.bare having count(distinct n.code) > 1`,
    }),
  ];
}

/** The quarter before that of the day, and the year before its year. */
function spansOf(on: string) {
  const [year = 0, month = 1] = on.split('-').map(Number);
  const first = new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3 - 3, 1));
  const end = new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3, 1));
  const iso = (day: Date) => day.toISOString().slice(0, 10);
  return { quarter: [iso(first), iso(end)], year: [`${year - 1}-01-01`, `${year}-01-01`] } as const;
}

const visitsIn = ([from, to]: readonly [
  string,
  string,
]) => sql`(select count(*) from support_records s where s.pairing_number = p.number
  and not s.voided and s.way = 'visit' and s.happened_on >= ${from}::date and s.happened_on < ${to}::date)`;

/** The last day of the newest report that should be there and is not. */
const owedOn = (on: string) => sql`(select max(q.due_on) from ${owedReportsSql(on)} q where q.due_on < ${on}::date)`;

/** Helpers who have sent no plan, done nothing, not come, or gone without another in their place. */
function idleSelects({ range: { low, high }, on }: PairsAsked): Select[] {
  const { quarter, year } = spansOf(on);
  const thisYear = Number(on.slice(0, 4));
  const months = sql.raw(held('deed.months', 'p.helped_code', on));
  const by = sql.raw(held('plan.by', 'p.helped_code', on));
  const today = Number(on.slice(5, 7)) * 100 + Number(on.slice(8, 10));
  const since = (months: Select) => sql`(${on}::date - make_interval(months => (${months})::int))`;
  const few = (span: readonly [string, string], least: Select) =>
    sql`p.started_on <= ${span[0]}::date and ${visitsIn(span)} < ${least}`;
  return [
    ofPair('no-deed', sql`p.started_on <= ${since(months)} and (d.last_on is null or d.last_on <= ${since(months)})`, {
      on: sql`d.last_on`,
    }),
    ofPair(
      'no-plan',
      sql`${today}::int > ${by} and p.started_on < ${dayOfYear(thisYear, 101)}::date and not exists (select from pairing_plans l
        where l.pairing_number = p.number and l.year = ${thisYear}::int and not l.voided)`,
    ),
    // The newest that is over; older ones nobody waits for.
    ofPair('no-report', sql`${owedOn(on)} is not null`, { on: owedOn(on) }),
    ofPair(
      'unit-no-visit',
      sql`p.kind = 'unit-village' and ${few(quarter, sql.raw(held('unit.visits', 'p.helped_code', on)))}`,
    ),
    ofPair(
      'leader-few-visits',
      sql`p.kind = 'leader-county' and ${few(year, sql.raw(held('leader.visits', 'p.helped_code', on)))}`,
      {
        by: visitsIn(year),
      },
    ),
    endedSql(low, high, on),
  ];
}

/** Ended within a year, longer ago than one may wait for another of the kind at the same place. */
function endedSql(low: number, high: number, on: string): Select {
  const days = sql.raw(held('successor.days', 'p.helped_code', on));
  return told('no-successor', {
    ...{
      subject: sql`p.number`,
      register: 'pairings',
      title: sql`${HELPER} || ' · ' || ${KIND}`,
      region: sql`p.helped_code`,
      on: sql`p.ended_on`,
    },
    of: sql`from (select t.number, t.pairing_kind as kind, t.helped_code, t.organisation_code as unit, t.cadre_number as cadre, t.ended_on
        from pairings t where not t.voided and t.place_code between ${low} and ${high}
          and t.ended_on <= ${on}::date and t.ended_on > ${on}::date - interval '1 year') p ${JOIN_HELPER}
      where ${on}::date - p.ended_on > ${days} and not exists (select from pairs a where a.kind = p.kind and a.helped_code = p.helped_code)`,
  });
}

/** Deeds told twice, money called two things, goods without a receipt: of this year and the last. */
function deedSelects({ range: { low, high }, on }: PairsAsked): Select[] {
  const rows = sql`(select s.*, t.helped_code, t.pairing_kind from support_records s join pairings t on t.number = s.pairing_number and not t.voided
    where not s.voided and s.place_code between ${low} and ${high} and s.happened_on <= ${on}::date
      and s.happened_on >= date_trunc('year', ${on}::date)::date - interval '1 year')`;
  const record = {
    subject: sql`s.number`,
    register: 'support-records',
    title: sql`left(s.content, 60)`,
    region: sql`s.helped_code`,
    on: sql`s.happened_on`,
  };
  const worth = (alias: string) => sql.raw(`coalesce(${alias}.amount_fen, ${alias}.goods_value_fen)`);
  return [
    told('same-gift', {
      ...record,
      // The one that was recorded later is asked about.
      of: sql`from ${rows} s where ${worth('s')} > 0 and exists (select from ${rows} o where o.helped_code = s.helped_code
        and o.happened_on = s.happened_on and ${worth('o')} = ${worth('s')} and o.number < s.number)`,
    }),
    told('attracted-as-own', {
      ...record,
      of: sql`from ${rows} s where s.fund_nature = 'attracted' and s.project_number is not null and exists (select from ${rows} o
        where o.project_number = s.project_number and o.fund_nature = 'direct' and o.pairing_number <> s.pairing_number)`,
    }),
    told('goods-unconfirmed', {
      ...record,
      of: sql`from ${rows} s where s.goods_value_fen > 0 and s.helped_confirmed_on is null`,
    }),
  ];
}

/** All of them, over `pairs` and `deeds` of the day. */
export function concernsSql(asked: PairsAsked): Select {
  return sql.join([...ruleSelects(asked), ...idleSelects(asked), ...deedSelects(asked)], sql` union all `);
}
