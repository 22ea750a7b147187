// The region at its full size (T1): all 394,000 households that were lifted or are monitored, and what the registers say of them, some
// three million rows beside those of the demonstration. What is counted comes to the published totals exactly: of each total that part is
// made which the demonstration lacks. Made by statements: through files it would take an hour.

import { sql } from 'kysely';
import { findFigure } from '../../src/modules/figures/domain/definitions/index.ts';
import { answerFigure, openReading } from '../../src/modules/figures/server/index.ts';
import type { Actor } from '../../src/platform/server/actor.ts';
import type { Database, Tx } from '../../src/platform/server/db.ts';
import { focusHouseholds, type Quotas, REGISTERS, REGISTRY } from './focus-rows.ts';

const REGION = 150_000_000_000;
const DAY = '2022-05-31';

/** Totals of the whole region (figure-definitions §7.2, §7.3). */
const TOTALS = {
  households: 394_000,
  lifted: 374_000,
  people: 883_800,
  able: 217_000,
  dibao: 424_096,
  dibaoMonitored: 22_296,
  inWork: 188_037,
  inWorkMonthBefore: 179_612,
  inWorkYearBefore: 182_546,
  target: 195_800,
  personTimes: 493_217,
  sent: 71_038,
  sentLifted: 51_024,
} as const;

/** The number a figure has now; of a share its denominator. */
async function numberOf(tx: Tx, id: string, day = DAY): Promise<number> {
  const definition = findFigure(id);
  if (!definition) throw new Error(`there is no figure ${id}`);
  const { value } = await answerFigure(tx, await openReading(tx, { area: REGION, day }), definition);
  return Number(value.split('/').at(-1) || 0);
}

type Registry = { households: number; people: number; lifted: number };

/** What is lacking; `share`: of the whole, for a small trial. */
async function quotasOf(tx: Tx, share: number): Promise<Quotas> {
  const own = await tx.first(sql<Registry>`
    select count(*)::int as households, coalesce(sum(member_count), 0)::int as people, count(*) filter (where kind = 'lifted')::int as lifted
    from households where valid_to is null and (kind = 'lifted' or (monitoring_category is not null and risk_cleared is not true))`);
  const lacking = (total: number, there: number | undefined) => Math.max(Math.round(total * share) - (there ?? 0), 0);
  return {
    households: lacking(TOTALS.households, own?.households),
    lifted: lacking(TOTALS.lifted, own?.lifted),
    people: lacking(TOTALS.people, own?.people),
    able: lacking(TOTALS.able, await numberOf(tx, 'industry.able_household_coverage')),
    dibao: lacking(TOTALS.dibao, await numberOf(tx, 'household.dibao.persons')),
    dibaoMonitored: lacking(TOTALS.dibaoMonitored, 0),
    inWork: lacking(TOTALS.inWork, await numberOf(tx, 'employment.persons')),
    inWorkMonthBefore: lacking(TOTALS.inWorkMonthBefore, await numberOf(tx, 'employment.persons', '2022-04-30')),
    inWorkYearBefore: lacking(TOTALS.inWorkYearBefore, await numberOf(tx, 'employment.persons', '2021-05-31')),
    target: Math.round(TOTALS.target * share),
    personTimes: lacking(TOTALS.personTimes, await numberOf(tx, 'project.covered_person_times')),
    outsiders:
      lacking(TOTALS.sent, await numberOf(tx, 'jingmeng.last_year.labour')) -
      lacking(TOTALS.sentLifted, await numberOf(tx, 'jingmeng.last_year.labour.lifted')),
    sentLifted: lacking(TOTALS.sentLifted, await numberOf(tx, 'jingmeng.last_year.labour.lifted')),
    besides: Math.round(3000 * share),
  };
}

/** Fills a region that has the registers of the demonstration; answers how many rows there are now. The same demonstration gives the same rows. */
export async function fillFullSize(db: Database, actor: Actor, share = 1): Promise<number> {
  const quotas = await db.bulkRead((tx) => quotasOf(tx, share));
  return db.bulk(actor, async (tx) => {
    await tx.run(focusHouseholds(quotas));
    await tx.script('analyze focus_households');
    await tx.run(sql`insert into feed_batches (dataset, department, file_name, sha256, byte_size, region_code, account_id, account_name, state, loaded_at)
      values ('dibao-roster', 'minzheng', 'roster.csv', '', 0, ${REGION}, 0, ${actor.name}, 'loaded', now())`);
    let rows = 0;
    for (const statement of [...REGISTRY, ...REGISTERS]) rows += await tx.run(statement(quotas));
    await tx.script('analyze');
    return { result: rows, audit: [] };
  });
}
