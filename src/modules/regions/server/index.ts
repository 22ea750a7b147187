// The door of the slice.

export { loadRegions, loadRegionsFrom } from './load-regions.ts';
export { findRegion, listVillageCodes, type Region } from './queries.ts';
