// The door of the slice.

export { keycountiesDownloads } from './downloads.ts';
export { keycountiesDues } from './dues.ts';
export { keycountiesHandlers } from './handlers.ts';
