// Which villages are filled, and with how many households: villages differ in size, the total is exact.

import { createRandom, mixSeed } from './random.ts';

export type RegionRow = { code: string; level: string; kind: string };
export type VillagePlan = { code: string; households: number };
export type CountyPlan = {
  county: number;
  /** Share of gachas among the villages: how much the county lives from herding. */
  pastoral: number;
  firstHousehold: number;
  villages: VillagePlan[];
};

const RURAL = new Set(['village', 'gacha', 'other']);

type CountyVillages = { county: number; codes: string[]; pastoral: number };

/** Rural villages of each real county; a county that has none (a mining or border town) takes part with its communities. */
export function listRuralVillages(regions: Iterable<RegionRow>, only: readonly number[]): CountyVillages[] {
  const counties = new Map<number, RegionRow[]>();
  const wanted = new Set(only);
  for (const region of regions) {
    const county = Number(region.code.slice(0, 6));
    if (wanted.size > 0 && !wanted.has(county)) continue;
    if (region.level === 'county' && region.kind !== 'statistical-zone') counties.set(county, []);
    if (region.level === 'village') counties.get(county)?.push(region);
  }
  return [...counties]
    .sort((a, b) => a[0] - b[0])
    .map(([county, villages]) => {
      const rural = villages.filter((v) => RURAL.has(v.kind));
      const chosen = rural.length > 0 ? rural : villages;
      const gachas = chosen.filter((v) => v.kind === 'gacha').length;
      return { county, codes: chosen.map((v) => v.code).sort(), pastoral: gachas / Math.max(1, chosen.length) };
    })
    .filter((c) => c.codes.length > 0);
}

export function planHouseholds(counties: readonly CountyVillages[], seed: number, households: number): CountyPlan[] {
  const weights = counties.map((c) =>
    c.codes.map((code) => 0.4 + createRandom(mixSeed(seed, Number(code))).next() * 1.2),
  );
  const total = weights.flat().reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  let given = 0;
  return counties.map(({ county, codes, pastoral }, i) => {
    const firstHousehold = given;
    const villages = codes.map((code, j) => {
      passed += weights[i]?.[j] ?? 0;
      const upTo = Math.round((passed / total) * households);
      const count = upTo - given;
      given = upTo;
      return { code, households: count };
    });
    return { county, pastoral, firstHousehold, villages };
  });
}
