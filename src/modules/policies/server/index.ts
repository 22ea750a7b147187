// The door of the slice.

export { policiesDownloads } from './downloads.ts';
export { policiesDues } from './dues.ts';
export { policiesHandlers } from './handlers.ts';
export { policySettings } from './settings.ts';
