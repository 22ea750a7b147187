// The door of the slice.

export { relocationDues } from './dues.ts';
export { relocationHandlers } from './handlers.ts';
