// The list of households as a workbook; that it was taken is recorded.

import { operation } from '../../../kernel/operation.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { askReason } from '../../../platform/server/lists/ask-reason.ts';
import { type HandedOut, handedOut } from '../../../platform/server/lists/handed-out.ts';
import { type SheetCell, type SheetColumn, writeXlsx } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { exportHead, rangeAsked } from '../../regions/server/index.ts';
import { EXPORTERS, householdFilters } from '../domain/contract.ts';
import { shownNumber } from '../domain/local-number.ts';
import { HOUSEHOLD_KIND_NAMES, MONITORING_CATEGORY_NAMES } from '../domain/registry-columns.ts';
import { everyHousehold, type Filters, type HouseholdRow } from './list.ts';

/** Above this a file is no longer something to work with in Excel; a county has fewer. */
const MOST_EXPORTED = 80_000;

/** In the words and order of the list on screen. */
const COLUMNS: (SheetColumn & { of: (row: HouseholdRow) => SheetCell; aboveCounty?: boolean })[] = [
  { title: '户编号', kind: 'text', of: (row) => shownNumber(row.number) },
  { title: '户主', kind: 'text', of: (row) => row.headName },
  { title: '旗县', kind: 'text', of: (row) => row.countyName, aboveCounty: true },
  { title: '苏木乡镇', kind: 'text', of: (row) => row.townshipName },
  { title: '嘎查村', kind: 'text', of: (row) => row.villageName },
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
    title: '人均纯收入（元）',
    kind: 'money',
    of: ({ netPerCapitaFen }) => (netPerCapitaFen === undefined ? null : netPerCapitaFen / 100),
  },
  { title: '疑点', kind: 'number', of: (row) => row.openIssues },
];

type Exported = { body: Buffer; handed: HandedOut; fileName: string };

async function exportList(tx: Tx, keys: Keys, filters: Filters, day: PlainDate): Promise<Exported> {
  const { heading, fileName, isAboveCounty } = await exportHead(tx, {
    ...{ what: '农牧户', area: filters.area, day },
    filter: filterWords(filters),
  });
  const header = COLUMNS.filter(({ aboveCounty }) => !aboveCounty || isAboveCounty);
  const handed = handedOut();
  async function* rows() {
    for await (const part of everyHousehold(tx, keys, filters, MOST_EXPORTED)) {
      for (const { countyCode } of part) handed.add(countyCode);
      for (const row of part) yield header.map((column) => column.of(row));
    }
  }
  const body = Buffer.from(await writeXlsx({ sheets: [{ name: '农牧户', heading, header, rows: rows() }] }));
  await askReason(tx, handed.rows());
  return { body, handed, fileName };
}

const CATEGORY_WORDS = { ...MONITORING_CATEGORY_NAMES, any: '全部监测对象', none: '非监测对象' };

/** What was filtered, as the screen calls it; never the text. */
function filterWords({ kind, category, dibao, openIssue, text, ...range }: Filters): string[] {
  const yesNo = (what: string, is: boolean | undefined) => (is === undefined ? [] : [`${what}：${is ? '是' : '否'}`]);
  const limits: [string, number | undefined][] = [
    ['人口不少于', range.membersFrom],
    ['人口不多于', range.membersTo],
    ['人均纯收入不低于', range.incomeFrom],
    ['人均纯收入不高于', range.incomeTo],
  ];
  return [
    ...(kind ? [HOUSEHOLD_KIND_NAMES[kind]] : []),
    ...(category ? [CATEGORY_WORDS[category]] : []),
    ...yesNo('低保', dibao),
    ...yesNo('有未处理疑点', openIssue),
    ...limits.flatMap(([what, limit]) => (limit === undefined ? [] : [`${what} ${limit}`])),
    ...(text ? ['按文字查找'] : []),
  ];
}

const { meta: exportMeta } = operation({ name: 'households.export', roles: EXPORTERS, heavy: true, quota: 'export' })[
  '~orpc'
];
export const householdsDownloads: RawRoute[] = [
  rawRoute({
    meta: exportMeta,
    method: 'GET',
    path: '/households/export',
    input: householdFilters,
    answer: ({ db, actor, services }, filters) =>
      db.write(actor, undefined, async (tx) => {
        const { body, handed, fileName } = await exportList(tx, services.keys, filters, dayOn(services.clock));
        return {
          result: { headers: downloadHeaders(fileName, 'xlsx'), body },
          audit: handed.audits(
            { operation: exportMeta.name, subjectKind: 'list', subjectId: 'households', after: { filters } },
            await rangeAsked(tx, filters.area),
          ),
        };
      }),
  }),
];
