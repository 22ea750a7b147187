// The door of the slice.

export { pairingDoubts } from './doubts.ts';
