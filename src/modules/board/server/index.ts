// The door of the slice on the server.

import '../domain/problems.ts';

export { boardDownloads } from './downloads.ts';
export { boardHandlers } from './handlers.ts';
