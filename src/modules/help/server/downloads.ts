// The lists of gaps and of visits as workbooks.

import { READERS } from '../../../kernel/operation.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { type FileColumn, listFile, ROWS_AT_ONCE } from '../../../platform/server/lists/list-file.ts';
import { shownNumber } from '../../households/domain/local-number.ts';
import { DANGER_NAMES, type Danger } from '../../process/domain/words.ts';
import { exportHead, rangeAsked } from '../../regions/server/index.ts';
import { GAP_NAMES } from '../domain/gaps.ts';
import { gapFilter, visitFilter } from '../domain/measures-contract.ts';
import { listGaps } from './help-query.ts';
import { listVisitsDue } from './visits.ts';

type Household = {
  householdNumber: string;
  headName: string;
  memberCount: number;
  countyName: string;
  townshipName: string;
  villageName: string;
  danger?: Danger;
  responsible: string;
};

function householdColumns<Row extends Household>(): FileColumn<Row>[] {
  return [
    { title: '户主', kind: 'text', width: 12, of: ({ headName }) => headName },
    { title: '户编号', kind: 'text', of: ({ householdNumber }) => shownNumber(householdNumber) },
    { title: '人口', kind: 'number', of: ({ memberCount }) => memberCount },
    { title: '旗县', kind: 'text', of: ({ countyName }) => countyName, aboveCounty: true },
    { title: '苏木乡镇', kind: 'text', of: ({ townshipName }) => townshipName },
    { title: '嘎查村', kind: 'text', of: ({ villageName }) => villageName },
    { title: '风险等级', kind: 'text', width: 10, of: ({ danger }) => (danger ? DANGER_NAMES[danger] : null) },
    { title: '帮扶责任人', kind: 'text', width: 12, of: ({ responsible }) => responsible },
  ];
}

type GapRow = Awaited<ReturnType<typeof listGaps>>['items'][number];
type VisitRow = Awaited<ReturnType<typeof listVisitsDue>>['items'][number];

const GAP_COLUMNS: FileColumn<GapRow>[] = [
  ...householdColumns<GapRow>(),
  {
    ...{ title: '缺口', kind: 'text', width: 24 },
    of: ({ gaps }) => [...new Set(gaps.map(({ kind }) => GAP_NAMES[kind]))].join('、'),
  },
  { title: '说明', kind: 'text', width: 48, of: ({ gaps }) => gaps.map(({ words }) => words).join('；') },
  { title: '措施项数', kind: 'number', of: ({ measureCount }) => measureCount },
  { title: '纳入日期', kind: 'date', of: ({ decidedOn }) => decidedOn ?? null },
];

const VISIT_COLUMNS: FileColumn<VisitRow>[] = [
  ...householdColumns<VisitRow>(),
  { title: '上次走访', kind: 'date', of: ({ visitedOn }) => visitedOn ?? null },
  { title: '最迟日期', kind: 'date', of: ({ dueOn }) => dueOn },
  { title: '剩余天数', kind: 'number', of: ({ daysLeft }) => daysLeft },
  { title: '走访频次（天）', kind: 'number', of: ({ everyDays }) => everyDays },
];

const exportGaps = rawRoute({
  meta: { name: 'help.export-gaps', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
  method: 'GET',
  path: '/help/gaps/export',
  input: gapFilter,
  answer: async ({ db, actor, services }, filter) => {
    return db.write(actor, undefined, async (tx) => {
      const asked = { range: await rangeAsked(tx, filter.area), today: dayOn(services.clock) };
      return listFile(tx, {
        ...{ operation: 'help.export-gaps', name: '措施缺口', columns: GAP_COLUMNS, filter, range: asked.range },
        head: await exportHead(tx, { what: '措施缺口', area: filter.area, day: dayOn(services.clock) }),
        page: (cursor) => listGaps(tx, asked, filter, { cursor, limit: ROWS_AT_ONCE }),
      });
    });
  },
});

const exportVisits = rawRoute({
  meta: { name: 'help.export-visits-due', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
  method: 'GET',
  path: '/help/visits-due/export',
  input: visitFilter,
  answer: async ({ db, actor, services }, filter) => {
    return db.write(actor, undefined, async (tx) => {
      const asked = { range: await rangeAsked(tx, filter.area), today: dayOn(services.clock) };
      return listFile(tx, {
        ...{
          operation: 'help.export-visits-due',
          name: '走访提醒',
          columns: VISIT_COLUMNS,
          filter,
          range: asked.range,
        },
        head: await exportHead(tx, { what: '走访提醒', area: filter.area, day: dayOn(services.clock) }),
        page: (cursor) => listVisitsDue(tx, asked, filter, { cursor, limit: ROWS_AT_ONCE }),
      });
    });
  },
});

export const helpDownloads: RawRoute[] = [exportGaps, exportVisits];
