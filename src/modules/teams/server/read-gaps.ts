// What a team lacks (registers §15): a first secretary, a handover, somebody in the place of one who is long on leave, insurance, a check-up.

import { sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { Gap } from '../domain/words.ts';
import { teamSettings } from './settings.ts';

const SHOWN = 200;
/** Whoever left longer ago hands nothing over any more. */
const HANDOVER_DAYS = 365;

export type GapRow = {
  gap: Gap;
  villageCode: number;
  villageName: string;
  townshipName: string;
  cadreNumber?: string;
  name?: string;
  since?: string;
};

const inPost = (on: string, alias: string) =>
  sql.raw(
    `not ${alias}.voided and ${alias}.appointed_on <= '${on}'::date and (${alias}.left_on is null or ${alias}.left_on > '${on}'::date)`,
  );

/** Rows (gap, village_code, cadre_number, since) of an area on a day. */
const gapsSql = ({ low, high }: RegionRange, on: string) => {
  const days = (key: 'gap.days' | 'leave.long' | 'care.days', place: string) =>
    sql.raw(`(${teamSettings.inForceSql(key, { region: place, on: `'${on}'::date` })})::int`);
  const here = sql`t.place_code between ${low} and ${high}`;
  const care = (kind: string, inTime: string) =>
    sql`select ${kind === 'insurance' ? 'not-insured' : 'no-checkup'}::text, t.village_code, t.cadre_number, t.appointed_on from team_postings t
      where ${here} and ${inPost(on, 't')} and t.appointed_on + ${days('care.days', 't.place_code')} < ${on}::date
        and not exists (select from team_care k where k.cadre_number = t.cadre_number and not k.voided and k.care_kind = ${kind} and ${sql.raw(inTime)})`;
  return sql`
    select case when v.posted = 0 then 'no-team' else 'no-first-secretary' end as gap, v.village_code, null::text as cadre_number, v.since from (
      select t.village_code, count(*) filter (where ${inPost(on, 't')}) as posted, bool_or(t.status = 'first-secretary' and ${inPost(on, 't')}) as led,
        max(t.left_on) filter (where t.left_on <= ${on}::date and t.status = 'first-secretary') as since, min(t.place_code) as place
      from team_postings t where ${here} and not t.voided and t.appointed_on <= ${on}::date group by 1) v
    where not v.led and (v.since is null or v.since + ${days('gap.days', 'v.place')} < ${on}::date)
    union all select 'no-handover', t.village_code, t.cadre_number, t.left_on from team_postings t
      where ${here} and not t.voided and t.left_on <= ${on}::date and t.left_on > ${on}::date - ${HANDOVER_DAYS}::int
        and not exists (select from team_handovers h where h.cadre_number = t.cadre_number and h.village_code = t.village_code and not h.voided)
    union all select 'long-leave', t.village_code, t.cadre_number, t.from_on from team_leaves t
      where ${here} and not t.voided and t.approved_on is not null and t.returned_on is null and t.from_on <= ${on}::date and t.through_on >= ${on}::date
        and t.leave_kind not in ('training', 'official-trip') and t.through_on - t.from_on + 1 >= ${days('leave.long', 't.place_code')}
    union all ${care('insurance', `(k.through_on is null or k.through_on >= '${on}'::date)`)}
    union all ${care('checkup', `extract(year from k.done_on) = extract(year from '${on}'::date)`)}`;
};

/** The first gaps by weight and place, and how many there are of each. */
export async function readGaps(tx: Tx, range: RegionRange, on: string) {
  const gaps = gapsSql(range, on);
  const counted = await tx.rows(
    sql<{ gap: Gap; n: number }>`select g.gap, count(*)::int as n from (${gaps}) g group by 1`,
  );
  const rows = await tx.rows(sql<GapRow>`
    select g.gap, g.village_code, coalesce(v.name, '') as village_name, coalesce(w.name, '') as township_name, g.cadre_number, c.name, g.since::text as since
    from (${gaps}) g left join regions v on v.code = g.village_code left join regions w on w.code = g.village_code / 1000 * 1000
    left join cadres c on c.number = g.cadre_number and not c.voided
    order by array_position(array['no-team', 'no-first-secretary', 'long-leave', 'no-handover', 'not-insured', 'no-checkup'], g.gap), g.village_code, g.cadre_number
    limit ${SHOWN}`);
  return {
    gaps: rows.map(withoutNulls) as GapRow[],
    gapCounts: Object.fromEntries(counted.map(({ gap, n }) => [gap, n])),
  };
}
