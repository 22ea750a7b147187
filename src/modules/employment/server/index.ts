// The door of the slice.

export { employmentDoubts } from './doubts.ts';
export { employmentForms } from './downloads.ts';
export { employmentDues } from './dues.ts';
export { employmentEffects } from './effects.ts';
export { employmentGuards } from './guards.ts';
export { employmentHandlers } from './handlers.ts';
export { readConfirmList } from './read-jobs.ts';
