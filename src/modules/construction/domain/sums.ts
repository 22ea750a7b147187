// Numbers of an area, added up, and the shares taken of them.

import type { Sums } from './contract.ts';
import type { Measure } from './measures.ts';
import { MATTER_KEYS } from './words.ts';

const NO_WORK = { inPlace: 0, abnormal: 0, planned: 0, plannedDone: 0 };

export const NOTHING: Sums = {
  ...{ villages: 0, toilets: 0, sanitary: 0, built: 0, builtThisYear: 0, winterProof: 0 },
  ...{ faulty: 0, rectified: 0, closed: 0 },
  works: { garbage: NO_WORK, sewage: NO_WORK, livestock: NO_WORK, appearance: NO_WORK },
};

export function addSums(left: Sums, right: Sums): Sums {
  const add = <T extends Record<string, number>>(a: T, b: T) =>
    Object.fromEntries(Object.keys(a).map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)])) as T;
  const { works: leftWorks, ...leftRest } = left;
  const { works: rightWorks, ...rightRest } = right;
  const works = Object.fromEntries(MATTER_KEYS.map((key) => [key, add(leftWorks[key], rightWorks[key])]));
  return { ...add(leftRest, rightRest), works: works as Sums['works'] };
}

/** A part, and the whole it is a share of. */
export function shareOf(measure: Measure, sums: Sums): { part: number; whole: number } {
  switch (measure) {
    case 'rectified':
      return { part: sums.rectified, whole: sums.faulty };
    case 'winter':
      return { part: sums.winterProof, whole: sums.built };
    default:
      return { part: sums.works[measure].inPlace, whole: sums.villages };
  }
}
