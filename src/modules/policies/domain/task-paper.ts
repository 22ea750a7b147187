// Tasks of an area as an official paper: timetable, task book or road map.

import { BLANK, type Column, type OfficialDocument, paragraph } from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import { STANDING_NAMES, type Standing } from './task-standing.ts';
import { groupTasks, type TaskView, VIEW_NAMES } from './task-views.ts';

export type PrintedTask = {
  number: string;
  regionName: string;
  documentTitle: string;
  clauseNo?: string | undefined;
  taskText: string;
  leadUnit: string;
  supportingUnits?: string | undefined;
  dutyPost?: string | undefined;
  startedOn: string;
  dueOn: string;
  standing: Standing;
};

const left = (title: string, share: number): Column => ({ title, share });

const COLUMNS: Record<TaskView, Column[]> = {
  timetable: [
    left('完成时限', 12),
    left('任务', 30),
    left('地区', 12),
    left('牵头单位', 14),
    left('责任岗位', 12),
    left('依据', 20),
    left('进展', 10),
  ],
  'task-book': [
    left('任务', 30),
    left('地区', 12),
    left('配合单位', 16),
    left('责任岗位', 12),
    left('起止', 16),
    left('依据', 20),
    left('进展', 10),
  ],
  'road-map': [
    left('条号', 8),
    left('任务', 30),
    left('牵头单位', 14),
    left('地区', 12),
    left('开始', 12),
    left('完成时限', 12),
    left('进展', 10),
  ],
};

const basis = ({ documentTitle, clauseNo }: PrintedTask) => (clauseNo ? `${documentTitle} ${clauseNo}` : documentTitle);

function cells(view: TaskView, task: PrintedTask): string[] {
  const { taskText, regionName, leadUnit, supportingUnits, dutyPost, startedOn, dueOn, clauseNo } = task;
  const standing = STANDING_NAMES[task.standing];
  if (view === 'timetable') return [dueOn, taskText, regionName, leadUnit, dutyPost ?? BLANK, basis(task), standing];
  if (view === 'task-book')
    return [
      taskText,
      regionName,
      supportingUnits ?? BLANK,
      dutyPost ?? BLANK,
      `${startedOn} 至 ${dueOn}`,
      basis(task),
      standing,
    ];
  return [clauseNo ?? BLANK, taskText, leadUnit, regionName, startedOn, dueOn, standing];
}

/** 时间表、任务书、路线图 of an area, `asOf` an ISO day. */
export function buildTasksPaper(
  view: TaskView,
  { areaName, asOf, tasks }: { areaName: string; asOf: string; tasks: readonly PrintedTask[] },
): OfficialDocument {
  const late = tasks.filter(({ standing }) => standing === 'late').length;
  return {
    title: `${areaName}政策任务${VIEW_NAMES[view]}`,
    blocks: [
      paragraph(`截至${dayTextWords(asOf)}，共 ${tasks.length} 项任务，其中逾期 ${late} 项。`),
      ...groupTasks(view, tasks).flatMap(({ head, tasks: own }) => [
        { kind: 'heading' as const, text: `${head}（${own.length} 项）` },
        { kind: 'table' as const, columns: COLUMNS[view], rows: own.map((task) => cells(view, task)) },
      ]),
    ],
  };
}
