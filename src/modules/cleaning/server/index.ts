// The door of the slice.

export { cleanCounty } from './clean-county.ts';
export { openIssuesSql, takeComparisonsAlong, takeIssuesAlong } from './consistency/take-along.ts';
export { cleaningDownloads } from './downloads.ts';
export { cleaningDues } from './dues.ts';
export { cleaningHandlers } from './handlers.ts';
export { answerIssues, signIssues } from './issue-life.ts';
export { listIssues } from './list-issues.ts';
export { cleanAll, recheckTouched, resumeRuns } from './run-job.ts';
export { addRun, endRun, findRun, markRunning } from './runs.ts';
