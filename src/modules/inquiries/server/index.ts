// The door of the slice.

export { inquiriesDownloads } from './downloads.ts';
export { followComparison } from './follow-comparison.ts';
export { inquiriesHandlers } from './handlers.ts';
