// Where a trial takes place: three leagues, ten counties, one statistical zone, two years.

import { type Chance, COUNTIES, PLACES, rangeOf } from './chance.ts';

export type World = {
  chance: Chance;
  /** The year most rows are of; the one before and the one after have some. */
  year: number;
  leagues: number[];
  counties: number[];
  /** No 旗县. */
  zone: number;
  /** Two villages of each county. */
  villages: Map<number, number[]>;
};

export const REGION = 150_000_000_000;

const VILLAGES = PLACES.filter(({ level }) => level === 'village').map(({ code }) => code);

const below = (code: number, of: readonly number[]): number[] => {
  const [low, high] = rangeOf(code);
  return of.filter((one) => one > low && one <= high);
};

export function leagueOf(county: number): number {
  return Math.floor(county / 1e8) * 1e8;
}

export function makeWorld(chance: Chance): World {
  const all = [...COUNTIES.values()];
  const sound = all.filter(({ code, isZone }) => !isZone && below(code, VILLAGES).length > 1).map(({ code }) => code);
  const leagues = [...new Set(sound.map(leagueOf))].filter((league) => below(league, sound).length > 3);
  const chosen = chance.some(leagues, 3);
  const counties = chosen.flatMap((league, i) => chance.some(below(league, sound), i === 0 ? 4 : 3));
  return {
    chance,
    year: chance.whole(2017, 2024),
    leagues: chosen,
    counties,
    zone: chance.one(all.filter(({ isZone }) => isZone)).code,
    villages: new Map(counties.map((county) => [county, chance.some(below(county, VILLAGES), 2)])),
  };
}

export const yearsOf = ({ year }: World): number[] => [year - 1, year, year + 1];
