import { describe, expect, test } from 'vitest';
import { type HouseholdNumbers, householdConcerns, siteConcerns, vacantFlats } from './concerns.ts';

describe('a site', () => {
  const site = { dwellings: 20, households: 17, responsible: true };
  test('empty flats ask for a look, but not while the herds are out', () => {
    expect(vacantFlats(site)).toBe(3);
    expect(siteConcerns(site, '2022-01-15')).toEqual(['vacant']);
    expect(siteConcerns(site, '2022-07-15')).toEqual([]);
  });
  test('flats nobody counted are not empty', () => {
    expect(vacantFlats({ households: 17, responsible: true })).toBeUndefined();
    expect(siteConcerns({ households: 17, responsible: false }, '2022-01-15')).toEqual(['no-responsible']);
  });
  test('more households than flats is a fault of the ledger', () => {
    expect(siteConcerns({ ...site, households: 21 }, '2022-07-15')).toEqual(['above-capacity']);
  });
});

describe('a household', () => {
  const fine: HouseholdNumbers = {
    ...{ relocationStatus: 'registered', followUps: ['employed'], lifted: true, oldHouseRazed: true },
    ...{ elderly: 1, able: 2, working: 1, away: 0 },
  };
  test.each<[string, Partial<HouseholdNumbers>, string[]]>([
    ['is fine', {}, []],
    ['has somebody able and nobody in work', { working: 0 }, ['no-job']],
    ['has nobody able: no job is asked for', { able: 0, working: 0 }, []],
    ['has no measure', { followUps: [] }, ['no-follow-up']],
    ['was registered as poor and was never lifted', { lifted: false }, ['not-lifted']],
    ['moved along, and is not lifted', { lifted: false, relocationStatus: 'accompanying' }, []],
    ['has somebody old, and the old house stands', { oldHouseRazed: false }, ['elderly-behind']],
    ['has somebody old, and nobody said of the old house', { oldHouseRazed: undefined }, []],
    ['works away, all of it', { working: 2, away: 2 }, ['all-away']],
  ])('%s', (_, more, concerns) => {
    expect(householdConcerns({ ...fine, ...more })).toEqual(concerns);
  });
});
