// The door of the slice.

export { insuranceDues } from './dues.ts';
export { insuranceHandlers } from './handlers.ts';
