// The door of the slice.

export { projectsDoubts } from './doubts.ts';
