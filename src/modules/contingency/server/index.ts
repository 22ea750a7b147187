// The door of the slice.

export { contingencyDownloads } from './downloads.ts';
export { contingencyDues } from './dues.ts';
export { contingencyGuards } from './guards.ts';
export { contingencyHandlers } from './handlers.ts';
export { contingencyEffects } from './list-event.ts';
