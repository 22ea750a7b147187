// How far a team is with the tasks of the year's list: proven by records of other registers, or told where no record can.

import type { Evidence } from './words.ts';

export type Task = { no: number; aspect: string; content: string; frequency?: string | undefined };
/** `least` records of these kinds in the year prove the task. */
export type TaskRule = { no: number; evidence: readonly Evidence[]; least: number };
export type Told = { no: number; progress: 'done' | 'under-way'; period: string };
export type Counts = Partial<Record<Evidence, number>>;

export type TaskState = Task & {
  state: 'done' | 'under-way' | 'open';
  /** What proves it, with how many records; empty where it was told. */
  proof: { evidence: Evidence; records: number }[];
  least?: number;
  told: number;
};

/** A task without a rule is done when it was told to be; records that fall short are under way. */
export function taskStates(
  tasks: readonly Task[],
  rules: readonly TaskRule[],
  counts: Counts,
  told: readonly Told[],
): TaskState[] {
  return tasks.map((task) => {
    const rule = rules.find(({ no }) => no === task.no);
    const proof = (rule?.evidence ?? []).flatMap((evidence) => {
      const records = counts[evidence] ?? 0;
      return records > 0 ? [{ evidence, records }] : [];
    });
    const records = proof.reduce((sum, each) => sum + each.records, 0);
    const own = told.filter(({ no }) => no === task.no);
    const isDone = rule ? records >= rule.least : false;
    const state =
      isDone || own.some(({ progress }) => progress === 'done')
        ? 'done'
        : records > 0 || own.length > 0
          ? 'under-way'
          : 'open';
    return { ...task, state, proof, told: own.length, ...(rule ? { least: rule.least } : {}) };
  });
}
