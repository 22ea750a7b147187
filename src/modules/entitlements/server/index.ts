// The door of the slice.

export { entitlementsDownloads } from './downloads.ts';
export { factsSql, type HouseholdsAsked, MATCH } from './facts-sql.ts';
export { entitlementsHandlers } from './handlers.ts';
