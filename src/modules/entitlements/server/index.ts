// The door of the slice.

export { clausesSql } from './clauses-sql.ts';
export { entitlementsDownloads } from './downloads.ts';
export { factsSql, type HouseholdsAsked, MATCH } from './facts-sql.ts';
export { entitlementsHandlers } from './handlers.ts';
