// The door of the slice.

export { policiesDownloads } from './downloads.ts';
export { policiesDues } from './dues.ts';
export { type PoliciesHooks, policiesHandlers } from './handlers.ts';
export { policySettings } from './settings.ts';
