// What of a visit is doubtful: a picture that another household has too, two households in one minute, more in an hour than can be walked (registers §1 trap 3). Each is a
// data issue; one that was explained for the same household and value is not opened again while the explanation holds.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { KeptPhoto } from '../../../platform/server/photos.ts';
import { openIssues } from '../../households/server/index.ts';
import type { VisitMode, VisitResult } from '../domain/words.ts';
import { sweepSettings } from './settings.ts';

type Visited = {
  countyCode: number;
  id: number;
  villageCode: number;
  visitId: number;
  photos: readonly KeptPhoto[];
  result: VisitResult;
  mode: VisitMode;
};

/** As much of a fingerprint as tells pictures of a county apart. */
const SHOWN = 12;

async function keepPrints(tx: Tx, { countyCode, id, villageCode, visitId, photos }: Visited): Promise<void> {
  if (photos.length === 0) return;
  await tx.run(sql`insert into sweep_photos (county_code, visit_id, sha256, household_id, village_code)
    select ${countyCode}::int, ${visitId}::bigint, h, ${id}::bigint, ${villageCode}::bigint from unnest(${photos.map(({ sha256 }) => sha256)}::text[]) h on conflict do nothing`);
}

/** Other visits of the same visitor that stand, beside `v`. */
const others = (
  within: RawBuilder<unknown>,
) => sql`from sweep_visits o where o.visitor_1 = v.visitor_1 and o.replaced_at is null
  and (o.county_code, o.household_id) <> (v.county_code, v.household_id) and o.visit_mode = 'in-person' and ${within}`;

/** Answers how many doubts were opened. */
export async function doubtVisit(tx: Tx, visited: Visited): Promise<number> {
  const { countyCode, id, villageCode, visitId, photos, result } = visited;
  await keepPrints(tx, visited);
  const setting = (key: 'desk.hour' | 'explained.days') =>
    sql.raw(`(${sweepSettings.inForceSql(key, { region: 'v.village_code', on: 'v.visited_on' })})::int`);
  const hour = sql`o.filled_at > v.filled_at - interval '1 hour' and o.filled_at <= v.filled_at`;
  const found = sql`
    select 'sweep-same-photo' as code, '照片 ' || left(p.sha256, ${SHOWN}) as about from unnest(${photos.map(({ sha256 }) => sha256)}::text[]) p (sha256)
      where sweep_photo_elsewhere(p.sha256, ${countyCode}::int, ${id}::bigint)
    union all select 'sweep-same-minute', to_char(v.filled_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') from v
      where v.visit_mode = 'in-person' and exists (select ${others(sql`date_trunc('minute', o.filled_at) = date_trunc('minute', v.filled_at)`)})
    union all select 'sweep-desk', to_char(v.filled_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') from v
      where v.visit_mode = 'in-person' and (select count(*) ${others(hour)}) >= ${setting('desk.hour')}
    union all select 'sweep-found', to_char(v.visited_on, 'YYYY-MM-DD') from v where ${result} = 'data-issue'`;
  return openIssues(
    tx,
    sql`with v as (select * from sweep_visits where county_code = ${countyCode} and id = ${visitId})
    select v.county_code, ${villageCode}::bigint, v.household_id, null::bigint, f.code, 'sweeps', null::int, null::int, jsonb_build_object('about', f.about)
    from v, lateral (${found}) f where not exists (select from data_issues d where d.county_code = v.county_code and d.household_id = v.household_id
      and d.code = f.code and d.detail ->> 'about' = f.about
      and (d.state = 'open' or d.state = 'explained' and d.closed_at > now() - make_interval(days => ${setting('explained.days')})))`,
  );
}
