// What a project, or a county's library, should have done by now (registers §5, deadlines), and projects that look like one cut in pieces.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { DeadlineConcern } from '../domain/concerns.ts';
import type { SettingKey } from '../domain/settings.ts';
import { type MoneyAsked, spendingSql } from './issued.ts';

const MOST_LINES = 2000;
const FEN_PER_WAN = 1_000_000;

export type Waited = { subject: string; title: string; regionCode: number; amountFen: number; days: number };

/** Which day count each is held against. */
export const ALLOWED: Record<DeadlineConcern, SettingKey> = {
  'not-started': 'days.start',
  'not-accepted': 'days.accept',
  'not-settled': 'days.settle',
  'asset-missing': 'days.asset',
  'library-old': 'days.library',
  'library-idle': 'days.library-update',
};

/** Days since what the deadline counts from, whatever is allowed; longest first. `only`: of one deadline, which alone is read. */
export function readWaited(
  tx: Tx,
  asked: MoneyAsked,
  only?: DeadlineConcern,
): Promise<(Waited & { concern: DeadlineConcern })[]> {
  const on = sql`${asked.asOf}::date`;
  const line = (concern: string, since: string, open: string) => sql`
    select ${concern}::text as concern, number as subject, project_name as title, region_code,
      coalesce(planned_total_fen, 0)::bigint as amount_fen, (${on} - ${sql.raw(since)})::int as days
    from works where ${sql.raw(since)} <= ${on} and ${sql.raw(open)}`;
  return tx.rows(sql<Waited & { concern: DeadlineConcern }>`
    with ${spendingSql(asked)},
    given as (select project_number, min(allocated_on) as given_on from allocated where amount_fen > 0 group by 1),
    works as (
      select p.*, g.given_on,
        exists (select from assets s where s.source_project_number = p.number and not s.voided) as has_assets,
        p.plan_year = ${asked.year} or g.given_on is not null as is_of_year
      from projects p left join given g on g.project_number = p.number
      where not p.voided and p.place_code between ${asked.range.low} and ${asked.range.high}
        and (p.removed_on is null or p.removed_on > ${on}))
    select w.* from (
    ${line('not-started', 'given_on', 'coalesce(started_on, finished_on, accepted_on) is null')}
    union all ${line('not-accepted', 'finished_on', 'is_of_year and accepted_on is null')}
    union all ${line('not-settled', 'finished_on', 'is_of_year and final_account_on is null')}
    union all ${line('asset-missing', 'accepted_on', 'is_of_year and forms_asset and not has_assets')}
    union all ${line('library-old', 'entered_on', 'planned_on is null')}
    union all ${idleSql(asked)}) w
    where ${only ?? null}::text is null or w.concern = ${only ?? null}
    order by days desc, subject limit ${MOST_LINES}`);
}

/** From October on: counties that have a library and touched nothing of it since. */
function idleSql({ asOf }: MoneyAsked) {
  const october = `${asOf.slice(0, 4)}-10-01`;
  return sql`
    select 'library-idle', region_code::text, '项目库年度更新', region_code, 0::bigint, (${asOf}::date - ${october}::date)::int
    from works where ${asOf}::date >= ${october}::date group by region_code
    having bool_and(coalesce(entered_on < ${october}::date, true) and coalesce(planned_on < ${october}::date, true))
      and count(*) filter (where entered_on is not null) > 0`;
}

export type Split = { subject: string; title: string; regionCode: number; amountFen: number; pieces: number };

/** Words that tell pieces of one work apart. */
const PIECES = '[0-9０-９一二三四五六七八九十\\uFF08\\uFF09\\(\\)、第期标段批组区—-]';

/**
 * Projects of one plan, kind and implementer that differ by a numeral only, each below the amount from which a tender is asked and
 * together not: one work in pieces (registers §5, trap 1). `tender`: fen, by county.
 */
export async function readSplit(tx: Tx, asked: MoneyAsked, tender: (code: number) => number): Promise<Split[]> {
  const rows = await tx.rows(sql<Split & { largestFen: number }>`
    select min(p.number) as subject, min(p.project_name) as title, p.region_code, count(*)::int as pieces,
      sum(coalesce(p.contract_amount_fen, p.planned_total_fen))::bigint as amount_fen,
      max(coalesce(p.contract_amount_fen, p.planned_total_fen)) as largest_fen
    from projects p
    where not p.voided and p.removed_on is null and p.plan_year = ${asked.year} and p.implementer is not null
      and p.construction_nature is distinct from 'subsidy' and coalesce(p.contract_amount_fen, p.planned_total_fen) > 0
      and p.place_code between ${asked.range.low} and ${asked.range.high}
    group by p.region_code, p.project_kind, p.implementer, p.site_village_codes, regexp_replace(p.project_name, ${PIECES}, '', 'g')
    having count(*) > 1 order by amount_fen desc limit ${MOST_LINES}`);
  return rows.flatMap(({ largestFen, ...split }) => {
    const least = tender(split.regionCode) * FEN_PER_WAN;
    return largestFen < least && split.amountFen >= least ? [split] : [];
  });
}
