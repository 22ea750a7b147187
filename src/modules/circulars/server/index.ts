// The door of the slice on the server.

import '../domain/problems.ts';

export { circularsDownloads } from './downloads.ts';
export { circularsHandlers } from './handlers.ts';
