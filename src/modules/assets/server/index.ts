// The door of the slice.

export { assetsGuards } from './guards.ts';
