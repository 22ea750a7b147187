// The door of the slice.

export { constructionForms } from './downloads.ts';
export { constructionDues } from './dues.ts';
export { constructionEffects } from './effects.ts';
export { constructionGuards } from './guards.ts';
export { constructionHandlers } from './handlers.ts';
