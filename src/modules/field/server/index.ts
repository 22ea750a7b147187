// The door of the slice.

export { fieldHandlers } from './handlers.ts';
