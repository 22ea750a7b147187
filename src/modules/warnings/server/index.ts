// The door of the slice.

import '../domain/problems.ts';

export { checkWarning } from './commands.ts';
export { warningsDownloads } from './downloads.ts';
export { exportWarnings } from './export-warnings.ts';
export { ensureFactsTable } from './facts.ts';
export { warningsHandlers } from './handlers.ts';
export type { CheckedWarning, WarningsHooks } from './hooks.ts';
export { importParameters } from './import-parameters.ts';
export { parameterOn, parametersHolding } from './parameters.ts';
export { type Confirmation, confirmationByDataset } from './rule-queries.ts';
export { ensureRules } from './rules.ts';
export { screen } from './screen.ts';
export { namedPhotos } from './screening/named-photos.ts';
export { rescreenTouched } from './screening/screen-some.ts';
export type { ScreeningResult } from './screening/screening-parts.ts';
export { resumeJobs } from './screening-jobs.ts';
export { countOpenIn } from './summary-queries.ts';
