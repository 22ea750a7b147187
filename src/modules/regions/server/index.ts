// The door of the slice on the server.

import '../domain/problems.ts';

export { type AreaAsked, areaAsked, coversRegion, isAtMost, ownRegion, rangeAsked } from './area.ts';
export { regionsHandlers } from './handlers.ts';
export { loadRegions, loadRegionsFrom } from './load.ts';
export { areaNames, findRegion, getRegion, listVillageCodes, type Region } from './queries.ts';
