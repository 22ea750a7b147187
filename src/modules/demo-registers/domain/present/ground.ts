// Where the present of the demonstration is: one league, of which the two counties that have accounts are shown in depth.

import { createRandom, mixSeed, type Random } from '../../../demo/domain/random.ts';
import type { DemoCounty } from '../counties.ts';
import type { DemoHousehold } from '../households.ts';
import type { Directory } from '../pairing.ts';
import type { DemoPerson } from '../work.ts';
import { type Clock, clockOf } from './clock.ts';

export type PresentCounty = {
  county: number;
  code: string;
  villages: readonly string[];
  /** Whether families live here: its registers are shown in depth. */
  isFull: boolean;
  families: readonly DemoHousehold[];
  persons: readonly DemoPerson[];
  /** Villages with most families, first the fullest. */
  lively: readonly string[];
};

export type Ground = {
  clock: Clock;
  /** Of the league. */
  counties: readonly PresentCounty[];
  full: readonly PresentCounty[];
  families: readonly DemoHousehold[];
  persons: readonly DemoPerson[];
  directory: Directory;
};

export const REGION = '150000000000';
export const LEAGUE = '150900000000';
const LIVELY = 30;
const SEED = 20260101;

export function presentRandom(register: number, place: number): Random {
  return createRandom(mixSeed(mixSeed(SEED, register), place));
}

/** Villages of a county, first those with most families. */
function livelyOf(villages: readonly string[], families: readonly DemoHousehold[]): string[] {
  const counts = new Map<string, number>(villages.map((village) => [village, 0]));
  for (const { villageCode } of families) counts.set(villageCode, (counts.get(villageCode) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return sorted.slice(0, LIVELY).map(([village]) => village);
}

export type GroundInput = {
  today: string;
  counties: readonly DemoCounty[];
  households: readonly DemoHousehold[];
  persons: readonly DemoPerson[];
  directory: Directory;
};

export function groundOf({ today, counties, households, persons, directory }: GroundInput): Ground {
  const own = counties.filter(({ league }) => league === LEAGUE);
  const all = own.map(({ county, code, villages }): PresentCounty => {
    const families = households.filter(({ countyCode }) => countyCode === county);
    const people = persons.filter(({ countyCode }) => countyCode === county);
    const isFull = families.length > 0;
    return { county, code, villages, isFull, families, persons: people, lively: livelyOf(villages, families) };
  });
  return {
    ...{ clock: clockOf(today), counties: all, full: all.filter(({ isFull }) => isFull) },
    ...{ families: households, persons, directory },
  };
}

/** The element of a list that comes round. */
export function turn<Thing>(things: readonly Thing[], n: number): Thing {
  const thing = things[n % things.length];
  if (thing === undefined) throw new Error('nothing to take turns with');
  return thing;
}
