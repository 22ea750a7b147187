// Terms of employment, for who has to act: the village confirms, visits and asks graduates; the county calls in what workshops report.

import { sql } from 'kysely';
import { formatDate, parseDate } from '../../../kernel/plain-date.ts';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import type { Need } from '../domain/needs/needs.ts';
import { needsSql } from './needs/read-needs.ts';
import { confirmBy, monthAsked } from './read-jobs.ts';
import { employmentSettings } from './settings.ts';

/** Longer than any level waits before or after the day. */
const AROUND = 30;
const MOST_ROWS = 100_000;

function due(need: Need, what: string, unit: string, holder: Due['holder']): Due {
  const rows: Due['rows'] = async (tx, on) => {
    const needs = await needsSql(tx, WHOLE_REGION, on, AROUND);
    return tx.rows(sql<DueRow>`
      select f.region_code as place_code, f.due_on::text as due_on from (${needs}) f
      where f.need = ${need} and f.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
      order by f.subject limit ${MOST_ROWS}`);
  };
  return { key: `employment.${need}`, what, unit, holder, path: `/employment/needs?need=${need}`, rows };
}

/** Villages with jobs that nobody has confirmed this month; the term is the month’s. */
const confirmDue: Due = {
  ...{
    key: 'employment.confirm',
    what: '务工月确认',
    unit: '个嘎查村',
    holder: 'village',
    path: '/employment/confirm',
  },
  rows: async (tx, on) => {
    const { month, next } = monthAsked(undefined, parseDate(on));
    const of = await employmentSettings.inForce(tx, formatDate(parseDate(on)));
    const villages = await tx.rows(sql<{ code: number }>`
      select t.place_code as code from employment_spells t
      where not t.voided and t.started_on < ${month}::date and t.left_on is null and not exists (
        select from employment_confirmations c where c.spell_number = t.number and c.month >= ${month}::date
          and c.month < ${next}::date and not c.voided)
      group by 1 order by 1 limit ${MOST_ROWS}`);
    return villages.map(({ code }) => ({ placeCode: code, dueOn: confirmBy(month, of(code)('confirm.by')) }));
  },
};

export const employmentDues: readonly Due[] = [
  confirmDue,
  due('lost', '离岗后走访', '人', 'village'),
  due('post-term', '公益岗位协议续签或退出', '人', 'village'),
  due('graduate', '雨露计划毕业生回访', '人', 'village'),
  due('wish', '推荐务工岗位', '人', 'village'),
  due('workshop-silent', '帮扶车间月报', '个', 'county'),
];
