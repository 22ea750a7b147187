// The door of the slice.

export { sweepsDownloads } from './downloads.ts';
export { sweepsDues } from './dues.ts';
export { sweepsEffects } from './effects.ts';
export { sweepsGuards } from './guards.ts';
export { sweepsHandlers } from './handlers.ts';
export { filesOfSweeps } from './named-files.ts';
export { refreshLists, tendSweeps } from './refresh-lists.ts';
