// Terms of tasks, for the level they were given to: to accept, to report, to finish.

import { levelOfCode, type RegionLevel, WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueLevel } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { OPEN, readTasks } from './task-rows.ts';

const WORDS = {
  'task-due': '政策任务完成',
  'report-due': '政策任务报告',
  'accept-due': '政策任务承接',
} as const;

const HOLDERS: readonly (readonly [DueLevel, readonly RegionLevel[]])[] = [
  ['township', ['township', 'village']],
  ['county', ['county']],
  ['league', ['prefecture', 'autonomous-region']],
];

export const policiesDues: readonly Due[] = HOLDERS.flatMap(([holder, levels]) =>
  (Object.keys(WORDS) as (keyof typeof WORDS)[]).map(
    (what): Due => ({
      ...{ key: `policies.${what}.${holder}`, what: WORDS[what], unit: '项', holder, path: '/policies/tasks' },
      rows: async (tx, on) => {
        const tasks = await readTasks(tx, { range: WHOLE_REGION, on, openOnly: true });
        return tasks
          .filter(({ regionCode }) => levels.includes(levelOfCode(regionCode)))
          .flatMap((task) => {
            const dueOn = OPEN[what](task);
            return dueOn === undefined ? [] : [{ placeCode: task.regionCode, dueOn }];
          });
      },
    }),
  ),
);
