// The door of the slice.

export { employmentDoubts } from './doubts.ts';
