// The door of the slice.

import '../domain/problems.ts';

export { resumeJobs, sweepKeptFiles } from './batch-jobs.ts';
export { getOwnDataset, refuseUnknownColumns } from './datasets.ts';
export { feedsDownloads } from './downloads.ts';
export { exportMatches, exportQuarantine, touchedByBatch } from './exports.ts';
export { ensureFeedTables } from './feed-tables.ts';
export { expireHeld, type HeldDays } from './files/expire-held.ts';
export { keepTrialFile } from './files/trial-files.ts';
export { followPersons } from './follow-persons.ts';
export { feedsHandlers } from './handlers.ts';
export type { FeedsHooks } from './hooks.ts';
export { endRescreen, type LoadResult, loadBatch } from './loading/load-batch.ts';
export { countiesOf } from './loading/store-rows.ts';
