// The door of the slice.

export { governanceForms } from './downloads.ts';
export { governanceDues } from './dues.ts';
export { governanceEffects } from './effects.ts';
export { governanceGuards } from './guards.ts';
export { governanceHandlers } from './handlers.ts';
