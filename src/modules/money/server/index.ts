// The door of the slice.

export { moneyDues } from './dues.ts';
export { exportFlow } from './export-flow.ts';
export { moneyForms } from './forms/export-form.ts';
export { moneyHandlers } from './handlers.ts';
