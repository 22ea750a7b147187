// The tasks of an area as a paper.

import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { answerTable, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { PAPER_ROLES, tasksPaperInput } from '../domain/contract.ts';
import { buildTasksPaper } from '../domain/task-paper.ts';
import { readTaskPage } from './read-tasks.ts';

const NO_PICTURES = new Map<string, never>();

export const policiesDownloads: RawRoute[] = [
  rawRoute({
    meta: { name: 'policies.tasks-paper', roles: PAPER_ROLES, writes: false, offline: false, quota: 'export' },
    method: 'GET',
    path: '/policies/tasks/paper',
    input: tasksPaperInput,
    answer: async ({ db, actor, services, spend }, { view, format, ...asked }) => {
      checkFormat(format, spend);
      const page = await db.write(actor, undefined, async (tx) => {
        const result = await readTaskPage(tx, asked, dayOn(services.clock));
        const of = { subjectKind: 'export', subjectId: view, regionCode: asked.area ?? actor.areaCode };
        return {
          result,
          audit: { operation: 'policies.tasks-paper', ...of, after: { rows: result.items.length, format } },
        };
      });
      const { areaName, asOf, items } = page;
      const document = buildTasksPaper(view, { areaName, asOf, tasks: items });
      return answerTable(
        {
          ...{ accountId: actor.accountId, documents: [document], pictures: NO_PICTURES },
          options: { title: document.title, pageNumbers: true },
        },
        format,
      );
    },
  }),
];
