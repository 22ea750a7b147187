// The lists of cases and of clues as workbooks. What a clue tells is free text: numbers of IDs and phones in it are masked.

import { hideNumbers } from '../../../../kernel/hide-numbers.ts';
import { READERS } from '../../../../kernel/operation.ts';
import { dayOn } from '../../../../platform/server/clock.ts';
import type { Services } from '../../../../platform/server/http/context.ts';
import { type RawRoute, rawRoute } from '../../../../platform/server/http/raw-route.ts';
import { type FileColumn, listFile, ROWS_AT_ONCE } from '../../../../platform/server/lists/list-file.ts';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { STATE_NAMES, type State, TURN_NAMES } from '../../../process/domain/steps.ts';
import { DANGER_NAMES } from '../../../process/domain/words.ts';
import { exportHead, rangeAsked } from '../../../regions/server/index.ts';
import { type CaseFilter, caseFilter } from '../../domain/case-filter.ts';
import { type ClueFilter, clueFilter } from '../../domain/contract.ts';
import { DESK_NAMES, STAGE_NAMES } from '../../domain/desks.ts';
import { CATEGORY_NAMES, CHANNEL_NAMES, CLUE_STATE_NAMES, RISK_NAMES } from '../../domain/words.ts';
import { listClues } from '../clues.ts';
import type { CasesHooks } from '../hooks.ts';
import { listCases } from './list-cases.ts';

type CaseRow = Awaited<ReturnType<typeof listCases>>['items'][number];
type ClueRow = Awaited<ReturnType<typeof listClues>>['items'][number];

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

const CLUE_COLUMNS: FileColumn<ClueRow>[] = [
  { title: '发现日期', kind: 'date', of: ({ receivedOn }) => receivedOn },
  { title: '户主', kind: 'text', width: 12, of: ({ personName }) => personName },
  { title: '线索内容', kind: 'text', width: 48, of: ({ text }) => hideNumbers(text) },
  { title: '旗县', kind: 'text', of: ({ countyName }) => countyName, aboveCounty: true },
  { title: '苏木乡镇', kind: 'text', of: ({ townshipName }) => townshipName },
  { title: '嘎查村', kind: 'text', of: ({ villageName }) => villageName },
  { title: '渠道', kind: 'text', of: ({ channel }) => CHANNEL_NAMES[channel] },
  { title: '状态', kind: 'text', width: 10, of: ({ state }) => CLUE_STATE_NAMES[state] },
  { title: '登记人', kind: 'text', width: 12, of: ({ accountName }) => accountName || '农户自主申报' },
  {
    ...{ title: '户编号', kind: 'text' },
    of: ({ householdNumber }) => (householdNumber === undefined ? null : shownNumber(householdNumber)),
  },
];

/** What was filtered, as the screen calls it. */
function caseWords({ desk, stage, turn, state, category, channel, figure, from, to }: CaseFilter): string[] {
  return [
    desk && DESK_NAMES[desk],
    stage && STAGE_NAMES[stage],
    turn && TURN_NAMES[turn],
    state && STATE_NAMES[state as State],
    category && CATEGORY_NAMES[category],
    channel && CHANNEL_NAMES[channel],
    figure && '指标明细',
    ...daysWords(from, to),
  ].filter((words) => words !== undefined);
}

function clueWords({ state, channel, figure, from, to }: ClueFilter): string[] {
  return [
    state && CLUE_STATE_NAMES[state],
    channel && CHANNEL_NAMES[channel],
    figure === 'handled' ? '已处理' : undefined,
    ...daysWords(from, to),
  ].filter((words) => words !== undefined);
}

/** A text that was searched for is said to have been one, not which. */
function headed(what: string, { clock }: Pick<Services, 'clock'>, { area, text }: Pick<CaseFilter, 'area' | 'text'>) {
  return { what, area, day: dayOn(clock), byText: text !== undefined };
}

function daysWords(from: string | undefined, to: string | undefined): string[] {
  return from || to ? [`${from ?? ''} 至 ${to ?? ''}`] : [];
}

const exportCases = ({ uncovered }: Pick<CasesHooks, 'uncovered'>) =>
  rawRoute({
    meta: { name: 'cases.export', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
    method: 'GET',
    path: '/cases/export',
    input: caseFilter,
    answer: async ({ db, actor, services }, filter) => {
      return db.write(actor, undefined, async (tx) => {
        const range = await rangeAsked(tx, filter.area);
        const asked = { range, today: dayOn(services.clock), role: actor.role, uncovered };
        return listFile({
          ...{ operation: 'cases.export', name: '监测对象', columns: CASE_COLUMNS, filter, range },
          head: await exportHead(tx, { ...headed('监测对象', services, filter), filter: caseWords(filter) }),
          page: (cursor) => listCases(tx, asked, filter, { cursor, limit: ROWS_AT_ONCE }),
        });
      });
    },
  });

const exportClues = rawRoute({
  meta: { name: 'cases.export-clues', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
  method: 'GET',
  path: '/clues/export',
  input: clueFilter,
  answer: async ({ db, actor, services }, filter) => {
    return db.write(actor, undefined, async (tx) => {
      const range = await rangeAsked(tx, filter.area);
      return listFile({
        ...{ operation: 'cases.export-clues', name: '线索', columns: CLUE_COLUMNS, filter, range },
        head: await exportHead(tx, { ...headed('线索', services, filter), filter: clueWords(filter) }),
        page: (cursor) => listClues(tx, services.keys, range, filter, { cursor, limit: ROWS_AT_ONCE }),
      });
    });
  },
});

export const listDownloads = (hooks: CasesHooks): RawRoute[] => [exportCases(hooks), exportClues];
