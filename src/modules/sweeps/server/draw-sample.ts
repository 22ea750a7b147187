// Which households are rechecked: drawn in one statement over all villages of whoever draws, by the rules of `domain/sample.ts`, and the same again for the same seed.

import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { levelOfCode } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { RecheckLevel } from '../domain/words.ts';
import { type Round, runningRound } from './read-rounds.ts';
import { sweepSettings } from './settings.ts';
import { countRechecks, holdVillages } from './village-counts.ts';
import '../domain/problems.ts';

const LEVEL_OF = {
  'autonomous-region': 'region',
  prefecture: 'league',
  county: 'county',
  township: 'township',
  village: 'township',
} as const;

/** The level an actor rechecks for. */
export const levelOf = (areaCode: number): RecheckLevel => LEVEL_OF[levelOfCode(areaCode)];

const percentOf = ({ townshipPercent, countyPercent, leaguePercent }: Round, level: RecheckLevel) =>
  level === 'township' ? townshipPercent : level === 'county' ? countyPercent : leaguePercent;

const MOST_SEED = 2 ** 31;

/** Villages that are confirmed and have nothing drawn of this level. Throws `sweeps.nothing-to-draw`. */
export async function drawSample(
  tx: Tx,
  { number, seed = randomInt(1, MOST_SEED) }: { number: string; seed?: number | undefined },
  today: PlainDate,
): Promise<Outcome<{ drawn: number; seed: number }>> {
  const round = await runningRound(tx, number);
  const { id } = round;
  const { range, areaCode } = tx.actor;
  const level = levelOf(areaCode);
  const percent = percentOf(round, level);
  const least = sql.raw(
    `(${sweepSettings.inForceSql('sample.least', { region: 'v.village_code', on: `date '${formatDate(today)}'` })})`,
  );
  await holdVillages(tx, id, range);
  const drawn = await tx.run(sql`
    with ready as materialized (select v.village_code, least(v.done, greatest(${least}::int, ceil(${percent}::numeric * v.done / 100)::int)) as size
      from sweep_villages v where v.sweep_id = ${id} and v.village_code between ${range.low} and ${range.high} and v.done > 0
        and exists (select from sweep_townships c where c.sweep_id = v.sweep_id and c.township_code = v.village_code / 1000 * 1000)
        and not exists (select from sweep_rechecks k where k.sweep_id = v.sweep_id and k.village_code = v.village_code and k.level = ${level} and k.redone_at is null)),
    placed as (select i.county_code, i.household_id, i.village_code, y.size, count(*) over (partition by i.village_code) as done,
        row_number() over (partition by i.village_code order by i.lists[1], hashint8extended(i.household_id, ${seed}::bigint), i.household_id) as place
      from sweep_items i join ready y on y.village_code = i.village_code
      where i.sweep_id = ${id} and i.left_on is null and i.visit_result is not null and i.visit_result not in ('not-met', 'whole-away'))
    insert into sweep_rechecks (county_code, sweep_id, level, household_id, village_code)
    select county_code, ${id}::bigint, ${level}, household_id, village_code from placed where place * size / done > (place - 1) * size / done`);
  if (drawn === 0 || percent === 0) throw new Problem('sweeps.nothing-to-draw');
  await tx.run(sql`insert into sweep_draws (sweep_id, level, area_code, seed, percent, drawn, drawn_on, account_name)
    values (${id}, ${level}, ${areaCode}, ${seed}, ${percent}, ${drawn}, ${formatDate(today)}::date, ${tx.actor.name})`);
  await countRechecks(tx, id, range);
  return {
    result: { drawn, seed },
    audit: {
      ...{ operation: 'sweeps.draw', subjectKind: 'sweep', subjectId: round.number, regionCode: areaCode },
      after: { level, seed, percent, drawn },
    },
  };
}
