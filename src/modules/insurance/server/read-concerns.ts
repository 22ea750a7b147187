// What asks for a look about policies and claims. A county is only asked for a policy once it has had one.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { InsuranceConcern } from '../domain/looks.ts';

const MOST_ROWS = 200;

export type ConcernLine = {
  concern: InsuranceConcern;
  subject: string;
  register: 'insurance-policies' | 'insurance-claims';
  regionCode: number;
  regionName: string;
  on?: string;
};

/** Policies against falling back `t` whose county has none in force on the day, with the last day of the newest. */
export function endedSql({ low, high }: RegionRange, on: string): RawBuilder<unknown> {
  return sql`select distinct on (t.region_code) t.region_code, t.number, t.cover_through from insurance_policies t
    where not t.voided and t.insurance_kind = 'poverty-insurance' and t.place_code between ${low} and ${high} and t.cover_from <= ${on}::date
    order by t.region_code, t.cover_through desc, t.number`;
}

export async function readConcerns(tx: Tx, range: RegionRange, on: string): Promise<ConcernLine[]> {
  const { low, high } = range;
  const policy = (concern: InsuranceConcern, where: RawBuilder<unknown>) => sql`
    select ${concern}::text as concern, t.number as subject, 'insurance-policies' as register, t.region_code, t.cover_through::text as "on"
    from insurance_policies t where not t.voided and t.place_code between ${low} and ${high} and ${where}`;
  const claim = (concern: InsuranceConcern, where: RawBuilder<unknown>) => sql`
    select ${concern}::text, t.number, 'insurance-claims', p.region_code, t.loss_on::text
    from insurance_claims t join insurance_policies p on p.number = t.policy_number and not p.voided
    where not t.voided and t.place_code between ${low} and ${high} and ${where}`;
  return tx.rows(sql<ConcernLine>`
    select c.*, coalesce(r.name, '') as region_name from (
      select 'policy-ended'::text as concern, e.number as subject, 'insurance-policies' as register, e.region_code, e.cover_through::text as "on"
      from (${endedSql(range, on)}) e where e.cover_through < ${on}::date
      union all ${policy('insured-above-covered', sql`t.insured_persons > t.persons_covered`)}
      union all ${policy(
        'premium-differs',
        // A hundredth is what rounding the premium of one may come to.
        sql`t.premium_fen > 0 and abs(t.premium_fen - t.premium_per_person_fen * t.insured_persons) * 100 > t.premium_fen`,
      )}
      union all ${claim('claim-outside-cover', sql`not t.loss_on between p.cover_from and p.cover_through`)}
      union all ${claim('claim-above-loss', sql`t.claim_amount_fen > t.loss_amount_fen`)}) c
    left join regions r on r.code = c.region_code order by c.concern, c.subject limit ${MOST_ROWS}`);
}
