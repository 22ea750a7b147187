import { describe, expect, it } from 'vitest';
import { paidShare, type RegionMoney, rollUp } from './flow.ts';

const none = {
  arrangedFen: 0,
  receivedFen: 0,
  passedFen: 0,
  allocatedFen: 0,
  paidFen: 0,
  projects: 0,
  startedProjects: 0,
};
const REGION = 150_000_000_000;
const LEAGUE = 150_900_000_000;
const SHANGDU = 150_923_000_000;
const FENGZHEN = 150_981_000_000;

/** The example of the data contract, in 万元: the region gives 1,000 to a county and 800 to a league, which passes on 760. */
const REGIONS: RegionMoney[] = [
  { ...none, code: REGION, arrangedFen: 8676, passedFen: 1800 },
  { ...none, code: LEAGUE, receivedFen: 800, passedFen: 760 },
  { ...none, code: SHANGDU, receivedFen: 1500, allocatedFen: 1100, paidFen: 280, projects: 2, startedProjects: 1 },
  { ...none, code: FENGZHEN, receivedFen: 260, allocatedFen: 260, paidFen: 100, projects: 1, startedProjects: 1 },
];

describe('rollUp', () => {
  it('compares leagues inside the region, and keeps what the region itself holds in a line of its own', () => {
    const { rows, total } = rollUp({ code: REGION, level: 'autonomous-region' }, REGIONS);
    expect(rows.map(({ code }) => code)).toEqual([REGION, LEAGUE]);
    expect(rows[0]).toMatchObject({ arrangedFen: 8676, waitingFen: 6876, toCountyFen: 0 });
    expect(rows[1]).toMatchObject({ receivedFen: 800, waitingFen: 40, toCountyFen: 1760, unallocatedFen: 400 });
    expect(total).toMatchObject({ toCountyFen: 1760, allocatedFen: 1360, paidFen: 380, unpaidFen: 980, projects: 3 });
  });

  it('compares counties inside a league; a hop to the league is no money of a county', () => {
    const { rows } = rollUp({ code: LEAGUE, level: 'prefecture' }, REGIONS.slice(1));
    expect(rows.map(({ code }) => code)).toEqual([LEAGUE, SHANGDU, FENGZHEN]);
    expect(rows[1]).toMatchObject({ receivedFen: 1500, toCountyFen: 1500, unallocatedFen: 400, unpaidFen: 820 });
  });

  it('compares all counties, the one first with which most lies', () => {
    const { rows } = rollUp({ code: REGION, level: 'autonomous-region' }, REGIONS, 'counties');
    expect(rows.map(({ code }) => code)).toEqual([SHANGDU, FENGZHEN, REGION, LEAGUE]);
    expect(rows[0]).toMatchObject({ unallocatedFen: 400, unpaidFen: 820 });
  });

  it('adds up: what was arranged is waiting, unallocated, unpaid or paid', () => {
    const { total } = rollUp({ code: REGION, level: 'autonomous-region' }, REGIONS);
    const { waitingFen, unallocatedFen, unpaidFen, paidFen, arrangedFen } = total;
    expect(waitingFen + unallocatedFen + unpaidFen + paidFen).toBe(arrangedFen);
  });
});

describe('paidShare', () => {
  it.each([
    [380, 1760, 2159],
    [0, 1760, 0],
    [99_999, 100_000, 9999],
    [0, 0, undefined],
  ])('%d of %d is %s', (paidFen, toCountyFen, share) => {
    expect(paidShare({ paidFen, toCountyFen })).toBe(share);
  });
});
