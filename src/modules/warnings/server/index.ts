// The door of the slice.

import '../domain/problems.ts';

export { checkWarning } from './commands.ts';
export { warningsDownloads } from './downloads.ts';
export { exportWarnings } from './export-warnings.ts';
export { warningsHandlers } from './handlers.ts';
export type { CheckedWarning, WarningsHooks } from './hooks.ts';
export { listWarnings } from './list-query.ts';
export { presentItems, ruleNamer } from './present.ts';
export { type Confirmation, confirmationByDataset } from './rule-queries.ts';
export { ensureRules } from './rules.ts';
export { ensureFactsTable } from './screening/facts-table.ts';
export { namedPhotos } from './screening/named-photos.ts';
export { screen } from './screening/screen.ts';
export { rescreenTouched } from './screening/screen-some.ts';
export { newestScreening } from './screening/screening-area.ts';
export { resumeJobs } from './screening/screening-jobs.ts';
export type { ScreeningResult } from './screening/screening-parts.ts';
export { countOpenIn } from './summary-queries.ts';
