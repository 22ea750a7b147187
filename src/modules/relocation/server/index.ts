// The door of the slice.

export { relocationForms } from './downloads.ts';
export { relocationDues } from './dues.ts';
export { relocationEffects } from './effects.ts';
export { relocationHandlers } from './handlers.ts';
