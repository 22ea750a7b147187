import { expect, test } from 'vitest';
import { readAnswer } from './answer-columns.ts';

const row = (...cells: string[]) => readAnswer(['150923-17', '属实', '入户', '已入户核实', ...cells]);

test.each([
  [
    row(),
    { key: { countyCode: 150_923, id: 17 }, outcome: 'verified-ok', basis: 'on-site', explanation: '已入户核实' },
  ],
  [
    readAnswer(['150923-17', '已改', '证件', '按户口簿更正', '配偶']),
    expect.objectContaining({ outcome: 'corrected', value: '配偶' }),
  ],
  [readAnswer(['150923-17', '', '', '', '']), undefined],
  [readAnswer(['17', '属实', '入户', '已入户核实']), { problem: expect.stringContaining('不是疑点编号') }],
  [readAnswer(['150923-17', '重复', '入户', '已入户核实']), { problem: expect.stringContaining('处理结论') }],
  [readAnswer(['150923-17', '属实', '听说', '已入户核实']), { problem: expect.stringContaining('依据') }],
  [readAnswer(['150923-17', '属实', '入户', '属实']), { problem: expect.stringContaining('情况说明') }],
])('reads row %#', (read, expected) => {
  expect(read).toEqual(expected);
});
