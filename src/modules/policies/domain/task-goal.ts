// A goal of a task that names a figure: what is counted decides, not what was reported (registers §13).

import type { PolicyConcern } from './concerns.ts';
import type { Standing } from './task-standing.ts';

/** A figure's value in its unit, as it is shown; without `value` where there is no number. */
export type FigureNow = { id: string; unit: string; shown: string; value?: number };
export type Goal = FigureNow & { reached?: boolean };

type Told = {
  standing: Standing;
  figure?: string | undefined;
  target?: number | undefined;
  actual?: number | undefined;
};

/** The goal as the figure stands; nothing of a task that names none, or a word that is no figure. */
export function goalOf({ target }: Told, now: FigureNow | undefined): Goal | undefined {
  if (!now) return undefined;
  return target === undefined || now.value === undefined ? now : { ...now, reached: now.value >= target };
}

/** What about a goal asks for a look. Reported are whole numbers or rounded ones: less than a thousandth more is no difference. */
export function goalConcerns(task: Told, goal: Goal | undefined): PolicyConcern[] {
  if (task.figure === undefined) return [];
  if (!goal) return ['figure-unknown'];
  const isDone = task.standing === 'done' || task.standing === 'done-late';
  const saysMore = task.actual !== undefined && goal.value !== undefined && task.actual > goal.value * 1.001;
  return [
    ...(isDone && goal.reached === false ? (['goal-not-reached'] as const) : []),
    ...(saysMore ? (['actual-differs'] as const) : []),
  ];
}
