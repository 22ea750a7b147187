// What departments' rosters say of the jobs of a month: proposed, and written only for those that somebody accepts. Of 人社 the newest
// change of a person counts, on one day a loss before 在岗; a job confirmed since then knows better.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { MoveTools } from '../../../platform/server/registers/moves/move-rows.ts';
import { areaAsked, isAtMost, namesOf } from '../../regions/server/index.ts';
import type { FoundEntry } from '../domain/contract.ts';
import { confirmJobs, keyText } from './confirm.ts';
import { monthAsked } from './read-jobs.ts';
import { employmentSettings } from './settings.ts';

type Proposal = {
  countyCode: number;
  id: number;
  name: string;
  placeCode: number;
  employer: string | null;
  startedOn: string;
  lastOn: string | null;
  proposes: 'working' | 'left' | 'check';
  /** 就业变动: 0 在岗, 1 失业, 2 返乡. */
  status: number | null;
  on: string | null;
};
type Asked = { area?: number | undefined; month?: string | undefined };

const STATUS_WORDS = ['在岗', '失业', '返乡'];
const SHOWN = 200;
/** More than any county has in a month: all of them are counted. */
const MOST = 20_000;

/** Throws `employment.needs-county` above a county. */
async function proposalsOf(tx: Tx, asked: Asked, today: PlainDate): Promise<{ month: string; rows: Proposal[] }> {
  const area = await areaAsked(tx, asked.area);
  if (!isAtMost(area, 'county')) throw new Problem('employment.needs-county');
  const { month, next, last } = monthAsked(asked.month, today);
  const stale = (await employmentSettings.inForce(tx, last))(area.low)('confirm.stale');
  const rows = await tx.rows(sql<Proposal>`
    with open as materialized (
      select t.county_code, t.id, t.place_code, t.name, t.employer, t.started_on, t.socially_insured, t.person_id,
        (select max(o.confirmed_on) from employment_confirmations o where o.spell_number = t.number and not o.voided
          and o.work_state in ('working', 'waiting')) as last_on
      from employment_spells t
      where not t.voided and t.place_code between ${area.low} and ${area.high} and t.person_id is not null
        and t.started_on < ${next}::date and t.left_on is null
        and not exists (select from employment_confirmations c where c.spell_number = t.number and c.month = ${month}::date
          and not c.voided and c.work_state <> 'unreached')),
    said as (
      select t.*, p.name as person, e.status, e.changed_on,
        t.socially_insured and exists (select from feed_medical_insurance m where m.household_id = p.household_id and m.county_code = p.county_code
          and m.person_id = p.id and m.year = extract(year from ${month}::date)) as is_resident
      from open t join persons p on p.id = t.person_id and p.valid_to is null
        left join lateral (
          select e.status, e.changed_on from feed_employment_change e
          where e.household_id = p.household_id and e.county_code = p.county_code and e.person_id = p.id
            and e.changed_on <= least(${last}::date, ${formatDate(today)}::date) order by e.changed_on desc, (e.status > 0) desc limit 1) e on true),
    proposed as (
      select *, case
        when status = 0 and changed_on >= ${month}::date - ${stale}::int and changed_on >= started_on then 'working'
        when status > 0 and changed_on >= started_on and changed_on > coalesce(last_on, '-infinity') then 'left'
        when is_resident then 'check' end as proposes
      from said)
    select county_code, id, coalesce(person, name) as name, place_code, employer, started_on::text, last_on::text, proposes, status,
      case when proposes <> 'check' then changed_on::text end as "on"
    from proposed where proposes is not null
    order by array_position(array['left', 'working', 'check'], proposes), place_code, id limit ${MOST}`);
  return { month, rows };
}

function wordsOf({ proposes, status, on }: Proposal): string {
  if (proposes === 'check') return '登记为参加社会保险，却在当年居民医保名册中';
  return `人社就业变动：${on} ${STATUS_WORDS[status ?? 0]}`;
}

export async function readRoster(tx: Tx, asked: Asked, today: PlainDate) {
  const { month, rows } = await proposalsOf(tx, asked, today);
  const shown = rows.slice(0, SHOWN);
  const names = await namesOf(tx, [...new Set(shown.map(({ placeCode }) => placeCode))]);
  const n = (proposes: Proposal['proposes']) => rows.filter((row) => row.proposes === proposes).length;
  return {
    ...{ month, counts: { working: n('working'), left: n('left'), check: n('check') } },
    rows: shown.map((row) => {
      const { placeCode, status: _status, ...told } = withoutNulls(row);
      return { ...told, regionName: names.get(placeCode) ?? '', words: wordsOf(row) };
    }),
  };
}

function entryOf({ countyCode, id, proposes, on }: Proposal): FoundEntry {
  if (proposes === 'working') return { countyCode, id, found: 'working' };
  return { countyCode, id, found: 'left', leftOn: on ?? '', leavingReason: 'other' };
}

/** Writes what the rosters propose of these jobs now; what they no longer say is refused, row by row. */
export async function acceptRoster(
  tx: Tx,
  tools: MoveTools,
  asked: { month: string; entries: readonly { countyCode: number; id: number }[] },
  today: PlainDate,
) {
  const wanted = new Set(asked.entries.map(keyText));
  const counties = [...new Set(asked.entries.map(({ countyCode }) => countyCode))];
  const found: Proposal[] = [];
  for (const county of counties) {
    const { rows } = await proposalsOf(tx, { area: areaWithin(tx, county), month: asked.month }, today);
    found.push(...rows.filter((row) => row.proposes !== 'check' && wanted.has(keyText(row))));
  }
  const known = new Set(found.map(keyText));
  const refused = asked.entries
    .filter((entry) => !known.has(keyText(entry)))
    .map(({ countyCode, id }) => ({ countyCode, id, reason: '名册现在不这样说，或者已经确认' }));
  if (found.length === 0) throw new Problem('employment.not-confirmed', { reason: refused[0]?.reason ?? '' });
  const sources = new Map(
    found.map((row) => [
      keyText(row),
      { remark: wordsOf(row), workState: row.status === 1 ? ('jobless' as const) : undefined },
    ]),
  );
  const { last } = monthAsked(asked.month, today);
  const done = await confirmJobs(tx, tools, { month: asked.month, entries: found.map(entryOf), sources }, last, today);
  return { ...done, refused: [...refused, ...done.refused] };
}

/** The county, or the actor’s own area where that is a part of it. */
function areaWithin({ actor: { areaCode } }: Tx, county: number): number {
  return Math.floor(areaCode / 1_000_000) === county ? areaCode : county * 1_000_000;
}
