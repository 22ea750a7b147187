// The door of the slice on the server.

import '../domain/problems.ts';

export { type Published, publishResults } from './publish-results.ts';
