// Terms of teams: decisions on leave, coming back, a first secretary's successor, the month's confirmation, insurance, check-ups, training, grades, diaries.

import { type RawBuilder, sql } from 'kysely';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { stateSql } from '../../../platform/server/registers/moves/state-sql.ts';
import { teamLeaveRegister } from '../domain/registers/team-leave-register.ts';
import type { TeamSettingKey } from '../domain/settings.ts';
import { teamSettings } from './settings.ts';

const AROUND = 30;
const MOST_ROWS = 100_000;
const LEAVE = stateSql(teamLeaveRegister as unknown as RegisterDefinition);

const days = (key: TeamSettingKey, on: string) =>
  sql.raw(`(${teamSettings.inForceSql(key, { region: 't.place_code', on: `'${on}'::date` })})::int`);

/** Rows `t` of a table with the day something is due, those around the day. */
const due = (
  given: Omit<Due, 'rows'>,
  rows: (on: string) => { from: RawBuilder<unknown>; dueOn: RawBuilder<unknown>; where: RawBuilder<unknown> },
): Due => ({
  ...given,
  rows: (tx, on) => {
    const { from, dueOn, where } = rows(on);
    return tx.rows(sql<DueRow>`select w.place_code, w.due_on::text as due_on from (select t.place_code, t.id, ${dueOn} as due_on from ${from} where ${where}) w
      where w.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int order by w.place_code, w.id limit ${MOST_ROWS}`);
  },
});

const IN_POST = (on: string) =>
  sql`not t.voided and t.appointed_on <= ${on}::date and (t.left_on is null or t.left_on > ${on}::date)`;
const yearEnd = (on: string) => sql`make_date(extract(year from ${on}::date)::int, 12, 31)`;

const leave = (key: string, holder: Due['holder'], what: string, state: string, dueOn: string): Due =>
  due({ key: `teams.${key}`, what, unit: '次', holder, path: `/registers/team-leaves?state=${state}` }, () => ({
    from: sql`team_leaves t`,
    dueOn: sql.raw(dueOn),
    where: sql.raw(`not t.voided and ${LEAVE} = '${state}'`),
  }));

export const teamsDues: readonly Due[] = [
  leave('leave', 'township', '驻村请假审批', 'asked', 't.from_on'),
  leave('leave-county', 'county', '驻村请假批准', 'reviewed', 't.from_on'),
  leave('return', 'village', '驻村销假', 'approved', 't.through_on'),
  due({ key: 'teams.successor', what: '补派第一书记', unit: '个嘎查村', holder: 'county', path: '/teams' }, (on) => ({
    from: sql`team_postings t`,
    dueOn: sql`t.left_on + ${days('gap.days', on)}`,
    where: sql`not t.voided and t.status = 'first-secretary' and t.left_on <= ${on}::date and not exists (select from team_postings p
      where p.village_code = t.village_code and p.status = 'first-secretary' and not p.voided and p.appointed_on >= t.appointed_on
        and (p.left_on is null or p.left_on > t.left_on))`,
  })),
  due(
    { key: 'teams.confirm', what: '驻村考勤确认', unit: '个嘎查村', holder: 'township', path: '/teams/sheet' },
    (on) => ({
      from: sql`(select p.place_code, min(p.id) as id, m.month from team_postings p
      join (select (date_trunc('month', ${on}::date) - interval '1 month')::date as month) m on p.appointed_on < m.month + interval '1 month'
        and (p.left_on is null or p.left_on > m.month)
      where not p.voided group by 1, 3) t`,
      dueOn: sql`(t.month + interval '1 month')::date - 1 + ${days('confirm.days', on)}`,
      // A place that keeps no attendance by this program is not reminded of it.
      where: sql`exists (select from team_punches p where p.village_code = t.place_code and p.day between t.month and t.month + 31)
      and not exists (select from team_months c where c.village_code = t.place_code and c.month = t.month and not c.voided)`,
    }),
  ),
  ...(['insurance', 'checkup'] as const).map((kind) =>
    due(
      {
        ...{ key: `teams.first-${kind}`, what: kind === 'insurance' ? '驻村干部意外保险' : '驻村干部体检', unit: '人' },
        ...{ holder: 'county', path: '/registers/team-care' },
      },
      (on) => ({
        from: sql`team_postings t`,
        dueOn: sql`t.appointed_on + ${days('care.days', on)}`,
        where: sql`${IN_POST(on)} and not exists (select from team_care k where k.cadre_number = t.cadre_number and k.care_kind = ${kind} and not k.voided)`,
      }),
    ),
  ),
  due(
    {
      key: 'teams.training',
      what: '驻村干部年度培训',
      unit: '人',
      holder: 'county',
      path: '/registers/team-trainings',
    },
    (on) => ({
      from: sql`team_postings t`,
      dueOn: yearEnd(on),
      where: sql`${IN_POST(on)} and not exists (select from team_trainings k where k.cadre_number = t.cadre_number and not k.voided
        and k.held_on >= date_trunc('year', ${on}::date))`,
    }),
  ),
  due(
    { key: 'teams.assessment', what: '驻村干部年度考核', unit: '人', holder: 'county', path: '/teams/assessment' },
    (on) => ({
      from: sql`team_postings t`,
      dueOn: yearEnd(on),
      where: sql`${IN_POST(on)} and not exists (select from team_grades k where k.cadre_number = t.cadre_number and not k.voided
        and k.year = extract(year from ${on}::date)::int)`,
    }),
  ),
  due(
    { key: 'teams.diary', what: '驻村日志', unit: '人', holder: 'village', path: '/registers/team-diaries' },
    (on) => ({
      from: sql`(select p.village_code as place_code, min(p.id) as id, p.cadre_number, p.day from team_punches p
        where p.day between ${on}::date - ${AROUND}::int and ${on}::date group by 1, 3, 4) t`,
      dueOn: sql`t.day + ${days('diary.late', on)}`,
      where: sql`not exists (select from team_diaries k where k.cadre_number = t.cadre_number and k.diary_day = t.day and not k.voided)`,
    }),
  ),
  due(
    { key: 'teams.insurance', what: '驻村干部保险到期', unit: '人', holder: 'county', path: '/registers/team-care' },
    (on) => ({
      from: sql`team_care t`,
      dueOn: sql`t.through_on`,
      where: sql`not t.voided and t.care_kind = 'insurance' and exists (select from team_postings p where p.cadre_number = t.cadre_number and not p.voided
      and (p.left_on is null or p.left_on > ${on}::date)) and not exists (select from team_care k where k.cadre_number = t.cadre_number
      and k.care_kind = 'insurance' and not k.voided and k.through_on > t.through_on)`,
    }),
  ),
];
