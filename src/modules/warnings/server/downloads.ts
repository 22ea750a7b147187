// Files of this slice: the filtered list as a workbook, and the photos of a check.

import * as z from 'zod';
import { READERS } from '../../../kernel/operation.ts';
import { parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { askReason } from '../../../platform/server/lists/ask-reason.ts';
import { type HandedOut, handedOut } from '../../../platform/server/lists/handed-out.ts';
import { type SheetCell, type SheetColumn, writeXlsx } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { photoRoute } from '../../../platform/server/views/photo-route.ts';
import { exportHead, rangeAsked } from '../../regions/server/index.ts';
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

type Named = (codes: readonly string[]) => NamedRule[];
type Column = SheetColumn & { of: (row: ItemRow, named: Named) => SheetCell; aboveCounty?: boolean };

/** In the words and order of the list on screen. */
const COLUMNS: Column[] = [
  { title: '级别', kind: 'text', width: 8, of: ({ level }) => LEVEL_NAMES[level] },
  { title: '户主', kind: 'text', width: 12, of: ({ headName }) => headName },
  { title: '户编号', kind: 'text', of: ({ householdNumber }) => householdNumber },
  { title: '人口', kind: 'number', of: ({ memberCount }) => memberCount },
  { title: '旗县', kind: 'text', of: ({ countyName }) => countyName, aboveCounty: true },
  { title: '苏木乡镇', kind: 'text', of: ({ townshipName }) => townshipName },
  { title: '嘎查村', kind: 'text', of: ({ villageName }) => villageName },
  { title: '规则', kind: 'text', width: 30, of: ({ rules }, named) => rulesText(named(rules)) },
  { title: '在监测', kind: 'text', width: 12, of: ({ monitored }) => (monitored ? '是' : '否') },
  { title: '状态', kind: 'text', width: 12, of: ({ state }) => STATE_NAMES[state] },
  { title: '核实期限', kind: 'date', of: ({ dueOn }) => dueOn },
  { title: '核实人', kind: 'text', width: 12, of: ({ checkedBy, assigneeName }) => checkedBy ?? assigneeName },
  { title: '核实时间', kind: 'date', of: ({ checkedAt }) => checkedAt?.slice(0, 10) ?? null },
  { title: '筛查日', kind: 'date', of: ({ asOf }) => asOf },
];

function rulesText(rules: readonly NamedRule[]): string {
  return rules.map(({ code, name }) => `${code} ${name}`).join('、');
}

const DUE_WORDS = { overdue: '已逾期', today: '今日到期', week: '本周内到期' };
const ASSIGNEE_WORDS = { me: '指派给我', nobody: '未指派', somebody: '已指派' };

/** What was filtered, as the screen calls it. */
function filterWords({ level, rule, state, due, assignee, monitored }: Where['filter']): string[] {
  return [
    level && LEVEL_NAMES[level],
    rule,
    state && (state === 'checked' ? '已核实' : STATE_NAMES[state]),
    due && DUE_WORDS[due],
    assignee && ASSIGNEE_WORDS[assignee],
    monitored && (monitored === 'yes' ? '在监测' : '不在监测'),
  ].filter((words) => words !== undefined);
}

type Where = Parameters<typeof listWarnings>[1];

type Wanted = { where: Where; columns: readonly Column[]; handed: HandedOut };

async function* rowsOf(tx: Tx, { where, columns, handed }: Wanted): AsyncGenerator<SheetCell[]> {
  const named = await ruleNamer(tx);
  let cursor: string | undefined;
  do {
    const rows = await listWarnings(tx, where, { cursor, limit: ROWS_AT_ONCE });
    const shown = rows.slice(0, ROWS_AT_ONCE);
    for (const { countyCode } of shown) handed.add(countyCode);
    if (handed.rows() > MOST_ROWS) throw new Problem('warnings.too-many-to-export', { limit: MOST_ROWS });
    for (const row of shown) yield columns.map(({ of }) => of(row, named));
    const last = shown.at(-1);
    cursor = rows.length > ROWS_AT_ONCE && last ? cursorOf(last) : undefined;
  } while (cursor);
}

const exportList = rawRoute({
  meta: { name: 'warnings.export', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
  method: 'GET',
  path: '/warnings/export',
  input: warningFilter,
  answer: async ({ db, actor }, filter) => {
    return db.write(actor, undefined, async (tx) => {
      const range = await rangeAsked(tx, filter.area);
      const asOf = filter.asOf ?? (await newestScreening(tx, range));
      if (!asOf) throw new Problem('warnings.nothing-screened');
      const handed = handedOut();
      const head = await exportHead(tx, {
        ...{ what: '预警', area: filter.area, day: parseDate(asOf) },
        filter: filterWords(filter),
      });
      const columns = COLUMNS.filter(({ aboveCounty }) => !aboveCounty || head.isAboveCounty);
      const rows = rowsOf(tx, { where: { range, asOf, filter }, columns, handed });
      const workbook = await writeXlsx({ sheets: [{ name: '预警', heading: head.heading, header: columns, rows }] });
      await askReason(tx, handed.rows());
      const audit = {
        operation: 'warnings.export',
        subjectKind: 'screening',
        subjectId: asOf,
        after: { filter },
      };
      const result = { headers: downloadHeaders(head.fileName, 'xlsx'), body: Buffer.from(workbook) };
      return { result, audit: handed.audits(audit, range) };
    });
  },
});

const photo = photoRoute({
  meta: { name: 'warnings.photo', roles: READERS },
  path: '/warnings/:countyCode/:id/photos/:photoId',
  input: warningKey.extend({ photoId: z.uuid() }),
  find: async (tx, { photoId, ...key }) => {
    const { photos, householdId, villageCode } = await getWarning(tx, key);
    const of = { subjectKind: 'warning', subjectId: key.id, regionCode: villageCode, householdId };
    return { photo: photos.find(({ id }) => id === photoId), countyCode: key.countyCode, of };
  },
});

export const warningsDownloads: RawRoute[] = [exportList, photo];
