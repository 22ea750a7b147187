// The door of the slice.

import '../domain/problems.ts';

export { declarePhotos } from './declare-photos.ts';
export { monitoringDownloads } from './downloads.ts';
export { followHouseholds, takeChecked } from './follow.ts';
export { monitoringHandlers } from './handlers.ts';
export type { MonitoringHooks } from './hooks.ts';
export { resumeRecompute } from './recompute.ts';
