// The door of the slice.

export { industryDoubts } from './doubts.ts';
export { industryForms } from './downloads.ts';
export { industryDues } from './dues.ts';
export { industryEffects } from './effects.ts';
export { industryGuards } from './guards.ts';
export { industryHandlers } from './handlers.ts';
