// The door of the slice.

export { insuranceForms } from './downloads.ts';
export { insuranceDues } from './dues.ts';
export { insuranceHandlers } from './handlers.ts';
