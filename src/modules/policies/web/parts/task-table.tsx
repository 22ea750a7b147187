// Tasks under one head of a view; each opens its row of the register.

import { Link, useNavigate } from '@tanstack/react-router';
import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { STANDING_NAMES, type Standing } from '../../domain/task-standing.ts';
import { spanOn, type TaskView } from '../../domain/task-views.ts';
import type { TaskLine } from '../api.ts';

const TONES: Partial<Record<Standing, Tone>> = {
  late: 'red',
  blocked: 'red',
  'due-soon': 'orange',
  done: 'green',
  'done-late': 'yellow',
};

export function StandingTag({ standing }: { standing: Standing }) {
  return <StateTag tone={TONES[standing] ?? 'plain'}>{STANDING_NAMES[standing]}</StateTag>;
}

const col = (key: keyof TaskLine & string, title: string, width: number): ListColumn<TaskLine> => ({
  ...{ key, title, width },
  render: (row) => String(row[key] ?? UNKNOWN),
});

type GoalProps = Pick<TaskLine, 'actual' | 'goal'> & { figure: string; target: number };

/** What is counted, of the target; what was reported stands beside it only where nothing can be counted. */
function GoalText({ figure, target, actual, goal }: GoalProps) {
  if (goal?.value === undefined)
    return (
      <span className="sw-quiet" title={`${figure}：${goal?.shown ?? '不是公布的指标'}，只有报告的完成值`}>
        报告 {actual ?? UNKNOWN} / 目标 {target}
      </span>
    );
  return (
    <Link
      to="/figures/$figure"
      params={{ figure: goal.id }}
      search={(old: object) => old}
      onClick={(event) => event.stopPropagation()}
      title={actual === undefined ? figure : `${figure}，报告的完成值 ${actual}`}
    >
      现值 {goal.shown} / 目标 {target} {goal.unit}
      {goal.reached ? '，已达到' : ''}
    </Link>
  );
}

const STANDING: ListColumn<TaskLine> = {
  ...{ key: 'standing', title: '进展', width: 210 },
  render: ({ standing, missing, figure, actual, target, goal }) => (
    <>
      <StandingTag standing={standing} />
      {missing ? <span title={`应于 ${missing.dueOn} 前报告`}>缺 {missing.period} 报告</span> : null}
      {figure && target !== undefined ? <GoalText {...{ figure, target, actual, goal }} /> : null}
    </>
  ),
};

const BASIS: ListColumn<TaskLine> = {
  ...{ key: 'basis', title: '依据', width: 200 },
  render: ({ documentTitle, documentNumber, clauseNo }) => `${documentTitle || documentNumber} ${clauseNo ?? ''}`,
};

function columnsOf(view: TaskView, first: string, last: string): ListColumn<TaskLine>[] {
  const task = col('taskText', '任务', 260);
  const region = col('regionName', '地区', 110);
  const unit = col('leadUnit', '牵头单位', 130);
  const post = col('dutyPost', '责任岗位', 110);
  if (view === 'timetable') return [col('dueOn', '完成时限', 106), task, region, unit, post, BASIS, STANDING];
  if (view === 'task-book')
    return [
      task,
      region,
      col('supportingUnits', '配合单位', 140),
      post,
      col('startedOn', '开始', 106),
      col('dueOn', '完成时限', 106),
      BASIS,
      STANDING,
    ];
  return [
    col('clauseNo', '条号', 80),
    task,
    unit,
    region,
    {
      ...{ key: 'road', title: `${first} 至 ${last}`, width: 260 },
      render: (row) => {
        const { from, width } = spanOn(row, first, last);
        return (
          <div className="sw-road" title={`${row.startedOn} 至 ${row.dueOn}`}>
            <i className={row.standing === 'late' ? 'sw-late' : ''} style={{ left: `${from}%`, width: `${width}%` }} />
          </div>
        );
      },
    },
    STANDING,
  ];
}

type TaskTableProps = { view: TaskView; head: string; tasks: TaskLine[]; first: string; last: string };

export function TaskTable({ view, head, tasks, first, last }: TaskTableProps) {
  const navigate = useNavigate();
  return (
    <SmallTable
      label={head}
      columns={columnsOf(view, first, last)}
      rows={tasks}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      onOpen={({ number }) =>
        void navigate({
          to: '/registers/$code',
          params: { code: 'policy-tasks' },
          search: (old: object) => ({ ...old, text: number }),
        })
      }
      none=""
    />
  );
}
