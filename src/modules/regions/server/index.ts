// The door of the slice on the server.

import '../domain/problems.ts';

export { type AreaAsked, areaAsked, isAtMost, ownRegion, rangeAsked } from './area.ts';
export { NOTHING_COUNTED } from './changes.ts';
export { type ExportHead, exportHead, listHead } from './export-head.ts';
export { type FormReader, formRoute } from './form-route.ts';
export { regionsHandlers } from './handlers.ts';
export type { RegionMove, RegionsHooks } from './hooks.ts';
export { type ImportedRegions, importRegions, loadRegions } from './load.ts';
export { openNumberSettings } from './number-settings.ts';
export {
  areaNames,
  findRegion,
  getRegion,
  isSpelled,
  levelsOf,
  listVillageCodes,
  namesOf,
  type Region,
} from './queries.ts';
