// What asks for a look about the cooperation, as selects of one shape.

import { type RawBuilder, sql } from 'kysely';
import type { CooperationConcern } from '../../domain/cooperation/concerns.ts';
import { held } from '../settings.ts';
import { isRunning, type YearAsked } from './cells.ts';

type Select = RawBuilder<unknown>;
type Shown = {
  register: string;
  subject?: string;
  title: string;
  region: string;
  amount?: string;
  on?: string;
  of: Select;
};

function told(concern: CooperationConcern, { register, subject, title, region, amount, on, of }: Shown): Select {
  const column = (name: string | undefined, type: string) => sql.raw(name ? `(${name})::${type}` : `null::${type}`);
  return sql`select ${concern}::text as concern, ${register}::text as register, ${column(subject, 'text')} as subject, ${column(title, 'text')} as title,
    ${column(region, 'bigint')} as region_code, ${column(amount, 'bigint')} as amount_fen, ${column(on, 'text')} as "on" ${of}`;
}

/** Money of the year by region: planned and received, in `money`. */
export function moneySql(year: Select, on: string): Select {
  return sql`(select f.region_code, coalesce(sum(f.amount_fen) filter (where f.nature = 'planned'), 0)::bigint as planned,
      coalesce(sum(f.amount_fen) filter (where f.nature = 'received'), 0)::bigint as received
    from cooperation_funds f where not f.voided and f.year = ${year} and f.happened_on <= ${on}::date group by 1)`;
}

export function cooperationConcernsSql({ range: { low, high }, year, on }: YearAsked): Select {
  const within = sql`not t.voided and t.place_code between ${low} and ${high}`;
  const since = sql`make_date(${year}::int, 1, 1)`;
  const money = moneySql(sql`${year}::int`, on);
  const firm = sql`left join organisations o on o.code = t.organisation_code and not o.voided`;
  const investment = {
    ...{ register: 'cooperation-investments', subject: 't.number', title: 'coalesce(o.name, t.organisation_code)' },
    ...{ region: 't.region_code', amount: 't.amount_fen', on: 't.paid_in_on' },
  };
  const paidIn = sql`from cooperation_investments t ${firm} where ${within} and t.paid_in_on between ${since} and ${on}::date`;
  const by = sql.raw(held('fund.by', 'm.region_code', on));
  return sql.join(
    [
      told('fund-late', {
        ...{
          register: 'cooperation-funds',
          title: `'计划没有到位'`,
          region: 'm.region_code',
          amount: 'm.planned - m.received',
        },
        of: sql`from ${money} m where m.region_code between ${low} and ${high} and m.planned > m.received
          and (${year}::int < extract(year from ${on}::date) or ${on}::date > make_date(${year}::int, (${by})::int / 100, (${by})::int % 100))`,
      }),
      told('project-above-receipts', {
        ...{
          register: 'cooperation-funds',
          title: `'分配 − 到位'`,
          region: 'm.code',
          amount: 'm.allocated - m.received',
        },
        of: sql`from (
          select c.code, c.allocated,
            coalesce((select sum(f.amount_fen) from cooperation_funds f where f.region_code = c.code and not f.voided
                and f.nature = 'received' and f.year = ${year}::int and f.happened_on <= ${on}::date), 0)
              + coalesce((select sum(i.amount_fen) from fund_issuances i where i.receiver_code = c.code and not i.voided
                and i.fund_kind = 'beijing' and i.budget_year = ${year}::int and i.issued_on <= ${on}::date), 0) as received
          from (select p.region_code / 1000000 * 1000000 as code, sum(a.amount_fen)::bigint as allocated
            from fund_allocations a join fund_issuances b on b.number = a.issuance_number and not b.voided and b.fund_kind = 'beijing' and b.budget_year = ${year}::int
              join projects p on p.number = a.project_number and not p.voided
            where not a.voided and p.place_code between ${low} and ${high} group by 1) c) m where m.allocated > m.received`,
      }),
      told('no-evidence', { ...investment, of: sql`${paidIn} and nullif(t.paid_in_evidence, '') is null` }),
      told('equals-agreed', {
        ...investment,
        of: sql`${paidIn} and exists (select from cooperation_enterprises e where e.organisation_code = t.organisation_code
          and e.region_code = t.region_code and not e.voided and e.agreed_investment_fen = t.amount_fen)`,
      }),
      told('before-landing', {
        ...investment,
        of: sql`${paidIn} and not exists (select from cooperation_enterprises e where e.organisation_code = t.organisation_code
          and e.region_code = t.region_code and not e.voided and e.landed_on <= t.paid_in_on)`,
      }),
      told('workshop-idle', {
        ...{ register: 'workshops', subject: 't.number', title: 't.workshop_name', region: 't.village_code' },
        of: sql`from workshops t where ${within} and t.aided_by_beijing and t.opened_on <= ${on}::date
          and (t.closed_on is null or t.closed_on > ${on}::date) and not ${isRunning(on)}`,
      }),
      told('wrong-kind', {
        ...{
          register: 'institution-pairs',
          subject: 't.beijing_unit',
          title: 'coalesce(o.name, t.organisation_code)',
          region: 't.region_code',
          on: 't.started_on',
        },
        of: sql`from institution_pairs t ${firm} where ${within} and t.started_on <= ${on}::date and (t.ended_on is null or t.ended_on > ${on}::date)
          and o.kind is not null and o.kind <> t.kind`,
      }),
    ],
    sql` union all `,
  );
}
