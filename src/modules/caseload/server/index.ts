// The door of the slice.

export { exportCases } from './export-cases.ts';
export { figureCondition, stepsOfCases } from './figure-conditions.ts';
export { caseloadHandlers } from './handlers.ts';
export type { CaseloadHooks } from './hooks.ts';
