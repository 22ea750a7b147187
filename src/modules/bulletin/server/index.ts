// The door of the slice.

export { exportBulletin } from './export-bulletin.ts';
export { bulletinHandlers } from './handlers.ts';
