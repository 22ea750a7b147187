// The door of the slice.

export { moneyDues } from './dues.ts';
export { exportFlow } from './export-flow.ts';
export { moneyHandlers } from './handlers.ts';
