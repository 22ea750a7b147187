// The operations of the contract, each bound to what does it.

import { MOST_SHORT_ID } from '../../../kernel/input.ts';
import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import { readShortIdCursor } from '../../../platform/server/lists/id-cursor.ts';
import { placesBy } from '../../../platform/server/lists/place.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { feedsContract } from '../domain/contract.ts';
import { FEEDS } from '../domain/datasets/index.ts';
import { batchKey, startLoad, startRescreen, startUndo } from './batch-jobs.ts';
import { datasetsOf, describeDataset, getOwnDataset, refuseUnknownColumns } from './datasets.ts';
import { decideMatch } from './decide-match.ts';
import { dropFile, keepFile } from './files/kept-files.ts';
import { hasTrialFile } from './files/trial-files.ts';
import type { FeedsHooks } from './hooks.ts';
import { toBatch, toBatchDetail, toQuarantinedRow } from './present.ts';
import {
  decideHeld,
  findSameFile,
  getBatch,
  getOwnBatch,
  insertBatch,
  listBatches,
  listQuarantine,
  listSubmissions,
  moveBatch,
  sumRates,
} from './queries.ts';
import { getReviewDetail, getStrayRow, listReview, toReviewRow } from './review.ts';

/** Batch ids are 32-bit numbers. */

const on = handlersFor(feedsContract);
const reviewPlaces = placesBy('int4', 'int4');

/** The handlers, given what higher slices do when rows change. */
export function feedsHandlers(hooks: FeedsHooks) {
  const tools = ({ db, services }: OperationContext) => ({ db, services, hooks });
  return on.router({
    datasets: on.datasets.handler(({ context: { actor, services } }) =>
      datasetsOf(actor).map((each) => ({ ...describeDataset(each), hasTrialFile: hasTrialFile(services, each.code) })),
    ),

    createBatch: on.createBatch.handler(async ({ input, context }) => {
      const { db, actor, services } = context;
      const definition = getOwnDataset(actor, input.dataset);
      refuseUnknownColumns(definition, input.names);
      let taken = false;
      const made = await db.write(actor, input.requestId, async (tx) => {
        // Inside, so that a repeated request neither asks for the upload again nor keeps its file a second time.
        const upload = await services.uploads.takeUpload(input.fileId, actor.accountId);
        taken = true;
        const subject = { operation: 'feeds.create-batch', subjectKind: 'batch' };
        const same = await findSameFile(tx, definition.code, upload.sha256);
        if (same !== undefined)
          return {
            result: { id: same, alreadyLoaded: true },
            audit: { ...subject, subjectId: same, after: { file: upload.name, alreadyLoaded: true } },
          };
        const { name: fileName, sha256, byteSize } = upload;
        const { dataset, period, purpose, names, fileId: keptFile } = input;
        const batch = {
          dataset,
          department: definition.department,
          fileName,
          sha256,
          byteSize,
          period,
          keptFile,
          names,
        };
        await keepFile(services, upload.path, keptFile);
        await hooks.onNamed(tx, definition, names);
        const id = await insertBatch(tx, { ...batch, purpose: purpose || definition.purpose });
        return {
          result: { id, alreadyLoaded: false },
          audit: { ...subject, subjectId: id, after: { ...batch, purpose } },
        };
      });
      // The upload holds identity numbers in clear; the batch has its own copy until it is loaded.
      if (taken) await services.uploads.discard(input.fileId);
      if (!made.alreadyLoaded) startLoad(tools(context), actor, made.id);
      return made;
    }),

    batches: on.batches.handler(({ input: { cursor, limit, area, ...filter }, context: { db, actor, services } }) =>
      db.read(actor, async (tx) => {
        const range = await rangeAsked(tx, area);
        const before = readShortIdCursor(cursor) ?? MOST_SHORT_ID;
        const { items, total } = await listBatches(tx, { ...filter, range, before, limit: limit + 1 });
        const shown = items.slice(0, limit);
        const next = items.length > limit ? { next: String(shown.at(-1)?.id) } : {};
        return { items: shown.map((row) => toBatch(row, actor, services.jobs)), total, ...next };
      }),
    ),

    submissions: on.submissions.handler(({ input: { area }, context: { db, actor, services } }) =>
      db.read(actor, async (tx) => {
        const month = `${formatDate(dayOn(services.clock)).slice(0, 7)}-01`;
        const rows = await listSubmissions(tx, await rangeAsked(tx, area), month);
        const found = new Map(rows.map((row) => [row.dataset, row]));
        return datasetsOf(actor).map(({ code, title }) => {
          const { lastAt, lastPeriod, thisMonth = false, held = 0, failed = 0, toMend = 0 } = found.get(code) ?? {};
          const last = { ...(lastAt ? { lastAt } : {}), lastPeriod: lastPeriod ?? '' };
          return { dataset: code, datasetTitle: title, ...last, thisMonth, held, failed, toMend };
        });
      }),
    ),

    batch: on.batch.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, async (tx) => toBatchDetail(await getBatch(tx, input.id), actor, services.jobs)),
    ),

    cancelBatch: on.cancelBatch.handler(async ({ input: { requestId, id }, context: { db, actor, services } }) => {
      const result = await db.write(actor, requestId, async (tx) => {
        const { regionCode, state, keptFile } = await getOwnBatch(tx, id);
        if (state !== 'queued' && state !== 'loading') throw new Problem('feeds.not-under-way', { id });
        await moveBatch(tx, id, ['queued'], 'cancelled');
        return {
          result: { keptFile: state === 'queued' ? keptFile : null },
          audit: { operation: 'feeds.cancel-batch', subjectKind: 'batch', subjectId: id, regionCode },
        };
      });
      services.jobs.cancel(batchKey(id));
      if (result.keptFile) await dropFile(services, result.keptFile);
      return {};
    }),

    undoBatch: on.undoBatch.handler(async ({ input: { requestId, id, reason }, context }) => {
      const { db, actor } = context;
      await db.write(actor, requestId, async (tx) => {
        const { regionCode } = await getOwnBatch(tx, id);
        if (!(await moveBatch(tx, id, ['loaded'], 'undoing'))) throw new Problem('feeds.not-loaded', { id });
        return {
          result: {},
          audit: { operation: 'feeds.undo-batch', subjectKind: 'batch', subjectId: id, regionCode, reason },
        };
      });
      startUndo(tools(context), actor, id);
      return {};
    }),

    confirmBatch: on.confirmBatch.handler(async ({ input: { requestId, id, reason }, context }) => {
      const { db, actor } = context;
      await db.write(actor, requestId, async (tx) => {
        const { regionCode, heldFor } = await getOwnBatch(tx, id);
        if (!(await decideHeld(tx, id, { state: 'queued', reason }))) throw new Problem('feeds.not-held', { id });
        const about = { subjectKind: 'batch', subjectId: id, regionCode, reason };
        return {
          result: {},
          audit: { operation: 'feeds.confirm-batch', ...about, before: { state: 'held', heldFor } },
        };
      });
      startLoad(tools(context), actor, id);
      return {};
    }),

    withdrawBatch: on.withdrawBatch.handler(
      async ({ input: { requestId, id, reason }, context: { db, actor, services } }) => {
        const { keptFile } = await db.write(actor, requestId, async (tx) => {
          const { regionCode, keptFile } = await getOwnBatch(tx, id);
          if (!(await decideHeld(tx, id, { state: 'withdrawn', reason }))) throw new Problem('feeds.not-held', { id });
          const about = { subjectKind: 'batch', subjectId: id, regionCode, reason };
          return {
            result: { keptFile },
            audit: { operation: 'feeds.withdraw-batch', ...about, after: { state: 'withdrawn' } },
          };
        });
        if (keptFile) await dropFile(services, keptFile);
        return {};
      },
    ),

    quarantine: on.quarantine.handler(({ input: { id, cursor, limit, reason }, context: { db, actor } }) =>
      db.read(actor, async (tx) => {
        await getOwnBatch(tx, id);
        const rows = await listQuarantine(tx, id, { reason, after: readShortIdCursor(cursor) ?? 0, limit: limit + 1 });
        const shown = rows.slice(0, limit);
        const next = rows.length > limit ? { next: String(shown.at(-1)?.line) } : {};
        return { items: shown.map(toQuarantinedRow), ...next };
      }),
    ),

    review: on.review.handler(({ input: { cursor, limit, area, dataset }, context: { db, actor } }) =>
      db.read(actor, async (tx) => {
        const [batchId, line] = reviewPlaces.read(cursor) ?? [MOST_SHORT_ID, 0];
        const range = await rangeAsked(tx, area);
        const rows = await listReview(tx, { range, dataset, after: { batchId, line }, limit: limit + 1 });
        const shown = rows.slice(0, limit);
        const last = shown.at(-1);
        const next = rows.length > limit && last ? { next: reviewPlaces.write([last.batchId, last.line]) } : {};
        return { items: shown.map(toReviewRow), ...next };
      }),
    ),

    reviewRow: on.reviewRow.handler(({ input: { batchId, line }, context: { db, actor, services } }) =>
      db.read(actor, async (tx) =>
        getReviewDetail(tx, services.keys, await getStrayRow(tx, batchId, line), (work) => db.bulkRead(work)),
      ),
    ),

    decideMatch: on.decideMatch.handler(async ({ input, context }) => {
      const settled = await decideMatch(context.db, context.services.keys, context.actor, input);
      startRescreen(tools(context), context.actor);
      return settled;
    }),

    rates: on.rates.handler(({ input: { area, ...days }, context: { db, actor } }) =>
      db.read(actor, async (tx) => {
        const range = await rangeAsked(tx, area);
        const rates = new Map((await sumRates(tx, range, days)).map((row) => [row.dataset, row]));
        const checks = new Map((await hooks.confirmations?.(tx, range, days))?.map((row) => [row.dataset, row]));
        const visible = datasetsOf(actor);
        return FEEDS.filter((feed) => visible.includes(feed)).map(({ code, title, department, departmentTitle }) => {
          const { batches = 0, above = 0, rows = 0, quarantined = 0, persons = 0, matched = 0 } = rates.get(code) ?? {};
          const { checked = 0, confirmed = 0 } = checks.get(code) ?? {};
          const counts = {
            batches,
            above,
            rows,
            quarantined,
            persons,
            matched,
            ...(hooks.confirmations ? { checked, confirmed } : {}),
          };
          return { department, departmentTitle, dataset: code, datasetTitle: title, ...counts };
        });
      }),
    ),
  });
}
