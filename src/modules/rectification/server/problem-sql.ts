// The pieces of SQL that all answers about problems share, over a row `t` of problems.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { stateSql } from '../../../platform/server/registers/moves/state-sql.ts';
import { problemRegister } from '../domain/registers/problem-register.ts';
import type { RectificationSettingKey } from '../domain/settings.ts';
import { PROBLEM_SOURCES, type ProblemSource } from '../domain/sources.ts';
import { rectificationSettings } from './settings.ts';

export const problems = problemRegister as unknown as RegisterDefinition;
export const STATE = stateSql(problems);

/** What is in force where the problem lies, on the day that it is asked for. */
export const inForce = (key: RectificationSettingKey, on = 'today_there()') =>
  rectificationSettings.inForceSql(key, { region: 't.place_code', on });

/** Ranks as `rankOf` of the domain gives them: 1 county, 2 league, 3 region. */
export const PLACE_RANK = `case when t.place_code % 10000000000 = 0 then 3 when t.place_code % 100000000 = 0 then 2 else 1 end`;
export const ACTING_RANK = `case when area_high() - area_low() >= 9999999999 then 3 when area_high() - area_low() >= 99999999 then 2
  when area_high() - area_low() >= 999999 then 1 else 0 end`;

const SOURCES = Object.keys(PROBLEM_SOURCES) as ProblemSource[];

/** The level that received the problem and closes it; what a league or the region has itself, no level below closes. */
export const CLOSING_RANK = `greatest(${PLACE_RANK}, case t.problem_source ${SOURCES.map(
  (source) => `when '${source}' then ${inForce(`level.${source}`)}`,
).join(' ')} end)`;

/** As `approver` of the domain. */
export const APPROVING_RANK = `greatest(${PLACE_RANK}, least(2, ${CLOSING_RANK}))`;

/** The problem and those that are the same from another source: one fix, several closings. */
export const TOGETHER = `(select t.number union all
  select case when l.problem_number = t.number then l.other_number else l.problem_number end from problem_links l
  where l.kind = 'twin' and l.ended_at is null and t.number in (l.problem_number, l.other_number))`;

/** The newest move `m` of the problem that still holds and fits the condition. */
export function lastMove(what: string, condition = 'true'): string {
  return `(select ${what} from register_moves m where m.register = 'problems' and m.county_code = t.county_code
    and m.record_id = t.id and m.withdrawn_at is null and ${condition} order by m.id desc limit 1)`;
}

/** The level of the last check that passed since the problem was handed in: 0 where there was none. */
export const CHECKED_RANK = `coalesce((select case s.state when 'checked-county' then 1 when 'checked-league' then 2
  when 'checked-region' then 3 else 0 end from (select ${STATE} as state) s), 0)`;
