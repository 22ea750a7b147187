// The door of the slice on the server.

import '../domain/problems.ts';

export { opendataDownloads } from './downloads.ts';
export { opendataHandlers } from './handlers.ts';
