// The door of the slice.

export { incomesHandlers } from './handlers.ts';
