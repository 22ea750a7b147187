import { describe, expect, it } from 'vitest';
import { countPlaces } from './project-map.ts';

const [A, B] = [150_923_100_201, 150_923_100_202];
const COUNTY = 150_923;
const PROJECTS = [
  { countyCode: COUNTY, sites: [A, B], plannedStart: '2022-03-01', plannedFen: 500 },
  { countyCode: COUNTY, sites: [A, A], startedOn: '2022-04-01', finishedOn: '2022-05-01', plannedFen: 200 },
  { countyCode: COUNTY, sites: [], finishedOn: '2022-09-01' },
];

describe('where projects stand', () => {
  it('by village: each of its villages, and one in the whole', () => {
    const { total, unplaced, places } = countPlaces(PROJECTS, { by: 'village', asOf: '2022-06-01' });
    expect([total, unplaced]).toEqual([{ projects: 3, late: 1, finished: 1, plannedFen: 700 }, 1]);
    expect(places.get(A)).toEqual({ projects: 2, late: 1, finished: 1, plannedFen: 700 });
    expect(places.get(B)).toEqual({ projects: 1, late: 1, finished: 0, plannedFen: 500 });
  });

  it('by county: everything once, and what is finished only later is not', () => {
    const { places, unplaced } = countPlaces(PROJECTS, { by: 'county', asOf: '2022-06-01' });
    expect([...places]).toEqual([[COUNTY * 1e6, { projects: 3, late: 1, finished: 1, plannedFen: 700 }]]);
    expect(unplaced).toBe(0);
    const later = countPlaces(PROJECTS, { by: 'county', asOf: '2022-12-31' });
    expect(later.total.finished).toBe(2);
  });
});
