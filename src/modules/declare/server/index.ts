// The door of the slice.

import '../domain/problems.ts';

export { clueFile } from './clue-declaration.ts';
export { declareHandlers } from './handlers.ts';
export { declarePhotos } from './photos.ts';
