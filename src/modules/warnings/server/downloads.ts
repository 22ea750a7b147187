// Files of this slice: the filtered list as a workbook, and the photos of a check.

import * as z from 'zod';
import { READERS } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { openPhoto } from '../../../platform/server/photos.ts';
import { type SheetCell, type SheetColumn, writeXlsx } from '../../../platform/server/tables/xlsx-write.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { warningFilter } from '../domain/contract.ts';
import { STATE_NAMES } from '../domain/lifecycle.ts';
import { LEVEL_NAMES } from '../domain/rules.ts';
import { warningKey } from '../domain/schemas.ts';
import '../domain/problems.ts';
import { getWarning } from './detail-query.ts';
import { cursorOf, type ItemRow, listWarnings } from './list-query.ts';
import { type NamedRule, ruleNamer } from './present.ts';
import { newestScreening } from './screening/screening-area.ts';

const MOST_ROWS = 100_000;
const ROWS_AT_ONCE = 2_000;

const HEADER: SheetColumn[] = [
  { title: '户编号', kind: 'text' },
  { title: '户主', kind: 'text', width: 12 },
  { title: '家庭人口', kind: 'number' },
  { title: '苏木乡镇', kind: 'text' },
  { title: '嘎查村', kind: 'text' },
  { title: '级别', kind: 'text', width: 8 },
  { title: '规则', kind: 'text', width: 30 },
  { title: '是否在监测', kind: 'text', width: 12 },
  { title: '状态', kind: 'text', width: 12 },
  { title: '筛查日', kind: 'date' },
  { title: '核实期限', kind: 'date' },
  { title: '核实人', kind: 'text', width: 12 },
  { title: '核实完成', kind: 'date' },
];

type Named = (codes: readonly string[]) => NamedRule[];

function cellsOf(row: ItemRow, named: Named): SheetCell[] {
  return [
    row.householdNumber,
    row.headName,
    row.memberCount,
    row.townshipName,
    row.villageName,
    LEVEL_NAMES[row.level],
    named(row.rules)
      .map(({ code, name }) => `${code} ${name}`)
      .join('、'),
    row.monitored ? '是' : '否',
    STATE_NAMES[row.state],
    row.asOf,
    row.dueOn,
    row.checkedBy ?? row.assigneeName,
    row.checkedAt?.slice(0, 10) ?? null,
  ];
}

type Where = Parameters<typeof listWarnings>[1];

async function* rowsOf(tx: Tx, where: Where, count: { rows: number }): AsyncGenerator<SheetCell[]> {
  const named = await ruleNamer(tx);
  let cursor: string | undefined;
  do {
    const rows = await listWarnings(tx, where, { cursor, limit: ROWS_AT_ONCE });
    const shown = rows.slice(0, ROWS_AT_ONCE);
    count.rows += shown.length;
    if (count.rows > MOST_ROWS) throw new Problem('warnings.too-many-to-export', { limit: MOST_ROWS });
    for (const row of shown) yield cellsOf(row, named);
    const last = shown.at(-1);
    cursor = rows.length > ROWS_AT_ONCE && last ? cursorOf(last) : undefined;
  } while (cursor);
}

const exportList = rawRoute({
  meta: { name: 'warnings.export', roles: READERS, writes: false, offline: false },
  method: 'GET',
  path: '/warnings/export',
  input: warningFilter,
  answer: async ({ db, actor }, filter) => {
    const body = await db.write(actor, undefined, async (tx) => {
      const range = await rangeAsked(tx, filter.area);
      const asOf = filter.asOf ?? (await newestScreening(tx, range));
      if (!asOf) throw new Problem('warnings.nothing-screened');
      const count = { rows: 0 };
      const rows = rowsOf(tx, { range, asOf, filter }, count);
      const workbook = await writeXlsx({ sheets: [{ name: '预警', header: HEADER, rows }] });
      const audit = {
        operation: 'warnings.export',
        subjectKind: 'screening',
        subjectId: asOf,
        ...(filter.area ? { regionCode: filter.area } : {}),
        after: { rows: count.rows, filter },
      };
      return { result: Buffer.from(workbook), audit };
    });
    return { headers: downloadHeaders('预警.xlsx', 'xlsx'), body };
  },
});

const photo = rawRoute({
  meta: { name: 'warnings.photo', roles: READERS, writes: false, offline: false },
  method: 'GET',
  path: '/warnings/:countyCode/:id/photos/:photoId',
  input: warningKey.extend({ photoId: z.uuid() }),
  answer: async ({ db, actor, services }, { photoId, ...key }) => {
    const { photos } = await db.read(actor, (tx) => getWarning(tx, key));
    const found = photos.find(({ id }) => id === photoId);
    if (!found) throw new Problem('photos.not-found');
    return {
      headers: { 'content-type': found.type, 'cache-control': 'private, no-store' },
      body: await openPhoto(services.dataFolder, key.countyCode, found),
    };
  },
});

export const warningsDownloads: RawRoute[] = [exportList, photo];
