// The door of the slice.

export { linkageForms } from './downloads.ts';
export { linkageDues } from './dues.ts';
export { linkageHandlers } from './handlers.ts';
