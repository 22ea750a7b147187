// The door of the slice.

import '../domain/problems.ts';

export { papersDownloads } from './downloads.ts';
export { papersHandlers } from './handlers.ts';
