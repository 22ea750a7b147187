// The door of the slice.

export { fundsDoubts } from './doubts.ts';
