// The door of the slice.

import '../domain/problems.ts';

export { rectificationDues } from './dues.ts';
export { rectificationGuards } from './guards.ts';
export { rectificationEffects } from './keep-verdicts.ts';
