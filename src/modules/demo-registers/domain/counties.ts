// Counties that registers of the demonstration speak of: all that have rural villages. Which are regional key counties no public
// list says; these five are assumed, and their rows say so.

import { listRuralVillages, type RegionRow } from '../../demo/domain/plan.ts';
import { createRandom, mixSeed, type Random } from '../../demo/domain/random.ts';

export type DemoCounty = {
  /** Six digits. */
  county: number;
  code: string;
  league: string;
  villages: readonly string[];
  lifted: 'national' | 'regional' | undefined;
  isKey: boolean;
  isNationalKey: boolean;
  /** How much of what is dealt out by size goes here. */
  weight: number;
  random: Random;
};

/** 清水河县, 克什克腾旗, 凉城县, 多伦县, 突泉县. */
export const ASSUMED_REGIONAL_KEY = [150124, 150425, 150925, 152531, 152224];

export type Designations = { nationalLifted: Set<number>; regionalLifted: Set<number>; nationalKey: Set<number> };

const SEED = 20220531;

/** Random numbers of one register and county: a new register changes no other. */
export function randomOf(register: number, county: number): Random {
  return createRandom(mixSeed(mixSeed(SEED, register), county));
}

export function demoCounties(regions: Iterable<RegionRow>, designations: Designations): DemoCounty[] {
  const all = listRuralVillages(regions, []);
  return all
    .filter(({ codes }) => codes.length > 0)
    .map(({ county, codes }) => {
      const random = randomOf(0, county);
      const lifted = designations.nationalLifted.has(county)
        ? 'national'
        : designations.regionalLifted.has(county)
          ? 'regional'
          : undefined;
      const isNationalKey = designations.nationalKey.has(county);
      return {
        ...{ county, code: `${county}000000`, league: `${Math.floor(county / 100)}00000000`, villages: codes, lifted },
        ...{ isNationalKey, isKey: isNationalKey || ASSUMED_REGIONAL_KEY.includes(county) },
        ...{ weight: codes.length * (0.7 + 0.6 * random.next()) * (lifted ? 1.6 : 1), random },
      };
    });
}
