// The region at its full size (T1): all 394,000 households that were lifted or are monitored, and what the registers say of them, some
// three million rows beside those of the demonstration. What is counted comes to the published totals exactly: of each total that part is
// made which the demonstration lacks. Made by statements: through files it would take an hour.

import { sql } from 'kysely';
import { REGION_CODE } from '../../../kernel/region-code.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import { answerFigure, figureNamed, openReading } from '../../figures/server/index.ts';
import { FOCUS_DAY, TOTALS } from '../domain/totals.ts';
import { FOCUS_ROWS, focusHouseholds, type Quotas } from './focus-rows.ts';

export type Filling = {
  /** Of all totals this part, for a small trial. */
  share?: number;
  onStep?: (what: string) => void;
  /** Written in the same transaction. */
  finish?: (tx: Tx) => Promise<void>;
};

/** The number a figure has now; of a share its denominator. */
async function numberOf(tx: Tx, id: string, day: string = FOCUS_DAY): Promise<number> {
  const { value } = await answerFigure(tx, await openReading(tx, { area: REGION_CODE, day }), figureNamed(id));
  return Number(value.split('/').at(-1) || 0);
}

type Registry = { households: number; people: number; lifted: number };

/** What is lacking. */
async function quotasOf(tx: Tx, share: number): Promise<Quotas> {
  const own = await tx.first(sql<Registry>`
    select count(*)::int as households, coalesce(sum(member_count), 0)::int as people, count(*) filter (where kind = 'lifted')::int as lifted
    from households where valid_to is null and (kind = 'lifted' or (monitoring_category is not null and risk_cleared is not true))`);
  const lacking = (total: number, there: number | undefined) => Math.max(Math.round(total * share) - (there ?? 0), 0);
  const sentLifted = lacking(TOTALS.sentLifted, await numberOf(tx, 'jingmeng.last_year.labour.lifted'));
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
    outsiders: lacking(TOTALS.sent, await numberOf(tx, 'jingmeng.last_year.labour')) - sentLifted,
    sentLifted,
    besides: Math.round(TOTALS.besides * share),
  };
}

/** Fills a region that has the registers of the demonstration; answers how many rows were added. The same demonstration gives the same rows. */
export async function fillFocus(db: Database, actor: Actor, filling: Filling = {}): Promise<number> {
  const { share = 1, onStep = () => undefined, finish } = filling;
  onStep('数已有的数');
  const quotas = await db.bulkRead((tx) => quotasOf(tx, share));
  return db.bulk(actor, async (tx) => {
    onStep('分配到嘎查村');
    await tx.run(focusHouseholds(quotas));
    await tx.script('analyze focus_households');
    await tx.run(sql`insert into feed_batches (dataset, department, file_name, sha256, byte_size, region_code, account_id, account_name, state, loaded_at)
      values ('dibao-roster', 'minzheng', '全量演示', '', 0, ${REGION_CODE}::bigint, 0, ${actor.name}, 'loaded', now())`);
    let rows = 0;
    for (const { what, made } of FOCUS_ROWS) {
      onStep(what);
      rows += await tx.run(made(quotas));
    }
    onStep('整理统计信息');
    await tx.script('analyze');
    await finish?.(tx);
    return {
      result: rows,
      audit: { operation: 'shouwang.demo', subjectKind: 'demo', subjectId: 'focus', after: { rows } },
    };
  });
}
