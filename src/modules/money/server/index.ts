// The door of the slice.

export { exportFlow } from './export-flow.ts';
export { moneyHandlers } from './handlers.ts';
