// The door of the slice.

export { pairingDoubts } from './doubts.ts';
export { pairingDownloads } from './downloads.ts';
export { pairingDues } from './dues.ts';
export { pairingGuards } from './guards.ts';
export { pairingHandlers } from './handlers.ts';
