// Files the slice hands out: the list as a workbook, and the refused rows of an import. Both are recorded.

import * as z from 'zod';
import { shortId } from '../../../kernel/input.ts';
import { OFFICERS, operation } from '../../../kernel/operation.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { type HandedOut, handedOut } from '../../../platform/server/lists/handed-out.ts';
import { type SheetCell, type SheetColumn, writeXlsx } from '../../../platform/server/tables/xlsx-write.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { EXPORTERS, householdFilters } from '../domain/contract.ts';
import { shownNumber } from '../domain/local-number.ts';
import { HOUSEHOLD_KIND_NAMES, MONITORING_CATEGORY_NAMES } from '../domain/registry-columns.ts';
import { everyHousehold, type Filters, type HouseholdRow } from './list.ts';
import { getDownloadBatch, refusedCsv, refusedWorkbook } from './refused-file.ts';

/** Above this a file is no longer something to work with in Excel; a county has fewer. */
const MOST_EXPORTED = 80_000;

const COLUMNS: (SheetColumn & { of: (row: HouseholdRow) => SheetCell })[] = [
  { title: '苏木乡镇', kind: 'text', of: (row) => row.townshipName },
  { title: '嘎查村', kind: 'text', of: (row) => row.villageName },
  { title: '户编号', kind: 'text', of: (row) => shownNumber(row.number) },
  { title: '户主', kind: 'text', of: (row) => row.headName },
  { title: '人口', kind: 'number', of: (row) => row.memberCount },
  { title: '户类型', kind: 'text', of: (row) => HOUSEHOLD_KIND_NAMES[row.kind] },
  {
    title: '监测对象类别',
    kind: 'text',
    of: (row) => (row.monitoringCategory ? MONITORING_CATEGORY_NAMES[row.monitoringCategory] : ''),
  },
  {
    title: '风险是否已消除',
    kind: 'text',
    of: ({ riskCleared }) => (riskCleared === undefined ? '' : riskCleared ? '是' : '否'),
  },
  { title: '低保', kind: 'text', of: (row) => (row.dibao ? '是' : '否') },
  { title: '收入年度', kind: 'number', of: (row) => row.incomeYear ?? null },
  {
    title: '人均纯收入(元)',
    kind: 'money',
    of: ({ netPerCapitaFen }) => (netPerCapitaFen === undefined ? null : netPerCapitaFen / 100),
  },
  { title: '未处理疑点', kind: 'number', of: (row) => row.openIssues },
];

async function exportList(tx: Tx, keys: Keys, filters: Filters): Promise<{ body: Buffer; handed: HandedOut }> {
  const handed = handedOut();
  async function* rows() {
    for await (const part of everyHousehold(tx, keys, filters, MOST_EXPORTED)) {
      for (const { countyCode } of part) handed.add(countyCode);
      for (const row of part) yield COLUMNS.map((column) => column.of(row));
    }
  }
  const body = Buffer.from(await writeXlsx({ sheets: [{ name: '农牧户', header: COLUMNS, rows: rows() }] }));
  return { body, handed };
}

const { meta: exportMeta } = operation({ name: 'households.export', roles: EXPORTERS, heavy: true, quota: 'export' })[
  '~orpc'
];
const { meta: refusedMeta } = operation({
  name: 'households.download-refused',
  roles: OFFICERS,
  heavy: true,
  quota: 'export',
})['~orpc'];

export const householdsDownloads: RawRoute[] = [
  rawRoute({
    meta: exportMeta,
    method: 'GET',
    path: '/households/export',
    input: householdFilters,
    answer: ({ db, actor, services }, filters) =>
      db.write(actor, undefined, async (tx) => {
        const { body, handed } = await exportList(tx, services.keys, filters);
        return {
          result: { headers: downloadHeaders('农牧户.xlsx', 'xlsx'), body },
          audit: handed.audits(
            { operation: exportMeta.name, subjectKind: 'list', subjectId: 'households', after: { filters } },
            await rangeAsked(tx, filters.area),
          ),
        };
      }),
  }),
  rawRoute({
    meta: refusedMeta,
    method: 'GET',
    path: '/households/imports/:id/refused',
    input: z.object({
      id: shortId,
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      table: z.enum(['households', 'members']).default('households'),
    }),
    answer: async ({ db, actor, services }, { id, format, table }) => {
      const batch = await db.write(actor, undefined, async (tx) => ({
        result: await getDownloadBatch(tx, id),
        audit: { operation: refusedMeta.name, subjectKind: 'import-batch', subjectId: id, after: { format } },
      }));
      if (format === 'csv')
        return {
          headers: downloadHeaders(`未收录行-${id}.csv`, 'csv'),
          body: await refusedCsv(db, services.keys, batch, table),
        };
      return {
        headers: downloadHeaders(`未收录行-${id}.xlsx`, 'xlsx'),
        body: await refusedWorkbook(db, services.keys, batch),
      };
    },
  }),
];
