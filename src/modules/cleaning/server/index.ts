// The door of the slice.

export { cleanCounty } from './clean-county.ts';
export { cleaningHandlers } from './handlers.ts';
export { cleanAll, recheckTouched, resumeRuns } from './run-job.ts';
export { addRun, endRun, findRun, markRunning } from './runs.ts';
