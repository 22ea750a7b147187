// The door of the slice.

export { linkageDues } from './dues.ts';
export { linkageHandlers } from './handlers.ts';
