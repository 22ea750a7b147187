// The door of the slice.

export { exportWarnings } from './export-warnings.ts';
export { ensureFactsTable } from './facts.ts';
export { importParameters } from './import-parameters.ts';
export { ensureRules } from './rules.ts';
export { rescreenTouched, type ScreeningResult, screen } from './screen.ts';
