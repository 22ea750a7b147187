import { describe, expect, it, test } from 'vitest';
import { textsOf } from '../../../kernel/papers/model.ts';
import { stateOf } from '../../../kernel/register/states.ts';
import { PAIRING_STATES, PLAN_STATES, SUPPORT_STATES } from './pairing-states.ts';
import { buildReport, type PairingReport } from './report.ts';
import { dayOfYear, isPossibleSetting, settingText } from './settings.ts';

describe('the state of a pairing', () => {
  it.each([
    [{}, '2022-07-01', 'proposed'],
    [{ documentNo: '协〔2021〕1号' }, '2022-07-01', 'active'],
    [{ documentNo: '协〔2021〕1号', endedOn: '2022-07-02' }, '2022-07-01', 'active'],
    // The day it ends on it counts no more, as figures have it.
    [{ documentNo: '协〔2021〕1号', endedOn: '2022-07-01' }, '2022-07-01', 'ended'],
    [{ endedOn: '2022-06-30' }, '2022-07-01', 'ended'],
  ])('of %j on %s is %s', (row, today, state) => {
    expect(stateOf(PAIRING_STATES, row, undefined, today)).toBe(state);
  });

  it('of a line is what was said of it, of a deed whether it was confirmed or sent back', () => {
    expect(stateOf(PLAN_STATES, {})).toBe('planned');
    expect(stateOf(PLAN_STATES, { progress: 'done' }, 'under-way')).toBe('done');
    expect(stateOf(SUPPORT_STATES, {}, 'returned')).toBe('returned');
    expect(stateOf(SUPPORT_STATES, { helpedConfirmedOn: '2022-06-01' }, 'returned')).toBe('confirmed');
  });
});

describe('a setting', () => {
  it.each([
    ['plan.by', 331, true],
    ['plan.by', 230, false],
    ['plan.by', 1301, false],
    ['plan.by', 0, false],
    ['firms.least', 0, true],
  ])('%s %i may be meant: %s', (key, value, isPossible) => {
    expect(isPossibleSetting(key, value)).toBe(isPossible);
  });

  it('is read as a day or a count', () => {
    expect(settingText({ unit: '月日', value: 331 })).toBe('3 月 31 日');
    expect(settingText({ unit: '家', value: 3 })).toBe('3 家');
    expect(dayOfYear(2022, 331)).toBe('2022-03-31');
  });
});

const REPORT: PairingReport = {
  ...{ number: 'V1', kind: 'unit-village', helper: '自治区水利厅', helpedName: '某嘎查', countyName: '商都县' },
  ...{ startedOn: '2021-06-01', year: 2022, asOf: '2022-07-01' },
  sums: { directFen: 100_00, attractedFen: 200_00, goodsFen: 0, visits: 3, households: 0, times: 12 },
  plan: [
    { item: 1, field: 'industry', matter: '发展肉羊', progress: 'confirmed', deeds: 2, spentFen: 300_00 },
    { item: 2, field: 'party', matter: '共建支部', progress: 'done', deeds: 1, spentFen: 0 },
    { item: 3, field: 'party', matter: '取消的事', progress: 'cancelled', deeds: 0, spentFen: 0 },
  ],
  deeds: [
    { on: '2022-05-10', field: 'industry', way: 'fund', content: '购买母羊', amountFen: 100_00, nature: 'direct' },
  ],
};

test('the report counts lines that were not cancelled, and adds no money of two kinds up', () => {
  const texts = textsOf(buildReport(REPORT));
  expect(texts[0]).toBe('自治区水利厅2022年度帮扶商都县某嘎查情况报告');
  const summary = texts.find((text) => text.includes('年度计划 2 项')) ?? '';
  expect(summary).toContain('完成 2 项，其中受帮扶方确认 1 项');
  expect(summary).toContain('直接投入资金 100.00 元，引进资金 200.00 元');
  expect(texts.join()).not.toContain('300.00 元，');
  expect(textsOf(buildReport({ ...REPORT, plan: [], deeds: [] }))).toEqual(
    expect.arrayContaining(['本年度没有报送年度计划。', '本年度没有帮扶记录。']),
  );
});
