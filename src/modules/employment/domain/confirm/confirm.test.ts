import { describe, expect, test } from 'vitest';
import { isInMonth, mayConfirm, nextNumber, standingOf, stateAfterLeaving } from './found.ts';
import { codeOfStep, formOfStep, stepOf } from './places.ts';

const HOME = 150_923_101_001;

describe('how far from home', () => {
  test.each([
    ['150923101001', null, 'village'],
    ['150923101', null, 'township'],
    ['150923101002', null, 'township'],
    ['150923', null, 'county'],
    ['150923105000', null, 'county'],
    ['150922', null, 'league'],
    ['150100', null, 'region'],
    ['15', null, 'region'],
    ['110000', null, 'province'],
    ['110105000000', '朝阳区', 'province'],
    [null, '境外新加坡', 'abroad'],
    [null, '北京市', undefined],
    ['北京', null, undefined],
  ])('%s %s is %s', (code, place, step) => {
    expect(stepOf(code, place, HOME)).toBe(step);
  });

  test.each([
    ['village', '150923101001', 'nearby'],
    ['township', '150923101000', 'nearby'],
    ['county', '150923000000', 'nearby'],
    ['league', '150900000000', 'away'],
    ['region', '150000000000', 'away'],
  ] as const)('%s stands for %s and is %s', (step, code, form) => {
    expect(codeOfStep(step, HOME)).toBe(code);
    expect(stepOf(codeOfStep(step, HOME), null, HOME)).toBe(step);
    expect(formOfStep(step)).toBe(form);
  });

  test('another province is its own code, abroad has none', () => {
    expect(codeOfStep('province', HOME, '11')).toBe('110000000000');
    expect(codeOfStep('abroad', HOME)).toBeNull();
  });
});

describe('what a tap means', () => {
  test.each([
    ['dismissed', 'jobless'],
    ['shutdown', 'jobless'],
    ['unpaid', 'jobless'],
    ['epidemic', 'jobless'],
    ['season', 'returned'],
    ['illness', 'returned'],
    ['family', 'returned'],
    ['other', 'returned'],
  ] as const)('left because of %s: %s', (reason, state) => expect(stateAfterLeaving(reason)).toBe(state));

  test('a confirmation is of the month in which somebody left', () => {
    expect(isInMonth('2022-06-30', '2022-06-01')).toBe(true);
    expect(isInMonth('2022-05-31', '2022-06-01')).toBe(false);
  });

  test('the next job of a month has one number, however often it is tapped', () => {
    expect(nextNumber('W1', '2022-06-01')).toBe('W1-202206');
    expect(nextNumber('W1-202206', '2022-06-01')).toBe('W1-202206');
    expect(nextNumber('W1-202206', '2022-11-01')).toBe('W1-202211');
  });

  test.each([
    [20220601, undefined],
    [20220301, undefined],
    [20220201, 'past'],
    [20220701, 'ahead'],
    [20211201, 'past'],
  ])('%i in June 2022: %s', (month, why) => expect(mayConfirm(month, 20220620)).toBe(why));

  test('over the turn of the year, too', () => {
    expect(mayConfirm(20211001, 20220105)).toBeUndefined();
    expect(mayConfirm(20210901, 20220105)).toBe('past');
  });
});

describe('where a job stands in its month', () => {
  const began = { startedOn: '2022-01-10' };
  test.each([
    ['confirmed', { ...began, found: 'working' as const }, 'done'],
    ['left', { ...began, leftOn: '2022-06-03' }, 'done'],
    ['not reached', { ...began, found: 'unreached' as const }, 'unreached'],
    ['seen lately', { ...began, lastOn: '2022-05-20' }, 'open'],
    ['seen on the last day', { ...began, lastOn: '2022-04-19' }, 'stale'],
    ['never seen since it began long ago', began, 'stale'],
    ['begun lately', { startedOn: '2022-06-01' }, 'open'],
  ] as const)('%s', (_what, job, standing) => expect(standingOf(job, '2022-04-19')).toBe(standing));
});
