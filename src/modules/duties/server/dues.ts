// A required post that nobody holds for longer than the setting allows is told one level up; leading groups meet, and secretaries report, by the
// days that are set (registers §14).

import { sql } from 'kysely';
import { type RegionLevel, WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueLevel, DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import type { PolicySettingKey } from '../../policies/domain/settings.ts';
import { policySettings } from '../../policies/server/index.ts';
import { gapSql } from './gaps-sql.ts';
import { HELD } from './holders.ts';

const MOST_ROWS = 100_000;

const ABOVE: readonly (readonly [RegionLevel, DueLevel])[] = [
  ['village', 'township'],
  ['township', 'county'],
  ['county', 'league'],
];

/** A setting by the place `g.region_code`. */
const daysOf = (key: PolicySettingKey, on: string) =>
  sql.raw(`(${policySettings.inForceSql(key, { region: 'g.region_code', on: `date '${on}'` })})::int`);

const vacancies: readonly Due[] = ABOVE.map(([level, holder]) => ({
  ...{ key: `duties.vacant.${level}`, what: '责任岗位补缺', unit: '个', holder, path: '/duties/gaps' },
  // A post that was never filled is nobody's leaving: it is listed, and not told of every day.
  rows: (tx, on) =>
    tx.rows(sql<DueRow>`
      select g.region_code as place_code, (g.since + ${daysOf('post.vacant', on)})::text as due_on
      from (${gapSql('vacant-post', WHOLE_REGION, on)}) g join regions r on r.code = g.region_code and r.level = ${level}
      where g.since is not null limit ${MOST_ROWS}`),
}));

/** The level that acts for a region of each level. */
const OWN: readonly (readonly [RegionLevel, DueLevel])[] = [
  ['township', 'township'],
  ['county', 'county'],
  ['prefecture', 'league'],
];

const meetings: readonly Due[] = OWN.map(([level, holder]) => ({
  ...{ key: `duties.meeting.${level}`, what: '领导小组专题研究', unit: '个', holder, path: '/registers/duty-actions' },
  rows: (tx, on) =>
    tx.rows(sql<DueRow>`
      with g as (select m.region_code, min(m.joined_on) as since from leading_groups m join regions r on r.code = m.region_code and r.level = ${level}
        where not m.voided and m.joined_on <= ${on}::date and (m.left_on is null or m.left_on > ${on}::date) group by 1)
      select g.region_code as place_code, (greatest(g.since, (select max(a.done_on) from duty_actions a where a.region_code = g.region_code
        and not a.voided and a.action_kind = 'meeting' and a.done_on <= ${on}::date)) + ${daysOf('group.meets', on)})::text as due_on
      from g order by g.region_code limit ${MOST_ROWS}`),
}));

const reports: readonly Due[] = OWN.map(([level, holder]) => ({
  ...{ key: `duties.report.${level}`, what: '书记年度述职', unit: '名', holder, path: '/registers/duty-actions' },
  rows: (tx, on) => {
    const year = Number(on.slice(0, 4));
    return tx.rows(sql<DueRow>`
      select g.region_code as place_code, (make_date(${year}::int, 12, 31) - ${daysOf('post.reports', on)})::text as due_on
      from (select distinct t.region_code from duty_terms t join regions r on r.code = t.region_code and r.level = ${level}
        where ${HELD(on)} and t.post = 'secretary' and t.appointed_on < make_date(${year}::int, 10, 1)) g
      where not exists (select from duty_actions a where a.region_code = g.region_code and not a.voided and a.post = 'secretary'
        and a.action_kind = 'report' and a.done_on between make_date(${year}::int, 1, 1) and ${on}::date)
      order by g.region_code limit ${MOST_ROWS}`);
  },
}));

export const dutiesDues: readonly Due[] = [...vacancies, ...meetings, ...reports];
