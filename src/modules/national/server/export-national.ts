// The list for the national system as a workbook, to be worked through beside it.

import { READERS } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { rawRoute } from '../../../platform/server/http/raw-route.ts';
import { type SheetCell, type SheetColumn, writeXlsx } from '../../../platform/server/tables/xlsx-write.ts';
import { exportHead, rangeAsked } from '../../regions/server/index.ts';
import { nationalFilter } from '../domain/changes-contract.ts';
import { NATIONAL_FIELD_NAMES } from '../domain/national-changes.ts';
import '../domain/problems.ts';
import { listNationalChanges } from './national-changes.ts';

const MOST_ROWS = 100_000;
const ROWS_AT_ONCE = 2000;

const HEADER: SheetColumn[] = [
  { title: '苏木乡镇', kind: 'text' },
  { title: '嘎查村', kind: 'text' },
  { title: '户编号', kind: 'text' },
  { title: '户主', kind: 'text', width: 12 },
  { title: '字段', kind: 'text', width: 16 },
  { title: '原值', kind: 'text' },
  { title: '应改为', kind: 'text' },
  { title: '产生日期', kind: 'date' },
  { title: '回写日期', kind: 'date' },
  { title: '回写人', kind: 'text', width: 16 },
  { title: '备注', kind: 'text', width: 24 },
];

type Where = [Parameters<typeof listNationalChanges>[1], Parameters<typeof listNationalChanges>[2]];

async function* rowsOf(tx: Tx, [range, filter]: Where, count: { rows: number }): AsyncGenerator<SheetCell[]> {
  let cursor: string | undefined;
  do {
    const page = await listNationalChanges(tx, range, filter, { cursor, limit: ROWS_AT_ONCE });
    count.rows += page.items.length;
    if (count.rows > MOST_ROWS) throw new Problem('lists.too-many-to-export', { limit: MOST_ROWS });
    for (const row of page.items)
      yield [
        row.townshipName,
        row.villageName,
        row.householdNumber,
        row.headName,
        NATIONAL_FIELD_NAMES[row.field],
        row.oldValue,
        row.newValue,
        row.arisesOn,
        row.doneOn ?? null,
        row.doneBy,
        row.note,
      ];
    cursor = page.next;
  } while (cursor);
}

export const exportNational = rawRoute({
  meta: { name: 'national.export', roles: READERS, writes: false, offline: false },
  method: 'GET',
  path: '/national/export',
  input: nationalFilter,
  answer: async ({ db, actor, services }, filter) =>
    db.write(actor, undefined, async (tx) => {
      const count = { rows: 0 };
      const rows = rowsOf(tx, [await rangeAsked(tx, filter.area), filter], count);
      const { heading, fileName } = await exportHead(tx, {
        ...{ what: '国家系统回写清单', area: filter.area, day: dayOn(services.clock) },
        filter: filter.field ? [NATIONAL_FIELD_NAMES[filter.field]] : [],
      });
      const workbook = await writeXlsx({ sheets: [{ name: '国家系统回写清单', heading, header: HEADER, rows }] });
      const audit = {
        operation: 'national.export',
        subjectKind: 'list',
        subjectId: filter.state,
        regionCode: filter.area ?? actor.areaCode,
        after: { rows: count.rows, field: filter.field, state: filter.state },
      };
      return { result: { headers: downloadHeaders(fileName, 'xlsx'), body: Buffer.from(workbook) }, audit };
    }),
});
