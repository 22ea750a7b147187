// The door of the slice.

export { fieldFiles } from './files.ts';
export { forgetSettledItems } from './forget-items.ts';
export { fieldHandlers } from './handlers.ts';
