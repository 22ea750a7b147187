// The door of the slice.

export { dutiesDownloads } from './downloads.ts';
export { dutiesDues } from './dues.ts';
export { dutiesGuards } from './guards.ts';
export { dutiesHandlers } from './handlers.ts';
