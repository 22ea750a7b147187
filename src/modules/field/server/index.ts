// The door of the slice.

export { fieldFiles } from './files.ts';
export { fieldHandlers } from './handlers.ts';
