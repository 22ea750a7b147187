// The door of the slice.

export { pairingDoubts } from './doubts.ts';
export { pairingDownloads } from './downloads.ts';
export { pairingDues } from './dues.ts';
export { pairingGuards } from './guards.ts';
export { pairingHandlers } from './handlers.ts';
export { deedsSql, HELPER, JOIN_HELPER, KEY, pairsSql } from './pairs-sql.ts';
