import { describe, expect, test } from 'vitest';
import { stateOf } from '../../../kernel/register/states.ts';
import {
  type HouseholdNumbers,
  householdConcerns,
  siteConcerns,
  vacancyCounts,
  vacantFlats,
  winterOf,
} from './concerns.ts';
import { lastQuarter } from './quarter.ts';
import { RISK_STATES } from './site-risk-register.ts';

const TERMS = { herding: { from: 5, until: 10 }, heatingBy: 1015 };
const HEATED = { heatingChecks: 1, heatingFaults: 0 };

test.each([
  [{ from: 5, until: 10 }, '2022-04-30', true],
  [{ from: 5, until: 10 }, '2022-05-01', false],
  [{ from: 5, until: 10 }, '2022-10-31', false],
  [{ from: 5, until: 10 }, '2022-11-01', true],
  [{ from: 11, until: 2 }, '2022-01-15', false],
  [{ from: 11, until: 2 }, '2022-03-01', true],
])('with herds %o, empty flats on %s count: %s', (months, on, counts) =>
  expect(vacancyCounts(on, months)).toBe(counts),
);

describe('the state of a risk', () => {
  test.each([
    ['found', {}, 'open'],
    ['being acted on', { actedOn: '2022-01-02' }, 'acting'],
    ['gone, and watched', { actedOn: '2022-01-02', clearedOn: '2022-02-01', watchUntil: '2022-08-01' }, 'cleared'],
    ['watched to the end', { actedOn: '2022-01-02', clearedOn: '2022-02-01', watchUntil: '2022-05-01' }, 'closed'],
  ])('%s', (_what, row, state) => expect(stateOf(RISK_STATES, row, undefined, '2022-05-31')).toBe(state));
});

describe('a site', () => {
  const site = { dwellings: 20, households: 17, responsible: true, ...HEATED };
  test('empty flats ask for a look, but not while the herds are out', () => {
    expect(vacantFlats(site)).toBe(3);
    expect(siteConcerns(site, '2022-01-15', TERMS)).toEqual(['vacant']);
    expect(siteConcerns(site, '2022-07-15', TERMS)).toEqual([]);
  });
  test('flats nobody counted are not empty', () => {
    expect(vacantFlats({ households: 17 })).toBeUndefined();
    expect(siteConcerns({ households: 17, responsible: false, ...HEATED }, '2022-01-15', TERMS)).toEqual([
      'no-responsible',
    ]);
  });
  test('a red risk stands first', () => {
    expect(siteConcerns({ ...site, redRisks: 1 }, '2022-01-15', TERMS)).toEqual(['red-risk', 'vacant']);
  });
  test.each([
    ['before the day', '2022-10-14', { heatingChecks: 0 }, []],
    ['on the day', '2022-10-15', { heatingChecks: 0 }, ['heating-unchecked']],
    ['in the cold', '2022-03-31', { heatingChecks: 0 }, ['heating-unchecked', 'vacant']],
    ['in summer', '2022-07-31', { heatingChecks: 0 }, []],
    ['where nobody lives', '2022-10-15', { heatingChecks: 0, households: 0 }, []],
    ['of a fault', '2022-10-15', { heatingFaults: 1 }, ['heating-fault']],
  ] as const)('heating %s, on %s', (_what, on, more, expected) => {
    expect(siteConcerns({ ...site, ...more }, on, TERMS)).toEqual(expected);
  });
  test.each([
    ['2022-01-15', 2021],
    ['2022-04-30', 2021],
    ['2022-05-01', 2022],
    ['2022-12-31', 2022],
  ])('the winter of %s is that of %i', (on, winter) => expect(winterOf(on)).toBe(winter));
  test('more households than flats is a fault of the ledger', () => {
    expect(siteConcerns({ ...site, households: 21 }, '2022-07-15', TERMS)).toEqual(['above-capacity']);
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

test.each([
  ['2022-05-31', '2022-03-31', '2022 年第一季度'],
  ['2022-06-30', '2022-06-30', '2022 年第二季度'],
  ['2022-02-01', '2021-12-31', '2021 年第四季度'],
  ['2022-12-30', '2022-09-30', '2022 年第三季度'],
])('on %s the quarter that is over ended on %s', (day, end, words) => expect(lastQuarter(day)).toEqual({ end, words }));
