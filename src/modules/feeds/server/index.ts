// The door of the slice.

export { exportMatches, exportQuarantine, touchedByBatch } from './exports.ts';
export { ensureFeedTables } from './feed-tables.ts';
export { endRescreen, type LoadResult, loadBatch } from './load-batch.ts';
