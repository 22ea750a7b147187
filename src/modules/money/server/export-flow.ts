// 衔接资金分配下达支出进度表: the way of the money as a workbook, columns as the monitor of direct funds has them.

import { READERS } from '../../../kernel/operation.ts';
import { parseDate } from '../../../kernel/plain-date.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { rawRoute } from '../../../platform/server/http/raw-route.ts';
import { type SheetCell, type SheetColumn, writeXlsx } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { FUND_KINDS, SOURCE_LEVELS } from '../../funds/domain/fund-words.ts';
import { exportHead } from '../../regions/server/index.ts';
import { flowInput } from '../domain/shapes.ts';
import { flowOf } from './handlers.ts';

type Flow = Awaited<ReturnType<typeof flowOf>>;
type Row = Flow['total'];

const money = (title: string): SheetColumn => ({ title: `${title}（万元）`, kind: 'number', width: 16 });

const COLUMNS: SheetColumn[] = [
  { title: '地区', kind: 'text' },
  money('本级安排'),
  money('本级收到'),
  money('待下达'),
  money('已下达到旗县'),
  money('已分配到项目'),
  money('待分配'),
  money('已支付'),
  money('未支付'),
  { title: '支出进度（%）', kind: 'number', width: 14 },
  { title: '项目（个）', kind: 'number', width: 12 },
  { title: '已开工（个）', kind: 'number', width: 12 },
];

const FEN_PER_WAN = 1_000_000;

function cells(row: Row): SheetCell[] {
  const fens = [row.arrangedFen, row.receivedFen, row.waitingFen, row.toCountyFen, row.allocatedFen];
  const more = [row.unallocatedFen, row.paidFen, row.unpaidFen];
  const share = row.paidShare === undefined ? null : Math.floor(row.paidShare / 10) / 10;
  return [row.name, ...[...fens, ...more].map((fen) => fen / FEN_PER_WAN), share, row.projects, row.startedProjects];
}

export const exportFlow = rawRoute({
  meta: { name: 'money.export-flow', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
  method: 'GET',
  path: '/money/flow/export',
  input: flowInput,
  answer: async ({ db, actor, services }, input) =>
    db.write(actor, undefined, async (tx) => {
      const flow = await flowOf(tx, services.clock, input);
      const { heading, fileName } = await exportHead(tx, {
        ...{ what: `${FUND_KINDS[input.kind]}分配下达支出进度表`, area: input.area, day: parseDate(flow.asOf) },
        filter: [`${flow.year} 年度`, ...(input.source ? [`${SOURCE_LEVELS[input.source]}资金`] : [])],
      });
      const rows = [...flow.rows, { ...flow.total, name: '合计' }];
      const bytes = await writeXlsx({
        sheets: [{ name: '资金进度', heading, header: COLUMNS, rows: rows.map(cells) }],
      });
      const audit = {
        ...{ operation: 'money.export-flow', subjectKind: 'list', subjectId: `${input.kind} ${flow.year}` },
        ...{ regionCode: Math.max(input.area ?? 0, actor.areaCode), after: { rows: flow.rows.length } },
      };
      return { result: { headers: downloadHeaders(fileName, 'xlsx'), body: Buffer.from(bytes) }, audit };
    }),
});
