// The lists of gaps and of visits as workbooks: exactly what is filtered.

import { READERS } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { type SheetCell, type SheetColumn, writeXlsx } from '../../../platform/server/tables/xlsx-write.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { GAP_NAMES } from '../domain/gaps.ts';
import { gapFilter, visitFilter } from '../domain/measures-contract.ts';
import { DANGER_NAMES, type Danger } from '../domain/words.ts';
import { listGaps } from './help-query.ts';
import { listVisitsDue } from './visits.ts';

const MOST_ROWS = 50_000;
const ROWS_AT_ONCE = 2_000;

const HOUSEHOLD: SheetColumn[] = [
  { title: '户编号', kind: 'text' },
  { title: '户主', kind: 'text', width: 12 },
  { title: '家庭人口', kind: 'number' },
  { title: '苏木乡镇', kind: 'text' },
  { title: '嘎查村', kind: 'text' },
  { title: '危险程度', kind: 'text', width: 10 },
  { title: '帮扶责任人', kind: 'text', width: 12 },
];

type Household = {
  householdNumber: string;
  headName: string;
  memberCount: number;
  townshipName: string;
  villageName: string;
  danger?: Danger;
  responsible: string;
};

function householdCells(row: Household): SheetCell[] {
  return [
    row.householdNumber,
    row.headName,
    row.memberCount,
    row.townshipName,
    row.villageName,
    row.danger ? DANGER_NAMES[row.danger] : null,
    row.responsible,
  ];
}

type Page<Row> = { items: Row[]; next?: string };

/** All pages of a list as rows of a sheet. */
async function* sheetRows<Row extends Household>(
  page: (cursor: string | undefined) => Promise<Page<Row>>,
  own: (row: Row) => SheetCell[],
  count: { rows: number },
): AsyncGenerator<SheetCell[]> {
  let cursor: string | undefined;
  do {
    const { items, next } = await page(cursor);
    count.rows += items.length;
    if (count.rows > MOST_ROWS) throw new Problem('monitoring.too-many-gaps', { limit: MOST_ROWS });
    for (const row of items) yield [...householdCells(row), ...own(row)];
    cursor = next;
  } while (cursor);
}

type Sheet<Row> = {
  name: string;
  columns: SheetColumn[];
  page: (cursor: string | undefined) => Promise<Page<Row>>;
  own: (row: Row) => SheetCell[];
};

async function workbookOf<Row extends Household>(sheet: Sheet<Row>) {
  const count = { rows: 0 };
  const rows = sheetRows(sheet.page, sheet.own, count);
  const bytes = await writeXlsx({ sheets: [{ name: sheet.name, header: [...HOUSEHOLD, ...sheet.columns], rows }] });
  return { workbook: Buffer.from(bytes), rows: count.rows };
}

/** An export changes nothing, but it is recorded who took how many rows of which filter. */
function outcome(operation: string, filter: { area?: number | undefined }, made: { workbook: Buffer; rows: number }) {
  const region = filter.area ? { regionCode: filter.area } : {};
  const audit = { operation, subjectKind: 'list', subjectId: operation, ...region, after: { rows: made.rows, filter } };
  return { result: made.workbook, audit };
}

const exportGaps = rawRoute({
  meta: { name: 'monitoring.export-gaps', roles: READERS, writes: false, offline: false },
  method: 'GET',
  path: '/monitoring/gaps/export',
  input: gapFilter,
  answer: async ({ db, actor, services }, filter) => {
    const work = async (tx: Tx) => {
      const asked = { range: await rangeAsked(tx, filter.area), today: dayOn(services.clock) };
      const made = await workbookOf({
        name: '措施缺口',
        columns: [
          { title: '缺口', kind: 'text', width: 24 },
          { title: '说明', kind: 'text', width: 48 },
          { title: '措施项数', kind: 'number' },
          { title: '纳入日期', kind: 'date' },
        ],
        page: (cursor) => listGaps(tx, asked, filter, { cursor, limit: ROWS_AT_ONCE }),
        own: ({ gaps, measureCount, decidedOn }) => [
          [...new Set(gaps.map(({ kind }) => GAP_NAMES[kind]))].join('、'),
          gaps.map(({ words }) => words).join(';'),
          measureCount,
          decidedOn ?? null,
        ],
      });
      return outcome('monitoring.export-gaps', filter, made);
    };
    return { headers: downloadHeaders('措施缺口.xlsx', 'xlsx'), body: await db.write(actor, undefined, work) };
  },
});

const exportVisits = rawRoute({
  meta: { name: 'monitoring.export-visits-due', roles: READERS, writes: false, offline: false },
  method: 'GET',
  path: '/monitoring/visits-due/export',
  input: visitFilter,
  answer: async ({ db, actor, services }, filter) => {
    const work = async (tx: Tx) => {
      const asked = { range: await rangeAsked(tx, filter.area), today: dayOn(services.clock) };
      const made = await workbookOf({
        name: '走访提醒',
        columns: [
          { title: '上次走访', kind: 'date' },
          { title: '最迟日期', kind: 'date' },
          { title: '剩余天数', kind: 'number' },
          { title: '走访频次(天)', kind: 'number' },
        ],
        page: (cursor) => listVisitsDue(tx, asked, filter, { cursor, limit: ROWS_AT_ONCE }),
        own: ({ visitedOn, dueOn, daysLeft, everyDays }) => [visitedOn ?? null, dueOn, daysLeft, everyDays],
      });
      return outcome('monitoring.export-visits-due', filter, made);
    };
    return { headers: downloadHeaders('走访提醒.xlsx', 'xlsx'), body: await db.write(actor, undefined, work) };
  },
});

export const helpDownloads: RawRoute[] = [exportGaps, exportVisits];
