// The door of the slice.

export { fundsDoubts } from './doubts.ts';
export { fundsGuards } from './guards.ts';
