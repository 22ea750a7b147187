// The door of the slice.

export { industryDoubts } from './doubts.ts';
