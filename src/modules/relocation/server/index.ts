// The door of the slice.

export { relocationHandlers } from './handlers.ts';
