// The list for the national system as a workbook, to be worked through beside it.

import { READERS } from '../../../kernel/operation.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { rawRoute } from '../../../platform/server/http/raw-route.ts';
import { type FileColumn, listFile, ROWS_AT_ONCE } from '../../../platform/server/lists/list-file.ts';
import { exportHead, rangeAsked } from '../../regions/server/index.ts';
import { nationalFilter } from '../domain/changes-contract.ts';
import { NATIONAL_FIELD_NAMES } from '../domain/national-changes.ts';
import { listNationalChanges } from './national-changes.ts';

type Row = Awaited<ReturnType<typeof listNationalChanges>>['items'][number];

const COLUMNS: FileColumn<Row>[] = [
  { title: '苏木乡镇', kind: 'text', of: ({ townshipName }) => townshipName },
  { title: '嘎查村', kind: 'text', of: ({ villageName }) => villageName },
  { title: '户编号', kind: 'text', of: ({ householdNumber }) => householdNumber },
  { title: '户主', kind: 'text', width: 12, of: ({ headName }) => headName },
  { title: '字段', kind: 'text', width: 16, of: ({ field }) => NATIONAL_FIELD_NAMES[field] },
  { title: '原值', kind: 'text', of: ({ oldValue }) => oldValue },
  { title: '应改为', kind: 'text', of: ({ newValue }) => newValue },
  { title: '产生日期', kind: 'date', of: ({ arisesOn }) => arisesOn },
  { title: '回写日期', kind: 'date', of: ({ doneOn }) => doneOn ?? null },
  { title: '回写人', kind: 'text', width: 16, of: ({ doneBy }) => doneBy },
  { title: '备注', kind: 'text', width: 24, of: ({ note }) => note },
];

export const exportNational = rawRoute({
  meta: { name: 'national.export', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
  method: 'GET',
  path: '/national/export',
  input: nationalFilter,
  answer: async ({ db, actor, services }, filter) =>
    db.write(actor, undefined, async (tx) => {
      const range = await rangeAsked(tx, filter.area);
      return listFile(tx, {
        ...{ operation: 'national.export', name: '国家系统回写清单', columns: COLUMNS, filter, range },
        head: await exportHead(tx, {
          ...{ what: '国家系统回写清单', area: filter.area, day: dayOn(services.clock) },
          filter: filter.field ? [NATIONAL_FIELD_NAMES[filter.field]] : [],
        }),
        page: (cursor) => listNationalChanges(tx, range, filter, { cursor, limit: ROWS_AT_ONCE }),
      });
    }),
});
