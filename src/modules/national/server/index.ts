// The door of the slice.

import '../domain/problems.ts';

export { exportNational } from './export-national.ts';
export { moveChanges } from './follow.ts';
export { nationalHandlers } from './handlers.ts';
export { noteAction } from './national-changes.ts';
export { comparisonRefusals } from './national-export-downloads.ts';
export { resumeComparisons } from './national-export-job.ts';
