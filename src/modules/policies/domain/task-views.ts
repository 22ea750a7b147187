// Three ways to read one set of tasks (registers §13): by day, by unit, by document.

export const TASK_VIEWS = ['timetable', 'task-book', 'road-map'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

export const VIEW_NAMES: Record<TaskView, string> = {
  timetable: '时间表',
  'task-book': '任务书',
  'road-map': '路线图',
};

type Viewed = { dueOn: string; startedOn: string; leadUnit: string; documentTitle: string };

/** Tasks under the heads of a view, in its order; within a head by their last day. */
export function groupTasks<Task extends Viewed>(
  view: TaskView,
  tasks: readonly Task[],
): { head: string; tasks: Task[] }[] {
  const headOf = (task: Task) => {
    if (view === 'timetable') return `${task.dueOn.slice(0, 4)} 年 ${Number(task.dueOn.slice(5, 7))} 月到期`;
    return view === 'task-book' ? task.leadUnit : task.documentTitle;
  };
  const byDay = [...tasks].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const groups = [...Map.groupBy(byDay, headOf)].map(([head, own]) => ({ head, tasks: own }));
  return view === 'timetable' ? groups : groups.sort((a, b) => a.head.localeCompare(b.head, 'zh'));
}

const DAY_MS = 86_400_000;

/** Where a task lies on the line from the first to the last day of all, in parts of a hundred. */
export function spanOn({ startedOn, dueOn }: Viewed, first: string, last: string): { from: number; width: number } {
  const length = Math.max((Date.parse(last) - Date.parse(first)) / DAY_MS, 1);
  const at = (day: string) => ((Date.parse(day) - Date.parse(first)) / DAY_MS / length) * 100;
  return { from: at(startedOn), width: Math.max(at(dueOn) - at(startedOn), 1) };
}
