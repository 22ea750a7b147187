// Registers of the demonstration: things and places of the whole region, and what the demonstration's own families got.

import type { RegionRow } from '../../demo/domain/plan.ts';
import { assetSheets } from './assets.ts';
import { cooperationSheets } from './cooperation.ts';
import { type Designations, demoCounties } from './counties.ts';
import { designationSheet } from './designations.ts';
import { dutySheets } from './duty.ts';
import { fundSheets } from './funds.ts';
import { type DemoHousehold, householdSheets } from './households.ts';
import { industrySheets } from './industry.ts';
import { openDirectory, pairingSheets } from './pairing.ts';
import { paperSheets } from './papers.ts';
import { withPresent } from './present/index.ts';
import { problemSheets } from './problems.ts';
import { projectSheets } from './projects.ts';
import { publishedSheet } from './published.ts';
import type { Sheet } from './sheet.ts';
import { villageSheets } from './villages.ts';
import { contractSheets, type DemoPerson, workSheets } from './work.ts';

export { roundNumber } from './present/rounds.ts';
export type { DemoHousehold, DemoPerson, Designations, Sheet };

export type DemoPeople = { households: readonly DemoHousehold[]; persons: readonly DemoPerson[] };

/** All sheets: T0, and what stands beside it `today` (ISO). The same regions, people and day give the same rows. */
export function registerSheets(
  regions: Iterable<RegionRow>,
  designations: Designations,
  { households, persons }: DemoPeople,
  today: string,
): Sheet[] {
  const counties = demoCounties(regions, designations);
  const own = new Set(households.map(({ countyCode }) => countyCode));
  const directory = openDirectory();
  const funds = fundSheets(counties);
  const { sheets, projects } = projectSheets(counties, funds.money);
  const focus = households.reduce((sum, { members }) => sum + members, 0);
  const old = [
    designationSheet(),
    ...funds.sheets,
    ...sheets,
    ...assetSheets(counties, projects, own),
    ...householdSheets(counties, projects, households),
    ...pairingSheets(counties, directory),
    ...cooperationSheets(counties, directory),
    ...industrySheets(counties, directory),
    ...villageSheets(counties, directory, own),
    ...workSheets(counties, persons, focus),
    ...contractSheets(households, persons, directory),
    ...paperSheets(),
    ...problemSheets(counties, own),
    ...dutySheets(
      counties.filter(({ county }) => own.has(county)),
      directory.cadres,
    ),
    publishedSheet(),
  ];
  const all = withPresent(old, { today, counties, households, persons, directory });
  return [...all, directory.organisations.sheet, directory.cadres.sheet];
}
