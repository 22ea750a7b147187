// The bulletin as a workbook: the ranking, and the share of each step.

import { READERS } from '../../../kernel/operation.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { rawRoute } from '../../../platform/server/http/raw-route.ts';
import { type SheetCell, type SheetColumn, writeXlsx } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { STEP_NAMES, STEPS, WALK_NAMES, WALKS } from '../../process/domain/steps.ts';
import { exportHead } from '../../regions/server/index.ts';
import { periodInput } from '../domain/contract.ts';
import type { BulletinRow } from './bulletin.ts';
import { bulletinOf } from './handlers.ts';

const WALKED = WALKS.flatMap((walk) => STEPS.map((step) => ({ walk, step })));

const SUMMARY: SheetColumn[] = [
  { title: '地区', kind: 'text' },
  { title: '名次', kind: 'number', width: 8 },
  { title: '按期办结率（%）', kind: 'number', width: 14 },
  { title: '应办结（户）', kind: 'number', width: 16 },
  { title: '全部按期（户）', kind: 'number', width: 14 },
  { title: '正在办理（户）', kind: 'number' },
  { title: '已逾期（户）', kind: 'number' },
  { title: '已上提（户）', kind: 'number' },
];

const BY_STEP: SheetColumn[] = [
  { title: '地区', kind: 'text' },
  { title: '流程', kind: 'text', width: 10 },
  { title: '环节', kind: 'text', width: 12 },
  { title: '应办结（户）', kind: 'number' },
  { title: '按期（户）', kind: 'number' },
  { title: '按期办结率（%）', kind: 'number', width: 14 },
];

/** Per cent with one decimal; nothing to divide by is left empty. */
function perCent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

function summaryCells({ rank, name, open, late, escalated, done, onTime }: BulletinRow): SheetCell[] {
  return [name, rank ?? null, perCent(onTime, done), done, onTime, open, late, escalated];
}

function stepCells({ name, steps }: BulletinRow): SheetCell[][] {
  return WALKED.flatMap(({ walk, step }) =>
    steps
      .filter((each) => each.walk === walk && each.step === step && each.done > 0)
      .map(({ done, onTime }) => [name, WALK_NAMES[walk], STEP_NAMES[step], done, onTime, perCent(onTime, done)]),
  );
}

export const exportBulletin = rawRoute({
  meta: { name: 'bulletin.export', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
  method: 'GET',
  path: '/bulletin/export',
  input: periodInput,
  answer: async (context, input) => {
    const { rows, total } = await bulletinOf(context, input);
    const all = [...rows, { ...total, name: `合计（${total.name}）` }];
    return context.db.write(context.actor, undefined, async (tx) => {
      const { heading, fileName } = await exportHead(tx, {
        ...{ what: '进度通报', area: input.area, day: dayOn(context.services.clock) },
        filter: [`${input.from} 至 ${input.to}`],
      });
      const workbook = await writeXlsx({
        sheets: [
          { name: '进度通报', heading, header: SUMMARY, rows: all.map(summaryCells) },
          { name: '分环节', heading, header: BY_STEP, rows: all.flatMap(stepCells) },
        ],
      });
      const audit = {
        operation: 'bulletin.export',
        subjectKind: 'list',
        subjectId: `${input.from} ${input.to}`,
        regionCode: Math.max(input.area ?? 0, context.actor.areaCode),
        after: { rows: rows.length },
      };
      return { result: { headers: downloadHeaders(fileName, 'xlsx'), body: Buffer.from(workbook) }, audit };
    });
  },
});
