// The door of the slice.

export { projectsDoubts } from './doubts.ts';
export { projectsEffects } from './enter-library.ts';
