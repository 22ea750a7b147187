// Terms of points: what was recorded is hung out, a bank's rating is asked for anew before it ends.

import { sql } from 'kysely';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { governanceSettings } from './settings.ts';

const AROUND = 30;
const MOST_ROWS = 100_000;

/** Days in force where the row lies, in SQL. */
const publishDays = (on: string) =>
  governanceSettings.inForceSql('points.publish', { region: 't.place_code', on: `'${on}'::date` });

export const governanceDues: readonly Due[] = [
  {
    ...{
      key: 'governance.publish',
      what: '积分公示',
      unit: '个嘎查村',
      holder: 'village',
      path: '/registers/point-entries',
    },
    // One term for a village: that of its oldest entry that hangs nowhere.
    rows: (tx, on) =>
      tx.rows(sql<DueRow>`
        select w.place_code, w.due_on::text as due_on from (
          select t.place_code, min(t.happened_on + ${sql.raw(publishDays(on))}::int) as due_on from point_entries t
          where not t.voided and t.record_kind <> 'spent' and t.happened_on between ${on}::date - 400 and ${on}::date
            and not exists (select from notice_rows n join notices o on o.county_code = n.county_code and o.id = n.notice_id
              where n.notice_code = 'point-entries.list' and n.row_county = t.county_code and n.record_id = t.id
                and o.posted_on is not null and not o.voided)
          group by 1) w
        where w.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int order by w.place_code limit ${MOST_ROWS}`),
  },
  {
    ...{
      key: 'governance.credit',
      what: '信用评定更新',
      unit: '户',
      holder: 'township',
      path: '/registers/credit-ratings',
    },
    rows: (tx, on) =>
      tx.rows(sql<DueRow>`
        select t.place_code, t.valid_until::text as due_on from credit_ratings t
        where not t.voided and t.valid_until between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
          and not exists (select from credit_ratings o where o.household_number = t.household_number and o.rater = t.rater
            and not o.voided and o.valid_until > t.valid_until)
        order by t.place_code, t.id limit ${MOST_ROWS}`),
  },
];
