// Terms of sites, for who has to act: a household in which nobody works is visited, a red risk is to be gone by a day, and one that is
// gone is looked at once more at the end.

import { sql } from 'kysely';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { livingSql } from './read-households.ts';
import { relocationSettings } from './settings.ts';

/** Longer than any level waits before or after the day. */
const AROUND = 30;
const MOST_ROWS = 10_000;
const OF_RISKS = { unit: '项', path: '/registers/site-risks' };

/**
 * Households of sites in which somebody could work and nobody does, by the day from which they are so: the last who worked left, or they
 * moved in. Who was visited since, or has a clue that waits, is not asked for.
 */
const joblessDue: Due = {
  ...{ key: 'relocation.jobless', what: '零就业搬迁户走访', unit: '户', holder: 'village' },
  path: '/registers/relocation-households',
  rows: async (tx, on) =>
    tx.rows(sql<DueRow>`
      with terms as materialized (${await relocationSettings.termsSql(tx, WHOLE_REGION, on)}),
      ${livingSql(sql`select number from relocation_sites where not voided`, on)},
      jobless as materialized (
        select l.county_code, l.number, l.id, l.village_code, greatest(l.moved_in_on::date, (select max(j.left_on) from persons p
          join employment_spells j on j.county_code = p.county_code and j.person_id = p.id and not j.voided
          where p.county_code = l.county_code and p.household_id = l.id and p.valid_to is null and j.left_on <= ${on}::date)) as since
        from living l where l.able > 0 and l.working = 0)
      select l.village_code as place_code, (l.since + m.jobless_visit)::text as due_on from jobless l join terms m on m.county_code = l.county_code
      where l.since + m.jobless_visit between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
        and not exists (select from relocation_households r join register_moves v on v.register = 'relocation-households' and v.county_code = r.county_code
          and v.record_id = r.id and v.withdrawn_at is null and v.move in ('visit', 'clue') and v.done_on >= l.since
          where r.household_number = l.number and not r.voided)
        and not exists (select from clues c where c.county_code = l.county_code and c.household_id = l.id and c.state = 'open')
      order by l.village_code, l.number limit ${MOST_ROWS}`),
};

export const relocationDues: readonly Due[] = [
  joblessDue,
  {
    ...{ ...OF_RISKS, key: 'relocation.risk', what: '安置区红色风险消除', holder: 'county' },
    rows: async (tx, on) =>
      tx.rows(sql<DueRow>`
        with terms as materialized (${await relocationSettings.termsSql(tx, WHOLE_REGION, on)})
        select f.place_code, f.due_on::text as due_on from (
          select t.place_code, t.found_on + m.risk_red as due_on from site_risks t join terms m on m.county_code = t.county_code
          where not t.voided and t.level = 'red' and t.cleared_on is null and t.found_on <= ${on}::date) f
        where f.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int order by f.place_code, f.due_on limit ${MOST_ROWS}`),
  },
  {
    ...{
      unit: '个安置点',
      path: '/registers/heating-checks',
      key: 'relocation.heating',
      what: '入冬前供暖检查',
      holder: 'township',
    },
    rows: async (tx, on) =>
      tx.rows(sql<DueRow>`
        with terms as materialized (${await relocationSettings.termsSql(tx, WHOLE_REGION, on)})
        select f.place_code, f.due_on::text as due_on from (
          select t.place_code, make_date(${Number(on.slice(0, 4))}::int, m.heating_by / 100, m.heating_by % 100) as due_on
          from relocation_sites t join terms m on m.county_code = t.county_code
          where not t.voided and t.moved_in_on <= ${on}::date and not exists (select from heating_checks c
            where c.site_number = t.number and not c.voided and c.winter = ${Number(on.slice(0, 4))}::int)) f
        where f.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int order by f.place_code limit ${MOST_ROWS}`),
  },
  {
    ...{ ...OF_RISKS, key: 'relocation.watch', what: '安置区风险观察期满复核', holder: 'township' },
    rows: (tx, on) =>
      tx.rows(sql<DueRow>`
        select t.place_code, t.watch_until::text as due_on from site_risks t
        where not t.voided and t.watch_until between ${on}::date and ${on}::date + ${AROUND}::int order by t.place_code, t.watch_until limit ${MOST_ROWS}`),
  },
];
