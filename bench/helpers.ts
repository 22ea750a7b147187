// npm run bench -- helpers [--workers 188000] [--families 200000] [--times 5]
// Who answers and who is listed, and the month of those in work: the chain of a county on any day, activation for a league of three people a
// family, the list of a village, a county's month, a league's and the region's circular. Over HTTP, one call at a time. Prints milliseconds.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openApi } from '../src/app/open-api.ts';
import { openShouwang } from '../src/app/open-shouwang.ts';
import { createAccounts } from '../src/modules/accounts/server/index.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import type { Tx } from '../src/platform/server/db.ts';
import { PASSWORD, signIn } from './run/sign-in.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    workers: { type: 'string', default: '188000' },
    families: { type: 'string', default: '200000' },
    times: { type: 'string', default: '5' },
  },
});
const ACTOR = systemActor('bench');
const [REGION, LEAGUE, COUNTY] = [150_000_000_000, 150_900_000_000, 150_923_000_000];
const DAY = '2022-05-31';

const folder = mkdtempSync(join(tmpdir(), 'shouwang-helpers-'));
const shouwang = await openShouwang({ SHOUWANG_DATA: join(folder, 'data') });
const { db } = shouwang;
const api = await openApi(shouwang, {
  ...{ logLevel: 'error', limitFactor: 1e9, clock: () => new Date(`${DAY}T04:00:00Z`) },
});
const work = (what: (tx: Tx) => Promise<unknown>) =>
  db.bulk(ACTOR, async (tx) => ({ result: await what(tx), audit: [] }));

const villages = (low: number, high: number) => `regions where level = 'village' and code between ${low} and ${high}`;

/** The village `v` that a number falls to among those of a span of codes. How many there are is asked once: beside each row it would be a loop over all. */
const villageOf = (number: string, low: number, high: number) =>
  `(select code, row_number() over (order by code) - 1 as place from ${villages(low, high)}) v
    on v.place = (${number}) % (select count(*) from ${villages(low, high)})`;

/** Families of three over the villages of the league; every eighth is monitored, every fourth old. */
const families = (tx: Tx) =>
  tx.script(`
    insert into households (county_code, line, id, village_code, batch_id, member_count, kind, monitoring_category, head_name, number)
    select (v.code / 1000000)::int, g, nextval('household_ids'), v.code, 0, 3, case when g % 3 = 0 then 'lifted' else 'general' end,
      case when g % 8 = 0 then 'borderline' end, '户主', 'B' || g
    from generate_series(1, ${Number(values.families)}) g
      join ${villageOf('g', LEAGUE, LEAGUE + 99_999_999)};
    insert into persons (county_code, line, id, household_id, village_code, batch_id, name_hash, id_sound, birth, name, number, labour, health)
    select h.county_code, h.line, h.id * 4 + m, h.id, h.village_code, 0, hashtext('甲'), true, 19500101 + (h.id % 60)::int * 10000, '甲', h.number || '-' || m,
      case when m < 2 then '普通劳动力' else '' end, case when h.id % 20 = 0 then '长期慢性病' else '' end
    from households h, generate_series(0, 2) m;`);

/** Jobs over the villages of the whole region, few ones spread as well as many, confirmed in each of a year's months. */
const jobs = (tx: Tx) =>
  tx.script(`
    insert into employment_spells (county_code, place_code, number, village_code, id_number, name, job_form, organised_by, started_on, outsider_key, recorded_by, work_region_code)
    select (v.code / 1000000)::int, v.code, 'W' || g, v.code, '\\x00', '甲', case when g % 3 = 0 then 'nearby' else 'away' end, 'self', date '2021-01-05', g, 'bench', '110105'
    from generate_series(1, ${Number(values.workers)}) g
      join ${villageOf('g * 7919', REGION, REGION + 9_999_999_999)};
    insert into employment_confirmations (county_code, place_code, spell_number, month, work_state, confirmed_on, confirmed_by, recorded_by)
    select s.county_code, s.place_code, s.number, m::date, 'working', m::date + 20, 'phone', 'bench'
    from employment_spells s, generate_series(date '2021-06-01', date '2022-05-01', interval '1 month') m where (s.id + extract(month from m)::int) % 9 > 0;`);

/** A secretary and a head in every region; the plan with whom it lists. */
const officers = (tx: Tx) =>
  tx.script(`
    insert into duty_terms (county_code, place_code, region_code, post, cadre_number, appointed_on, recorded_by)
    select (r.code / 1000000)::int, r.code, r.code, p.post, 'C' || r.code || p.post, date '2021-07-01' + (r.code % 200)::int, 'bench'
    from regions r, (values ('secretary'), ('government-head')) p (post);
    insert into contingency_plans (county_code, place_code, number, region_code, plan_name, department, insurance_kind, approved_on, effective_on, recorded_by)
    values (150900, ${LEAGUE}, 'P', ${LEAGUE}, '白灾', '应急局', 'blizzard', '2021-10-01', '2021-11-01', 'bench');
    insert into contingency_lists (county_code, place_code, plan_number, rule_no, any_facts, recorded_by)
    values (150900, ${LEAGUE}, 'P', 1, '{monitored,elderly-alone,ill,zero-job}', 'bench');
    insert into contingency_activations (county_code, place_code, number, plan_number, region_code, level, event, event_on, basis, recorded_by)
    values (150900, ${LEAGUE}, 'E', 'P', ${LEAGUE}, 'second', '暴雪', '${DAY}', '气象预警', 'bench');`);

try {
  const n = await db.bulkRead((tx) =>
    tx.first<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(villages(REGION, REGION + 9_999_999_999))}`),
  );
  for (const fill of [families, jobs, officers]) await work(fill);
  await work((tx) => tx.script('analyze'));
  const village = await db.bulkRead((tx) =>
    tx.first<{ code: number }>(
      sql`select place_code as code from employment_spells where place_code between ${COUNTY} and ${COUNTY + 999_999} group by 1 order by count(*) desc limit 1`,
    ),
  );
  const accounts = [
    ['region', 'region-officer', REGION],
    ['league', 'region-officer', LEAGUE],
    ['county', 'county-officer', COUNTY],
    ['village', 'village-worker', village?.code ?? COUNTY],
  ] as const;
  await createAccounts(
    db,
    accounts.map(([username, role, areaCode]) => ({ username: `bench-${username}`, name: username, role, areaCode })),
    PASSWORD,
    false,
  );
  const url = await api.http.listen({ host: '127.0.0.1', port: 0 });
  const cookies = new Map<string, string>();
  for (const [who] of accounts) cookies.set(who, await signIn(url, `bench-${who}`));
  const call = async (who: string, path: string, body?: object): Promise<{ took: number; answer: string }> => {
    const started = performance.now();
    const response = await fetch(`${url}/api/${path}`, {
      ...{
        method: body ? 'POST' : 'GET',
        headers: { cookie: cookies.get(who) ?? '', 'content-type': 'application/json' },
      },
      ...(body ? { body: JSON.stringify({ requestId: crypto.randomUUID(), ...body }) } : {}),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${path}: ${answer}`);
    return { took: performance.now() - started, answer };
  };
  const median = async (
    title: string,
    limit: number,
    ask: () => Promise<{ took: number }>,
    times = Number(values.times),
  ) => {
    const took: number[] = [];
    for (let i = 0; i < times; i++) took.push((await ask()).took);
    const half = took.sort((a, b) => a - b)[took.length >> 1] ?? 0;
    console.log(`${title.padEnd(46)}${half.toFixed(0).padStart(8)} ms of ${limit}`);
  };
  console.log(`${values.families} families in the league, ${values.workers} in work, ${n?.n} villages`);
  for (const day of ['2021-08-01', '2021-12-31', DAY])
    await median(`chain of the county on ${day}`, 1000, () => call('county', `duties/chain?on=${day}`));
  await median('chain of the region', 1000, () => call('region', 'duties/chain'));
  const [row] = JSON.parse((await call('league', 'registers/contingency-activations')).answer).items;
  await median(
    'activation for the league',
    60_000,
    () =>
      call('league', 'registers/contingency-activations/move', {
        ...{ move: 'activate', doneOn: DAY, values: { approvedBy: '盟市应急局' } },
        records: [{ countyCode: row.countyCode, id: row.id, version: row.version }],
      }),
    1,
  );
  const listed = await db.bulkRead((tx) =>
    tx.first<{ n: number }>(sql`select count(*)::int as n from activation_households`),
  );
  console.log(`  ${listed?.n} households listed`);
  await median('list of a village', 1000, () =>
    call('village', `employment/confirmations/village?area=${village?.code}&month=2022-05-01`),
  );
  await median('month of the county', 2000, () => call('county', 'employment/confirmations/progress?month=2022-05-01'));
  await median('month of the region', 5000, () => call('region', 'employment/confirmations/progress?month=2022-05-01'));
  await median('what asks for action in the region', 5000, () => call('region', 'employment/needs'));
  for (const [who, area] of [
    ['league', LEAGUE],
    ['region', REGION],
  ] as const)
    await median(`circular of the ${who}`, 5000, () => call(who, 'circulars', { kind: 'employment', area, asOf: DAY }));
} finally {
  await api.close();
  await shouwang.close();
  rmSync(folder, { recursive: true, force: true });
}
