// The list of cases as a workbook.

import { READERS } from '../../../kernel/operation.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { rawRoute } from '../../../platform/server/http/raw-route.ts';
import { type FileColumn, listFile, ROWS_AT_ONCE } from '../../../platform/server/lists/list-file.ts';
import { CATEGORY_NAMES, RISK_NAMES } from '../../cases/domain/words.ts';
import { CHANNEL_NAMES } from '../../clues/domain/words.ts';
import { shownNumber } from '../../households/domain/local-number.ts';
import { STATE_NAMES, type State, TURN_NAMES } from '../../process/domain/steps.ts';
import { DANGER_NAMES } from '../../process/domain/words.ts';
import { exportHead, listHead, rangeAsked } from '../../regions/server/index.ts';
import { type CaseFilter, caseFilter } from '../domain/case-filter.ts';
import { DESK_NAMES, STAGE_NAMES } from '../domain/desks.ts';
import type { CaseloadHooks } from './hooks.ts';
import { listCases } from './list-cases.ts';

type CaseRow = Awaited<ReturnType<typeof listCases>>['items'][number];

/** Words and order of the columns on screen (web/parts/case-columns.tsx), with the days that are left as a number. */
const CASE_COLUMNS: FileColumn<CaseRow>[] = [
  { title: '户主', kind: 'text', width: 12, of: ({ headName }) => headName },
  { title: '旗县', kind: 'text', of: ({ countyName }) => countyName, aboveCounty: true },
  { title: '苏木乡镇', kind: 'text', of: ({ townshipName }) => townshipName },
  { title: '嘎查村', kind: 'text', of: ({ villageName }) => villageName },
  { title: '环节', kind: 'text', width: 14, of: ({ state }) => STATE_NAMES[state] },
  { title: '期限', kind: 'date', of: ({ dueOn }) => dueOn ?? null },
  { title: '剩余天数', kind: 'number', of: ({ clock }) => clock?.daysLeft ?? null },
  { title: '办理层级', kind: 'text', width: 10, of: ({ turn }) => (turn ? TURN_NAMES[turn] : null) },
  { title: '类别', kind: 'text', of: ({ category }) => (category ? CATEGORY_NAMES[category] : null) },
  { title: '责任人', kind: 'text', width: 12, of: ({ responsible }) => responsible },
  { title: '标记', kind: 'text', of: marksOf },
  { title: '户编号', kind: 'text', of: ({ householdNumber }) => shownNumber(householdNumber) },
  { title: '人口', kind: 'number', of: ({ memberCount }) => memberCount },
  { title: '风险类型', kind: 'text', width: 24, of: ({ risks }) => risks.map((risk) => RISK_NAMES[risk]).join('、') },
  { title: '风险等级', kind: 'text', width: 10, of: ({ danger }) => (danger ? DANGER_NAMES[danger] : null) },
  { title: '渠道', kind: 'text', of: ({ channel }) => CHANNEL_NAMES[channel] },
  { title: '立案日期', kind: 'date', of: ({ openedOn }) => openedOn },
  { title: '消除日期', kind: 'date', of: ({ clearedOn }) => clearedOn ?? null },
];

function marksOf({ emergency, paused }: CaseRow): string {
  return [...(emergency ? ['绿色通道'] : []), ...(paused ? ['暂停计时'] : [])].join('、');
}

/** What was filtered, as the screen calls it. */
function caseWords({ desk, stage, turn, state, category, channel, figure }: CaseFilter): string[] {
  return [
    desk && DESK_NAMES[desk],
    stage && STAGE_NAMES[stage],
    turn && TURN_NAMES[turn],
    state && STATE_NAMES[state as State],
    category && CATEGORY_NAMES[category],
    channel && CHANNEL_NAMES[channel],
    figure && '指标明细',
  ].filter((words) => words !== undefined);
}

/** The list of cases as a workbook. */
export const exportCases = ({ uncovered }: CaseloadHooks) =>
  rawRoute({
    meta: { name: 'caseload.export', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
    method: 'GET',
    path: '/cases/export',
    input: caseFilter,
    answer: async ({ db, actor, services }, filter) => {
      return db.write(actor, undefined, async (tx) => {
        const range = await rangeAsked(tx, filter.area);
        const asked = { range, today: dayOn(services.clock), role: actor.role, uncovered };
        return listFile(tx, {
          ...{ operation: 'caseload.export', name: '监测对象', columns: CASE_COLUMNS, filter, range },
          head: await exportHead(tx, listHead('监测对象', dayOn(services.clock), filter, caseWords(filter))),
          page: (cursor) => listCases(tx, asked, filter, { cursor, limit: ROWS_AT_ONCE }),
        });
      });
    },
  });
