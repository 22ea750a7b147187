// The operations of the comparison with the national system.

import { handlersFor } from '../../../platform/server/http/context.ts';
import { readShortIdCursor } from '../../../platform/server/lists/id-cursor.ts';
import { nationalExportContract } from '../domain/national-export-contract.ts';
import {
  addComparison,
  type ComparisonRow,
  cancelComparison,
  getComparison,
  listComparisons,
  listRefusals,
} from './national-export-comparisons.ts';
import { comparisonKey, startComparison } from './national-export-job.ts';

const on = handlersFor(nationalExportContract);

function shown({ id, state, fileName, accountName, at, finishedAt, problem, counts }: ComparisonRow) {
  return {
    ...{ id, state, fileName, accountName, at },
    ...(finishedAt === null ? {} : { finishedAt }),
    ...(problem === null ? {} : { problem }),
    ...(counts === null ? {} : { counts }),
  };
}

export const nationalExportHandlers = {
  compareNational: on.compareNational.handler(async ({ input, context: { db, actor, services } }) => {
    const { requestId, fileId, again } = input;
    const made = await db.write(actor, requestId, async (tx) => {
      const upload = await services.uploads.takeUpload(fileId, actor.accountId);
      return addComparison(tx, { fileId, upload, again });
    });
    startComparison(services, db, made.id);
    return made;
  }),
  comparisons: on.comparisons.handler(({ input: { cursor, limit }, context: { db, actor } }) =>
    db.read(actor, async (tx) => {
      const found = await listComparisons(tx, readShortIdCursor(cursor), limit + 1);
      const items = found.slice(0, limit).map(shown);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, ...(last ? { next: String(last.id) } : {}) };
    }),
  ),
  comparison: on.comparison.handler(({ input: { id }, context: { db, actor, services } }) =>
    db.read(actor, async (tx) => {
      const row = await getComparison(tx, id);
      const progress = services.jobs.progressOf(comparisonKey(id));
      const badRows = row.state === 'done' ? await listRefusals(tx, id) : [];
      return { ...shown(row), ...(progress ? { progress } : {}), badRows, differences: row.differences };
    }),
  ),
  cancelComparison: on.cancelComparison.handler(
    async ({ input: { requestId, id }, context: { db, actor, services } }) => {
      const answer = await db.write(actor, requestId, (tx) => cancelComparison(tx, id));
      services.jobs.cancel(comparisonKey(id));
      return answer;
    },
  ),
};
