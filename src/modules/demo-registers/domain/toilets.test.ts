// The region's toilets come to the last one of what was published, wherever the counties in depth lie.

import { expect, test } from 'vitest';
import { readRegions } from '../../demo/server/index.ts';
import { demoCounties } from './counties.ts';
import { ownToilets, regionToilets, TOILET_HEADS } from './toilets.ts';

test.each([
  ['the six', [150923, 150922, 152222, 152221, 150429, 150425]],
  ['none', []],
])('toilets of the region, %s in depth', (_what, own) => {
  const none = new Set<number>();
  const counties = demoCounties(readRegions(), { nationalLifted: none, regionalLifted: none, nationalKey: none });
  const whose = new Set(own);
  const numbers = new Set<string>();
  const shared = new Set<string>();
  let [built, rectified, rows] = [0, 0, 0];
  const addToilet = ([number = '', , nature, how, , finished = '']: readonly string[]) => {
    rows++;
    numbers.add(number);
    if (nature === '公厕') shared.add(number);
    else if (how !== '原有' && finished.startsWith('2021')) built++;
  };
  const addIssue = ([number = '', , , , mended = '']: readonly string[]) => {
    if (mended.startsWith('2021') && !shared.has(number)) rectified++;
  };
  const [toilets, issues] = ownToilets(counties, whose);
  toilets?.rows.forEach(addToilet);
  issues?.rows.forEach(addIssue);
  const cells = (line: string) => line.split(',').length;
  for (const county of regionToilets(counties, whose)) {
    expect(new Set(county.toilets.map(cells))).toEqual(new Set([cells(TOILET_HEADS.toilets)]));
    expect(new Set(county.issues.map(cells))).toEqual(new Set([cells(TOILET_HEADS.issues)]));
    for (const line of county.toilets) addToilet(line.split(','));
    for (const line of county.issues) addIssue(line.split(','));
  }
  expect({ built, rectified }).toEqual({ built: 88_427, rectified: 153_812 });
  expect(numbers.size).toBe(rows);
});
