// What a survey amounts to, which category fits, and whether the risk is gone.

import { describe, expect, it } from 'vitest';
import { POOR, SOLVED } from '../../../../test/case-details.ts';
import { tellUntilMonitored } from '../../../../test/case-story.ts';
import { fitsRegistry, suggestCategory } from './category.ts';
import { clearingConditions } from './clearing-conditions.ts';
import { netFen, perCapitaFen, referencePerCapitaFen, type Survey, shortcomings, survey } from './survey.ts';

const LINE = 800_000;

describe('a survey', () => {
  it.each<[string, Partial<Survey>, number, number, number]>([
    ['four incomes less costs', {}, 1_500_000, 500_000, -500_000],
    ['costs above incomes: negative, towards zero', { businessCostFen: 1_900_100, selfPaidFen: 0 }, -100, -33, -33],
    ['insurance counts for the reference only', { claimFen: 3_000_000 }, 1_500_000, 500_000, 500_000],
    ['one person', { memberCount: 1 }, 1_500_000, 1_500_000, -1_500_000],
    ['no remainder is rounded up', { memberCount: 7, selfPaidFen: 0 }, 1_500_000, 214_285, 214_285],
  ])('%s', (_, change, net, perCapita, reference) => {
    const given = { ...POOR, ...change };
    expect([netFen(given), perCapitaFen(given), referencePerCapitaFen(given)]).toEqual([net, perCapita, reference]);
  });

  it('names the questions answered with yes, and ends after it began', () => {
    expect(shortcomings({ ...POOR, housingUnsafe: true })).toEqual(['housingUnsafe', 'uninsured']);
    expect(survey.safeParse({ ...POOR, from: '2022-06-01', until: '2022-06-01' }).error?.issues[0]?.message).toBe(
      '收支期间的结束须晚于开始',
    );
  });
});

describe('the category the facts suggest', () => {
  const rich = { ...POOR, wageFen: 5_400_000, selfPaidFen: 0, uninsured: false };
  it.each([
    ['below the line, lifted', true, POOR, LINE, 'unstable-lifted'],
    ['below the line, not lifted', false, POOR, LINE, 'borderline'],
    ['exactly on the line is not below', false, { ...rich, wageFen: 1_800_000 }, LINE, undefined],
    ['one fen a person below', false, { ...rich, wageFen: 1_799_997 }, LINE, 'borderline'],
    ['above, but below with rigid costs', true, { ...rich, selfPaidFen: 4_000_000 }, LINE, 'sudden-hardship'],
    ['the same, paid by insurance', true, { ...rich, selfPaidFen: 4_000_000, claimFen: 4_000_000 }, LINE, undefined],
    ['above, a risk it cannot cope with', false, { ...rich, coping: 'unable' as const }, LINE, 'sudden-hardship'],
    ['above, no risk at all', false, { ...rich, risks: [], coping: 'unable' as const }, LINE, undefined],
    ['no line: nothing is suggested', false, POOR, undefined, undefined],
  ])('%s', (_, lifted, given, lineFen, expected) => {
    expect(suggestCategory({ lifted, survey: given, lineFen }).category).toBe(expected);
  });

  it('says the facts', () => {
    expect(suggestCategory({ lifted: false, survey: POOR, lineFen: LINE }).reasons).toEqual([
      '户类型为一般农户',
      '人均纯收入 5,000.00 元，低于监测范围 8,000.00 元',
    ]);
  });

  it.each([
    ['unstable-lifted', true, true],
    ['unstable-lifted', false, false],
    ['borderline', true, false],
    ['borderline', false, true],
    ['sudden-hardship', true, true],
    ['sudden-hardship', false, true],
  ] as const)('%s fits a household lifted = %s: %s', (category, lifted, expected) => {
    expect(fitsRegistry(category, lifted)).toBe(expected);
  });
});

describe('conditions of clearing', () => {
  const inClearing = (found: Survey) =>
    tellUntilMonitored().act('start-clearing', 20230610).act('verify', 20230611, { survey: found });
  const unmet = (found: Survey, change: object = {}) =>
    clearingConditions({
      standing: inClearing(found).standing(),
      today: 20230612,
      lineFen: LINE,
      newRisks: [],
      ...change,
    })
      .filter(({ met }) => !met)
      .map(({ key }) => key);

  it.each<[string, Survey, object, string[]]>([
    ['all met', SOLVED, {}, []],
    ['income below', { ...SOLVED, wageFen: 900_000 }, {}, ['income', 'costs']],
    ['income exactly on the line', { ...SOLVED, wageFen: 1_800_000 }, {}, ['income']],
    ['costs above what is left over the line', { ...SOLVED, selfPaidFen: 4_000_000 }, {}, ['costs']],
    ['no insurance', { ...SOLVED, uninsured: true }, {}, ['guarantees']],
    ['nobody can work', { ...SOLVED, noLabour: true }, {}, ['labour']],
    ['a risk that stays', { ...SOLVED, risks: ['schooling'] }, {}, ['risks']],
    ['something new', SOLVED, { newRisks: [{ kind: 'warning', on: 20230601 }] }, ['new-risk']],
    ['no line set', SOLVED, { lineFen: undefined }, ['income', 'costs']],
    ['the day before six months are over', SOLVED, { today: 20221209 }, ['stable']],
    ['on the day they are', SOLVED, { today: 20221210 }, []],
  ])('%s', (_, found, change, expected) => {
    expect(unmet(found, change)).toEqual(expected);
  });

  it('before the second survey asks only what is known without it', () => {
    const standing = tellUntilMonitored().standing();
    const keys = clearingConditions({ standing, today: 20230101, lineFen: LINE, newRisks: [] }).map(({ key }) => key);
    expect(keys).toEqual(['stable', 'new-risk', 'labour']);
  });
});
