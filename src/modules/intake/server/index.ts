// The door of the slice.

export { listAgreedNames, rememberNames } from './column-names.ts';
export { intakeHandlers } from './handlers.ts';
