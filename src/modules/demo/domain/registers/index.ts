// Registers of the demonstration: things and places of the whole region, and what the demonstration's own families got.

import type { RegionRow } from '../plan.ts';
import { assetSheets } from './assets.ts';
import { type DemoCounty, type Designations, demoCounties } from './counties.ts';
import { designationSheet } from './designations.ts';
import { fundSheets } from './funds.ts';
import { type DemoHousehold, householdSheets } from './households.ts';
import { projectSheets } from './projects.ts';
import type { Sheet } from './sheet.ts';

export type { DemoHousehold, Designations, Sheet };

/** All sheets, in the order in which they are made. The same regions and households give the same rows. */
export function registerSheets(
  regions: Iterable<RegionRow>,
  designations: Designations,
  households: readonly DemoHousehold[],
): Sheet[] {
  const counties: DemoCounty[] = demoCounties(regions, designations);
  const own = new Set(households.map(({ countyCode }) => countyCode));
  const funds = fundSheets(counties);
  const { sheets, projects } = projectSheets(counties, funds.money);
  const assets = assetSheets(counties, projects, own);
  return [
    designationSheet(),
    ...funds.sheets,
    ...sheets,
    ...assets,
    ...householdSheets(counties, projects, households),
  ];
}
