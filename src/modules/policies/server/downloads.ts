// The tasks of an area as a paper.

import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { PAPER_ROLES, tasksPaperInput } from '../domain/contract.ts';
import { buildTasksPaper } from '../domain/task-paper.ts';
import { readTaskPage } from './read-tasks.ts';

export const policiesDownloads: RawRoute[] = [
  paperRoute({
    ...{ name: 'policies.tasks-paper', roles: PAPER_ROLES },
    path: '/policies/tasks/paper',
    input: tasksPaperInput,
    build: async (tx, { view, format: _format, ...asked }, today) => {
      const { areaName, asOf, items } = await readTaskPage(tx, asked, today);
      return {
        document: buildTasksPaper(view, { areaName, asOf, tasks: items }),
        audit: {
          ...{ subjectKind: 'export', subjectId: view, regionCode: asked.area ?? tx.actor.areaCode },
          after: { rows: items.length },
        },
      };
    },
  }),
];
