// The list of issues as a workbook that comes in again with answers, the list for the national system, and the circular.

import { READERS } from '../../../kernel/operation.ts';
import { formatDate } from '../../../kernel/plain-date.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { type FileColumn, listFile, ROWS_AT_ONCE } from '../../../platform/server/lists/list-file.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { CORRECTED_FIELDS } from '../../households/domain/corrected-fields.ts';
import { listCorrections } from '../../households/server/index.ts';
import { exportHead, rangeAsked } from '../../regions/server/index.ts';
import { ISSUE_NO } from '../domain/answer-columns.ts';
import { COMPARED } from '../domain/comparison.ts';
import { checkFilters } from '../domain/comparison-contract.ts';
import { correctionFilters } from '../domain/corrections-contract.ts';
import { issueFilters } from '../domain/issues-contract.ts';
import { buildQualityPaper } from '../domain/quality-paper.ts';
import { SEVERITIES } from '../domain/rule-definition.ts';
import { qualityPaperInput } from '../domain/runs-contract.ts';
import { BASES, CHECK_LOOKS, CORRECTION_LOOKS, LOOKS, OUTCOMES } from '../domain/words.ts';
import { listChecks } from './consistency/read-checks.ts';
import { listIssues } from './list-issues.ts';
import { readBoard } from './read-board.ts';

type Issue = Awaited<ReturnType<typeof listIssues>>['items'][number];
type Check = Awaited<ReturnType<typeof listChecks>>['items'][number];
type Correction = Awaited<ReturnType<typeof listCorrections>>['items'][number];

const ISSUE_COLUMNS: FileColumn<Issue>[] = [
  { title: ISSUE_NO, kind: 'text', of: ({ countyCode, id }) => `${countyCode}-${id}` },
  { title: '苏木乡镇', kind: 'text', of: ({ townshipName }) => townshipName },
  { title: '嘎查村', kind: 'text', of: ({ villageName }) => villageName },
  { title: '户编号', kind: 'text', of: ({ number }) => number ?? '' },
  { title: '户主', kind: 'text', width: 12, of: ({ headName }) => headName ?? '' },
  { title: '成员', kind: 'text', width: 12, of: ({ personName }) => personName ?? '' },
  { title: '疑点', kind: 'text', width: 30, of: ({ title }) => title },
  { title: '查出的情况', kind: 'text', width: 36, of: ({ value }) => value ?? '' },
  { title: '严重度', kind: 'text', width: 10, of: ({ severity }) => (severity ? SEVERITIES[severity] : '') },
  { title: '期限', kind: 'date', of: ({ dueOn }) => dueOn ?? null },
  { title: '承办人', kind: 'text', width: 12, of: ({ assignedName }) => assignedName ?? '' },
  { title: '处理结论', kind: 'text', width: 14, of: ({ outcome }) => (outcome ? OUTCOMES[outcome] : '') },
  { title: '依据', kind: 'text', width: 12, of: ({ basis }) => (basis ? BASES[basis] : '') },
  { title: '情况说明', kind: 'text', width: 36, of: ({ explanation }) => explanation ?? '' },
  { title: '更正为', kind: 'text', width: 16, of: () => '' },
];

const CORRECTION_COLUMNS: FileColumn<Correction>[] = [
  { title: '苏木乡镇', kind: 'text', of: ({ townshipName }) => townshipName },
  { title: '嘎查村', kind: 'text', of: ({ villageName }) => villageName },
  { title: '户编号', kind: 'text', of: ({ householdNumber }) => householdNumber },
  { title: '人编号', kind: 'text', of: ({ personNumber }) => personNumber },
  { title: '姓名', kind: 'text', width: 12, of: ({ personName }) => personName },
  { title: '字段', kind: 'text', width: 14, of: ({ field }) => CORRECTED_FIELDS[field].title },
  { title: '原值', kind: 'text', of: ({ oldValue }) => oldValue },
  { title: '应改为', kind: 'text', of: ({ newValue }) => newValue },
  { title: '依据', kind: 'text', width: 12, of: ({ basis }) => BASES[basis] },
  { title: '更正日期', kind: 'date', of: ({ madeOn }) => madeOn },
  { title: '回写日期', kind: 'date', of: ({ doneOn }) => doneOn ?? null },
  { title: '回写人', kind: 'text', width: 14, of: ({ doneBy }) => doneBy },
  { title: '证实日期', kind: 'date', of: ({ verifiedOn }) => verifiedOn ?? null },
];

const exported = { roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' } as const;

const CHECK_COLUMNS: FileColumn<Check>[] = [
  { title: '苏木乡镇', kind: 'text', of: ({ townshipName }) => townshipName },
  { title: '嘎查村', kind: 'text', of: ({ villageName }) => villageName },
  { title: '户编号', kind: 'text', of: ({ householdNumber }) => householdNumber },
  { title: '户主', kind: 'text', width: 12, of: ({ headName }) => headName },
  { title: '核查项目', kind: 'text', width: 18, of: ({ field }) => COMPARED[field].title },
  { title: '机（全国系统）', kind: 'text', width: 20, of: ({ system }) => system ?? '未知' },
  { title: '账（本系统）', kind: 'text', width: 20, of: ({ ledger }) => ledger },
  { title: '实（入户）', kind: 'text', width: 20, of: ({ seen }) => seen },
  { title: '卡（明白卡）', kind: 'text', width: 20, of: ({ card }) => card ?? '未知' },
  { title: '卡打印日期', kind: 'date', of: ({ cardPrintedOn }) => cardPrintedOn ?? null },
  { title: '采信值', kind: 'text', width: 20, of: ({ accepted }) => accepted ?? '' },
  { title: '依据', kind: 'text', width: 12, of: ({ basis }) => BASES[basis] },
  { title: '本系统已更正', kind: 'text', width: 14, of: ({ corrected }) => (corrected ? '是' : '') },
  { title: '核查日期', kind: 'date', of: ({ checkedOn }) => checkedOn },
  { title: '核查人', kind: 'text', width: 12, of: ({ checkedBy }) => checkedBy },
  { title: '情况说明', kind: 'text', width: 30, of: ({ note }) => note },
];

export const cleaningDownloads: RawRoute[] = [
  rawRoute({
    meta: { name: 'cleaning.export-issues', ...exported },
    method: 'GET',
    path: '/cleaning/issues/export',
    input: issueFilters,
    answer: async ({ db, actor, services }, filter) =>
      db.write(actor, undefined, async (tx) => {
        const day = dayOn(services.clock);
        const narrowed = [
          LOOKS[filter.look],
          filter.rule,
          filter.severity ? SEVERITIES[filter.severity] : undefined,
        ].filter((word) => word !== undefined);
        return listFile(tx, {
          ...{
            operation: 'cleaning.export-issues',
            name: '疑点数据清单',
            columns: ISSUE_COLUMNS,
            filter,
            range: await rangeAsked(tx, filter.area),
          },
          head: await exportHead(tx, {
            what: '疑点数据清单',
            area: filter.area,
            day,
            filter: narrowed,
            byText: filter.text !== undefined,
          }),
          page: (cursor) => listIssues(tx, { ...filter, cursor, limit: ROWS_AT_ONCE }, formatDate(day)),
        });
      }),
  }),
  rawRoute({
    meta: { name: 'cleaning.export-corrections', ...exported },
    method: 'GET',
    path: '/cleaning/corrections/export',
    input: correctionFilters,
    answer: async ({ db, actor, services }, filter) =>
      db.write(actor, undefined, async (tx) => {
        const range = await rangeAsked(tx, filter.area);
        return listFile(tx, {
          ...{
            operation: 'cleaning.export-corrections',
            name: '全国系统修改清单',
            columns: CORRECTION_COLUMNS,
            filter,
            range,
          },
          head: await exportHead(tx, {
            what: '全国系统修改清单',
            area: filter.area,
            day: dayOn(services.clock),
            filter: [CORRECTION_LOOKS[filter.look]],
          }),
          page: (cursor) => listCorrections(tx, range, filter.look, { cursor, limit: ROWS_AT_ONCE }),
        });
      }),
  }),
  rawRoute({
    meta: { name: 'cleaning.export-checks', ...exported },
    method: 'GET',
    path: '/cleaning/comparisons/export',
    input: checkFilters,
    answer: async ({ db, actor, services }, filter) =>
      db.write(actor, undefined, async (tx) =>
        listFile(tx, {
          ...{ operation: 'cleaning.export-checks', name: '机账实卡一致性核查表', columns: CHECK_COLUMNS, filter },
          range: await rangeAsked(tx, filter.area),
          head: await exportHead(tx, {
            what: '机账实卡一致性核查表',
            area: filter.area,
            day: dayOn(services.clock),
            filter: [CHECK_LOOKS[filter.look]],
          }),
          page: (cursor) => listChecks(tx, { ...filter, cursor, limit: ROWS_AT_ONCE }),
        }),
      ),
  }),
  paperRoute({
    ...{ name: 'cleaning.paper', roles: READERS },
    path: '/cleaning/paper',
    input: qualityPaperInput,
    build: async (tx, { area }, today) => {
      const board = await readBoard(tx, area, today);
      const audit = {
        subjectKind: 'cleaning',
        subjectId: 'quality',
        regionCode: board.area.code,
        after: { open: board.area.open },
      };
      return { document: buildQualityPaper(board), audit };
    },
  }),
];
